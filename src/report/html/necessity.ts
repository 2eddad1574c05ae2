/** Which hypotheses a claim needs: a table, with the witness against the claim without each. */
import type { Claim } from '../../language/index.ts';
import type { NeedsReport, NeedsRow } from '../../necessity/index.ts';
import { countText } from '../numbers-text.ts';
import { code, wordsMath } from './formula.ts';
import { html, type Markup } from './markup.ts';
import { pointMarkup } from './values.ts';

const undecidedText = (dropped: NeedsRow['steps'][number] | undefined): string =>
  dropped === undefined
    ? 'not tried in the time given'
    : (dropped.reason ?? `neither proved nor refuted in ${countText(dropped.trials.met)} trials`);

const without = ({ verdict, counterexample, stronger, steps: [dropped] }: NeedsRow): Markup => {
  switch (verdict) {
    case 'needed':
      return counterexample === null
        ? html`refuted`
        : html`<div class="at">refuted at ${pointMarkup(counterexample.at)}</div>`;
    case 'not needed':
      return stronger === null ? html`proved` : html`proved: ${code(stronger)}`;
    case 'implied':
      return html`the claim is not defined without it`;
    case 'undecided':
      return html`${undecidedText(dropped)}`;
  }
};

/** A weaker form of the hypothesis that was proved to be enough. */
const enough = (row: NeedsRow, claim: Claim | null): Markup | null => {
  const step = row.steps.find((s) => s.verdict === 'proved' && s.instead !== null);
  return step?.instead == null
    ? null
    : html`<p class="enough">${wordsMath(step.instead, claim)} is enough</p>`;
};

const rowMarkup = (row: NeedsRow, claim: Claim | null): Markup =>
  html`
    <tr>
      <th scope="row">${wordsMath(row.hypothesis, claim)}</th>
      <td class="need">${row.verdict}</td>
      <td>${without(row)}${enough(row, claim)}</td>
    </tr>
  `;

export const necessityMarkup = ({ rows }: NeedsReport, claim: Claim | null): Markup | null => {
  if (rows.length === 0) return null;
  return html`
    <div class="evidence">
      <h4>Hypotheses</h4>
      <div class="scroll" role="region" aria-label="Hypotheses and whether they are needed"
        tabindex="0">
        <table>
          <thead>
            <tr>
              <th scope="col">Hypothesis</th>
              <th scope="col">Needed?</th>
              <th scope="col">Without it the claim is</th>
            </tr>
          </thead>
          <tbody>${rows.map((row) => rowMarkup(row, claim))}</tbody>
        </table>
      </div>
    </div>
  `;
};

/** What a claim was proved or searched under, where no necessity was asked for. */
export const assumedMarkup = (assumed: readonly string[], claim: Claim | null): Markup | null =>
  assumed.length === 0
    ? null
    : html`
      <p class="assumed">
        <span class="label">assumed</span> ${assumed.map(
          (a, i) => html`
            ${i > 0 && html`<span class="separator">, </span>`}
            ${wordsMath(a, claim)}
          `,
        )}
      </p>
    `;
