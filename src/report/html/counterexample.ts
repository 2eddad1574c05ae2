/**
 * A counterexample: the point, the hypotheses that hold at it, and the relation that fails, with
 * both sides.
 */
import type { Claim } from '../../language/index.ts';
import { asJson } from '../../records/witness.ts';
import type { ExplainedFormula, Explanation } from '../../refuter/index.ts';
import type { Counterexample } from '../../verdict/verdict.ts';
import { legend, subjectOf } from '../explanation-text.ts';
import { wordsMath } from './formula.ts';
import { html, type Markup } from './markup.ts';
import { planeMarkup } from './plane.ts';
import { valueMarkup } from './matrix.ts';
import { pointMarkup } from './values.ts';

const equalSides = ({ left, right }: ExplainedFormula): boolean =>
  JSON.stringify(left) === JSON.stringify(right);

const held = (h: ExplainedFormula, claim: Claim | null): Markup => {
  const formula = wordsMath(h.text, claim);
  if (h.left === null) return html`<li>${formula}</li>`;
  if (h.right === null) return html`<li>${formula}: ${valueMarkup(asJson(h.left))}</li>`;
  if (equalSides(h))
    return html`<li>${formula}: both sides are ${valueMarkup(asJson(h.left))}</li>`;
  return html`
    <li>${formula}: left ${valueMarkup(asJson(h.left))}, right ${valueMarkup(asJson(h.right))}</li>
  `;
};

const sided = (label: string, value: unknown): Markup =>
  html`<div><dt>${label}</dt><dd>${valueMarkup(asJson(value))}</dd></div>`;

export const counterexampleMarkup = (
  { at, left, right, fails }: Counterexample,
  explanation: Explanation | null,
  claim: Claim | null,
): Markup => {
  const stars = explanation === null ? null : legend(explanation.free);
  const difference = explanation?.conclusion.difference ?? null;
  const hypotheses = explanation?.hypotheses ?? [];
  const reasons = explanation?.reasons ?? [];
  return html`
    <div class="evidence">
      <h4>Counterexample</h4>
      ${pointMarkup(at, explanation?.free ?? null)}
      ${stars !== null && html`<p class="legend">${stars}</p>`}
      ${
        hypotheses.length > 0 &&
        html`
          <p class="lead">The hypotheses hold:</p>
          <ul class="plain">${hypotheses.map((h) => held(h, claim))}</ul>
        `
      }
      <p class="lead">But this fails: <span class="fails">${wordsMath(fails, claim)}</span></p>
      <dl class="sides">
        ${left !== null && sided(right === null ? subjectOf(fails) : 'left', left)}
        ${right !== null && sided('right', right)}
        ${difference !== null && sided('difference', difference)}
      </dl>
      ${
        reasons.length > 0 &&
        html`<ul class="plain why">${reasons.map((r) => html`<li>${r}</li>`)}</ul>`
      }
      ${planeMarkup(at)}
    </div>
  `;
};
