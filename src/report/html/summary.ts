/** The head of the page: how many claims, and what became of them. */
import { asDeclared } from '../catalogue-text.ts';
import { foundAsDeclared } from '../../experiments/outcome.ts';
import { plural } from '../numbers-text.ts';
import { html, type Markup } from './markup.ts';
import type { ReportInput } from './reported.ts';
import { badge, statuses } from './status.ts';

/**
 * A bar cut in the shares of the verdicts; the numbers stand above it, so that nobody needs to see
 * it.
 */
const shares = (
  counts: readonly { readonly name: string; readonly count: number }[],
  total: number,
): Markup => {
  let from = 0;
  return html`
    <svg class="share" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true"
      focusable="false">
      ${counts.map(({ name, count }) => {
        const width = (1000 * count) / total;
        from += width;
        return html`
          <rect class="${name}" fill="currentColor" x="${Math.round(from - width)}"
            width="${Math.max(1, Math.round(width) - 3)}" height="10"/>
        `;
      })}
    </svg>
  `;
};

export const summaryMarkup = ({ claims, experiments }: ReportInput): Markup => {
  const counts = statuses
    .map((name) => ({
      name,
      count: claims.filter(({ verdict }) => verdict.verdict === name).length,
    }))
    .filter(({ count }) => count > 0);
  const wrong =
    claims.filter((one) => !asDeclared(one)).length +
    experiments.filter((one) => !foundAsDeclared(one.measured)).length;
  const outcome =
    wrong === 0
      ? 'Each came to the verdict that the catalogue declares.'
      : `${wrong === 1 ? 'One' : wrong} came to another verdict than the catalogue declares.`;
  const andExperiments =
    experiments.length > 0 && `; and ${plural(experiments.length, 'experiment')}`;
  return html`
    <h1>Claims about neural networks, cross-examined</h1>
    <p class="sum">
      ${plural(claims.length, 'claim')}: proved for every dimension, refuted by an exact
      counterexample, or attacked and not yet settled${andExperiments}. ${outcome}
    </p>
    <ul class="tally" aria-label="Verdicts">
      ${counts.map(({ name, count }) => html`<li><b>${count}</b> ${badge(name)}</li>`)}
      ${experiments.length > 0 && html`<li><b>${experiments.length}</b> ${badge('measured')}</li>`}
    </ul>
    ${shares(counts, claims.length)}
  `;
};
