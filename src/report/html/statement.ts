/** The statement of a claim: what is given, line by line, and the conclusion. */
import type { Claim } from '../../language/index.ts';
import { declarationMath, formulaMath } from './formula.ts';
import { html, type Markup } from './markup.ts';

export const statement = ({ declarations, hypotheses, conclusion }: Claim): Markup => {
  const given = [...declarations.map(declarationMath), ...hypotheses.map(formulaMath)];
  return html`<div class="statement">${given.length > 0 && html`<ul class="given" aria-label="Given">${given.map((item) => html`<li>${item}</li>`)}</ul>`}<p class="conclusion"><span class="turnstile" aria-hidden="true">⊢</span><span class="hidden-text">Conclusion: </span>${formulaMath(conclusion)}</p></div>`;
};
