/** The sections of a campaign's page: hunts, experiments, coverage and workers. */
import { findingsList, plotOfEachKind } from '../report/html/experiment-parts.ts';
import { html, type Markup } from '../report/html/markup.ts';
import { badge } from '../report/html/status.ts';
import { countText, plural } from '../report/numbers-text.ts';
import type { HuntOutcome } from './outcome.ts';
import { nearestText } from './status-text.ts';
import type { CampaignStatus, ExperimentStatus } from './status.ts';

/** Without inline style, which the policy forbids: an SVG of one bar. */
export const bar = (done: number, of: number, lost: number, wide = false): Markup => {
  const share = of === 0 ? 100 : Math.round((1000 * done) / of) / 10;
  return html`
    <svg class="bar ${wide && 'wide-bar'}" viewBox="0 0 100 6" preserveAspectRatio="none" role="img"
      aria-label="${share} % of the slices done${lost > 0 && `, ${lost} lost`}">
      <rect width="${share}" height="6" fill="var(--${lost > 0 ? 'refuted' : 'accent'})"/>
    </svg>
  `;
};

const claimText = ({ part }: HuntOutcome): string =>
  part.claim.length > 160 ? `${part.claim.slice(0, 159)}…` : part.claim;

const verdictOf = (one: HuntOutcome): Markup =>
  one.verdict === 'hunting' ? html`<span class="live">hunting</span>` : badge(one.verdict);

const nearestCell = (one: HuntOutcome): Markup => {
  const text = nearestText(one).replace('-', '−');
  if (one.found !== null)
    return html`<td class="number"><span class="refuted">violated</span></td>`;
  return text === '' ? html`<td></td>` : html`<td class="number" data-label="nearest">${text}</td>`;
};

const huntRow = (one: HuntOutcome): Markup =>
  html`
    <tr>
      <th scope="row">
        ${one.part.key}
        <span class="claim-text">${claimText(one)}</span>
        ${!one.isDeclared && html`<span class="refuted">declared ${one.part.declared ?? ''}</span>`}
        ${one.reason !== null && html`<span class="claim-text">${one.reason}</span>`}
      </th>
      <td>${verdictOf(one)}</td>
      <td>${bar(one.slices.done, one.slices.of, one.slices.lost)}</td>
      <td class="number" data-label="trials">${countText(one.counts.run)}</td>
      <td class="number" data-label="met">${countText(one.counts.met)}</td>
      ${nearestCell(one)}
    </tr>
  `;

const rank = ({ isDeclared, verdict }: HuntOutcome): number =>
  !isDeclared ? 0 : { refuted: 1, hunting: 2, 'gave-up': 3, survived: 4 }[verdict];

export const huntsSection = (hunts: readonly HuntOutcome[]): Markup | null =>
  hunts.length === 0
    ? null
    : html`
      <section aria-labelledby="hunts">
        <h2 id="hunts">Hunts</h2>
        <p class="legend">
          “Nearest” is the largest violation that climbs reached, relative to both sides; at most 0
          until a claim is refuted. Survived does not mean true.
        </p>
        <div class="scroll" role="region" aria-label="Hunts" tabindex="0">
          <table class="hunts">
            <thead>
              <tr>
                <th scope="col">Claim</th>
                <th scope="col">Verdict</th>
                <th scope="col">Slices</th>
                <th scope="col" class="number">Trials</th>
                <th scope="col" class="number">Met</th>
                <th scope="col" class="number">Nearest</th>
              </tr>
            </thead>
            <tbody>${hunts.toSorted((a, b) => rank(a) - rank(b)).map(huntRow)}</tbody>
          </table>
        </div>
      </section>
    `;

const experimentCard = (one: ExperimentStatus, i: number): Markup => {
  const { part, units, slices, quantities, findings, lost, message } = one;
  return html`
    <article class="claim" aria-labelledby="e${i}">
      <div class="margin">
        <p>
          ${units.done < units.of ? html`<span class="live">measuring</span>` : badge('measured')}
        </p>
        <p class="facts">
          <span>${part.form} form</span><span class="separator">, </span>
          <span>${units.done} of ${plural(units.of, 'unit')}</span>
        </p>
        ${bar(slices.done, slices.of, slices.lost)}
      </div>
      <div class="matter">
        <h3 id="e${i}">${part.key}</h3>
        <p class="note">${part.statement}</p>
        ${lost !== null && html`<p class="mismatch">${lost}</p>`}
        ${message !== null && html`<p class="mismatch">${message}</p>`}
        ${findings !== null && findingsList(findings)}
        ${
          quantities === null || quantities.length === 0
            ? html`<p class="because">The table needs more units.</p>`
            : html`
              <div class="evidence">
                <h4>
                  ${units.done < units.of ? 'So far' : 'Measured'}
                  <span class="aside">dots with 95 % intervals</span>
                </h4>
                ${plotOfEachKind(quantities, `q${i}`)}
              </div>
            `
        }
      </div>
    </article>
  `;
};

export const experimentsSection = (experiments: readonly ExperimentStatus[]): Markup | null =>
  experiments.length === 0
    ? null
    : html`
      <section aria-labelledby="experiments">
        <h2 id="experiments">Experiments</h2>
        <p class="legend">Measurements, not proofs. Intervals narrow as units are done.</p>
        ${experiments.map(experimentCard)}
      </section>
    `;

export const coverageSection = (hunts: readonly HuntOutcome[]): Markup | null => {
  const classes = new Map<string, number>();
  for (const { counts } of hunts)
    for (const [name, n] of Object.entries(counts.coverage))
      classes.set(name, (classes.get(name) ?? 0) + n);
  if (classes.size === 0) return null;
  const sorted = [...classes].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return html`
    <section aria-labelledby="coverage">
      <h2 id="coverage">Coverage</h2>
      <details>
        <summary>Classes of points of all hunts together</summary>
        <div class="scroll" role="region" aria-label="Coverage" tabindex="0">
          <table class="hunts">
            <thead>
              <tr><th scope="col">Class</th><th scope="col" class="number">Points</th></tr>
            </thead>
            <tbody>
              ${sorted.map(
                ([name, n]) => html`
                  <tr>
                    <th scope="row">${name}</th>
                    <td class="number">${n === 0 ? 'never' : countText(n)}</td>
                  </tr>
                `,
              )}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  `;
};

export const workersSection = ({ workers, carrier }: CampaignStatus): Markup | null =>
  carrier === 'local'
    ? null
    : html`
      <section aria-labelledby="workers">
        <h2 id="workers">Workers</h2>
        ${
          workers.length === 0
            ? html`
              <p class="because">
                No worker is there. Start one: <code>elenchus worker --redis URL</code>
              </p>
            `
            : html`
              <div class="scroll" role="region" aria-label="Workers" tabindex="0">
                <table class="hunts">
                  <thead>
                    <tr>
                      <th scope="col">Worker</th>
                      <th scope="col">Build</th>
                      <th scope="col" class="number">Threads</th>
                      <th scope="col" class="number">Slices</th>
                    </tr>
                  </thead>
                  <tbody>
                    ${workers.map(
                      (one) => html`
                        <tr>
                          <th scope="row">
                            ${one.id}
                            ${
                              one.refused !== null &&
                              html`<span class="claim-text stale">refused: ${one.refused}</span>`
                            }
                          </th>
                          <td>${one.build}</td>
                          <td class="number" data-label="threads">${one.threads}</td>
                          <td class="number" data-label="slices">${countText(one.slices)}</td>
                        </tr>
                      `,
                    )}
                  </tbody>
                </table>
              </div>
            `
        }
      </section>
    `;
