/** The statement of a claim: what is given, line by line, and the conclusion. */
import { formulaText, type Claim, type Formula } from '../../language/index.ts';
import { declarationMath, formulaMath } from './formula.ts';
import { html, trusted, type Markup } from './markup.ts';

/** What may have to be scrolled on a narrow screen can be reached by the keyboard. */
const long = (f: Formula): boolean => formulaText(f).length > 60;

export const statement = ({ declarations, hypotheses, conclusion }: Claim): Markup => {
  const given = [...declarations.map(declarationMath), ...hypotheses.map(formulaMath)];
  return html`
    <div class="statement">
      ${
        given.length > 0 &&
        html`
          <ul class="given" aria-label="Given">${given.map((item) => html`<li>${item}</li>`)}</ul>
        `
      }
      <p class="conclusion"${long(conclusion) && trusted(' tabindex="0"')}>
        <span class="turnstile" aria-hidden="true">⊢</span>
        <span class="hidden-text">Conclusion: </span>${formulaMath(conclusion)}
      </p>
    </div>
  `;
};
