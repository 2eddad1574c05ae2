/**
 * One experiment: what was declared, whether it was found, the plots, and the table behind them.
 */
import { showPlace } from '../../catalogue/file-place.ts';
import { foundAsDeclared } from '../../experiments/outcome.ts';
import type { Estimate, Quantity } from '../../experiments/quantity.ts';
import { numberText, type CheckedExperiment } from '../experiment-text.ts';
import { countText, plural, secondsText } from '../numbers-text.ts';
import { findingsList, plotOfEachKind } from './experiment-parts.ts';
import { html, type Markup } from './markup.ts';
import { badge } from './status.ts';

const minus = (text: string): string => text.replaceAll('-', '−');
const cells = ({ value, low, high, n }: Estimate, exact: string | null): Markup =>
  html`
    <td class="number">${minus(exact ?? numberText(value))}</td>
    <td class="number">
      ${low === high ? '' : minus(`${numberText(low)} to ${numberText(high)}`)}
    </td>
    <td class="number">${n === 1 ? '' : countText(n)}</td>
  `;

const rows = (q: Quantity): Markup =>
  html`
    <tr><th scope="row">${q.name}</th>${cells(q, q.exact)}</tr>
    ${q.nulls.map(
      (n) => html`<tr class="null-row"><th scope="row">${n.name}</th>${cells(n, null)}</tr>`,
    )}
  `;

const table = (quantities: readonly Quantity[], name: string): Markup =>
  html`
    <details class="coverage">
      <summary>All ${plural(quantities.length, 'number')}</summary>
      <div class="scroll" role="region" aria-label="${name}" tabindex="0">
        <table>
          <thead>
            <tr>
              <th scope="col">Quantity</th>
              <th scope="col">Value</th>
              <th scope="col">95 % interval</th>
              <th scope="col">Samples</th>
            </tr>
          </thead>
          <tbody>${quantities.map(rows)}</tbody>
        </table>
      </div>
    </details>
  `;

/** What was declared, and whether it was found. */
const findingsMarkup = ({ findings }: CheckedExperiment['measured']): Markup | false =>
  findings.length > 0 &&
  html`
    <div class="evidence">
      <h4>Declared findings</h4>
      ${findingsList(findings)}
    </div>
  `;

/** A plot for each kind of quantity. */
const plotsMarkup = (quantities: readonly Quantity[], own: string): Markup | false => {
  const hollow =
    quantities.some((q) => q.nulls.length > 0) &&
    '; hollow diamonds: what chance alone, or no training, gives';
  return (
    quantities.length > 0 &&
    html`
      <div class="evidence">
        <h4>
          Measured
          <span class="aside">
            dots with 95 % intervals${hollow}
          </span>
        </h4>
        ${plotOfEachKind(quantities, own)}
      </div>
    `
  );
};

export const experimentMarkup = ({ entry, measured }: CheckedExperiment, own: string): Markup => {
  const good = foundAsDeclared(measured);
  const searched = [entry.id, 'measured', entry.statement, entry.source, entry.note ?? ''];
  return html`
    <article id="${entry.id}" class="claim" data-status="measured" data-family="${entry.family}"
      data-text="${searched.join(' ').toLowerCase()}"
      aria-labelledby="${own}" tabindex="-1">
      <div class="margin">
        <p>${badge('measured')}</p>
        <p class="facts">
          <span>${measured.form} form</span><span class="separator">, </span>
          <span>${plural(measured.units.of, 'unit')}</span><span class="separator">, </span>
          <span>${secondsText(measured.seconds)}</span>
        </p>
      </div>
      <div class="matter">
        <h3 id="${own}"><a href="#${entry.id}">${entry.id}</a></h3>
        <p class="note">${entry.statement}</p>
        ${
          !good &&
          html`
            <p class="mismatch">
              <strong>Not as declared:</strong> ${measured.message ?? 'a finding does not hold'}.
            </p>
          `
        }
        ${entry.note !== null && html`<p class="because">${entry.note}</p>`}
        ${findingsMarkup(measured)}
        ${plotsMarkup(measured.quantities, own)}
        <p class="source"><span class="label">from</span> ${entry.source}</p>
        <div class="more">
          ${measured.quantities.length > 0 && table(measured.quantities, `Numbers of ${entry.id}`)}
          <p class="legend"><code>${showPlace(entry.place)}</code></p>
        </div>
      </div>
    </article>
  `;
};
