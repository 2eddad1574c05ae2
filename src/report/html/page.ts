/**
 * The whole report as one self-contained HTML file: its policy forbids the browser to fetch
 * anything.
 */
import { createHash } from 'node:crypto';
import type { Problem } from '../../catalogue/claim-entry.ts';
import { showPlace } from '../../catalogue/file-place.ts';
import type { CheckedExperiment } from '../experiment-text.ts';
import { countText, plural, secondsText } from '../numbers-text.ts';
import { cardMarkup } from './card.ts';
import { experimentMarkup } from './experiment-card.ts';
import { factsMarkup } from './facts-used.ts';
import { navigation } from './filters.ts';
import { graphMarkup } from './graph-drawing.ts';
import { html, trusted, type Markup } from './markup.ts';
import type { ReportInput, Reported } from './reported.ts';
import { script } from './script.ts';
import { shape, shapeDefinitions, statuses, statusMeanings } from './status.ts';
import { style } from './style.ts';
import { summaryMarkup } from './summary.ts';

const fingerprint = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing but this page's own style and script. */
const policy = (): string =>
  `default-src 'none'; style-src ${fingerprint(style)}; script-src ${fingerprint(script)}; ` +
  "base-uri 'none'; form-action 'none'";

/** Not in a tagged template, where a bundler would rewrite the closing tag. */
const scriptElement = (): Markup => trusted(`<script>${script}</${'script'}>`);

const familySection = (
  family: string,
  claims: readonly Reported[],
  ids: ReadonlySet<string>,
  playground: string | null,
): Markup =>
  html`
    <section class="family" aria-labelledby="family-${family}">
      <h2 id="family-${family}">${family}</h2>
      ${claims.map((one) => cardMarkup(one, ids, playground))}
    </section>
  `;

const experimentSection = (experiments: readonly CheckedExperiment[]): Markup | null =>
  experiments.length === 0
    ? null
    : html`
      <section class="family" aria-labelledby="experiments">
        <h2 id="experiments">Experiments</h2>
        <p class="legend">
          Regularities that were measured over an ensemble. None of them is a proof.
        </p>
        ${experiments.map((one, i) => experimentMarkup(one, `e${i}`))}
      </section>
    `;

const problemsMarkup = (problems: readonly Problem[]): Markup | null =>
  problems.length === 0
    ? null
    : html`
      <section class="problems" aria-labelledby="problems">
        <h2 id="problems">${plural(problems.length, 'problem')} in the files</h2>
        <ul>
          ${problems.map(
            ({ message, place }) => html`<li><code>${showPlace(place)}</code> ${message}</li>`,
          )}
        </ul>
      </section>
    `;

const graphSection = (claims: readonly Reported[]): Markup | null => {
  const graph = graphMarkup(claims);
  return graph === null ? null : graphWith(graph, claims);
};

const graphWith = (graph: Markup, claims: readonly Reported[]): Markup => html`
  <section aria-labelledby="graph">
    <h2 id="graph">Graph of lemmas</h2>
    <ul class="keys" aria-label="Key">
      ${statuses
        .filter((name) => claims.some(({ verdict }) => verdict.verdict === name))
        .map((name) => html`<li><span class="${name}">${shape(name)}</span> ${name}</li>`)}
      <li>arrow: the derivation below rests on the lemma above</li>
      <li>dashes: the same conclusion, refuted under other hypotheses</li>
    </ul>
    ${graph}
  </section>
`;

const reading = (claims: readonly Reported[]): Markup =>
  html`
    <section aria-labelledby="reading">
      <h2 id="reading">How to read the verdicts</h2>
      <dl class="texts">
        ${statuses
          .filter((name) => claims.some(({ verdict }) => verdict.verdict === name))
          .map(
            (name) => html`
              <dt><span class="badge ${name}">${shape(name)}${name}</span></dt>
              <dd>${statusMeanings[name]}</dd>
            `,
          )}
      </dl>
    </section>
  `;

/** Claims by family and id, whatever order they were checked in. */
const sorted = (claims: readonly Reported[]): Reported[] =>
  claims.toSorted((a, b) =>
    a.entry.family < b.entry.family
      ? -1
      : a.entry.family > b.entry.family
        ? 1
        : a.entry.id < b.entry.id
          ? -1
          : 1,
  );

export const reportHtml = (input: ReportInput): string => {
  const claims = sorted(input.claims);
  const ids = new Set(claims.map(({ entry }) => entry.id));
  const families = [...new Set(claims.map(({ entry }) => entry.family))];
  const experiments = input.experiments.toSorted((a, b) => (a.entry.id < b.entry.id ? -1 : 1));
  const total = claims.reduce((sum, { verdict }) => sum + verdict.trials.run, 0);
  return html`
    <!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="generator" content="elenchus">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="${policy()}">
        <title>Claims about neural networks, cross-examined · elenchus</title>
        <style>${trusted(style)}</style>
      </head>
      <body>
        <a class="skip" href="#claims">Skip to the claims</a>
        ${shapeDefinitions()}
        <div class="page">
          <header>${summaryMarkup({ ...input, claims })}</header>
          <div class="frame">
            ${navigation(claims, experiments)}
            <main>
              ${problemsMarkup(input.problems)}
              ${graphSection(claims)}
              <div id="claims" tabindex="-1">
                ${families.map((family) =>
                  familySection(
                    family,
                    claims.filter(({ entry }) => entry.family === family),
                    ids,
                    input.playground ?? null,
                  ),
                )}
                ${experimentSection(experiments)}
              </div>
              ${factsMarkup(claims)}
              ${reading(claims)}
            </main>
          </div>
          <footer>
            <p>
              elenchus ${input.version}, seed ${input.seed}, ${secondsText(input.time)} of search
              for each claim, ${countText(total)} trials in all. The same files, seed and version
              give the same verdicts.
            </p>
          </footer>
        </div>
        ${scriptElement()}
      </body>
    </html>
  `.html;
};
