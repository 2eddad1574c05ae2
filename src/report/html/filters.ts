/** What finds a claim: search, filters, and the list of all of them. */
import type { CheckedExperiment } from '../experiment-text.ts';
import { html, type Markup } from './markup.ts';
import type { Reported } from './reported.ts';
import { shape, signs, type Sign } from './status.ts';

/** Hidden until the script is there, which it needs. */
const form = (families: readonly string[], present: readonly Sign[]): Markup => html`
  <form id="filters" role="search" aria-label="Filter the claims" hidden>
    <label for="query"><span class="kind-label">Search</span></label>
    <input id="query" type="search" autocomplete="off" spellcheck="false" aria-describedby="count">
    <fieldset>
      <legend class="kind-label">Verdict</legend>
      <div class="choices">
        ${present.map(
          (name) => html`
            <label>
              <input type="checkbox" value="${name}" checked>
              <span class="badge ${name}">${shape(name)}${name}</span>
            </label>
          `,
        )}
      </div>
    </fieldset>
    <div class="field">
      <label for="family"><span class="kind-label">Family</span></label>
      <select id="family">
        <option value="">all</option>
        ${families.map((name) => html`<option value="${name}">${name}</option>`)}
      </select>
    </div>
    <output id="count" class="count" for="query family" aria-live="polite"></output>
  </form>
`;

interface Listed {
  readonly id: string;
  readonly family: string;
  readonly sign: Sign;
}

const index = (listed: readonly Listed[], families: readonly string[]): Markup =>
  html`
    ${families.map(
      (family) => html`
        <h2 class="index-title">${family}</h2>
        <ul class="index">
          ${listed
            .filter((one) => one.family === family)
            .map(
              ({ id, sign }) => html`
                <li>
                  <a href="#${id}">
                    <span class="${sign}">${shape(sign)}</span>
                    <span>
                      ${id.slice(family.length + 1)}<span class="hidden-text">, ${sign}</span>
                    </span>
                  </a>
                </li>
              `,
            )}
        </ul>
      `,
    )}
  `;

export const navigation = (
  claims: readonly Reported[],
  experiments: readonly CheckedExperiment[],
): Markup => {
  const listed: readonly Listed[] = [
    ...claims.map(({ entry, verdict }) => ({
      id: entry.id,
      family: entry.family,
      sign: verdict.verdict,
    })),
    ...experiments.map(({ entry }) => ({
      id: entry.id,
      family: entry.family,
      sign: 'measured' as const,
    })),
  ];
  const families = [...new Set(listed.map(({ family }) => family))].toSorted();
  const present = signs.filter((name) => listed.some(({ sign }) => sign === name));
  return html`<nav aria-label="Claims">${form(families, present)}${index(listed, families)}</nav>`;
};
