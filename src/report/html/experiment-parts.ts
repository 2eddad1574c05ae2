/** What the report and the page of a campaign show of an experiment: its findings and its plots. */
import type { Quantity } from '../../experiments/quantity.ts';
import { intervalPlot, kindsOf } from './interval-plot.ts';
import { html, type Markup } from './markup.ts';

/** Each declared finding, and whether it was found. */
export const findingsList = (
  findings: readonly { readonly says: string; readonly holds: boolean }[],
): Markup => html`
  <ul class="plain">
    ${findings.map(
      ({ says, holds }) => html`
        <li>
          <span class="${holds ? 'proved' : 'refuted'}">
            ${holds ? 'found' : 'not found'}
          </span> ${says}
        </li>
      `,
    )}
  </ul>
`;

export const plotOfEachKind = (quantities: readonly Quantity[], own: string): Markup =>
  html`
    <div class="plots wide">
      ${[...kindsOf(quantities)].map(
        ([kind, some], i) =>
          html`
            <figure>
              <figcaption>${kind}</figcaption>
              ${intervalPlot(some, kind, `${own}-${i}`)}
            </figure>
          `,
      )}
    </div>
  `;
