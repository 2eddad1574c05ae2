/** One claim: its verdict, its statement, and what the verdict rests on. */
import { showPlace } from '../../catalogue/file-place.ts';
import { claimLatex } from '../../language/index.ts';
import { asDeclared } from '../catalogue-text.ts';
import { countText, plural, secondsText } from '../numbers-text.ts';
import { counterexampleMarkup } from './counterexample.ts';
import { coveragePlots } from './coverage-plot.ts';
import { derivationMarkup } from './derivation.ts';
import { broughtIn, readClaim } from './formula.ts';
import { illTypedMarkup } from './ill-typed.ts';
import { html, type Markup } from './markup.ts';
import { assumedMarkup, necessityMarkup } from './necessity.ts';
import type { Reported } from './reported.ts';
import { statement } from './statement.ts';
import { badge } from './status.ts';

/** From here on the search classifies only some of its points. */
const classified = 1024;

/** What the verdict rests on, in a few words. */
const facts = ({ verdict }: Reported): string[] => {
  const { proof, trials, seconds } = verdict;
  const points = {
    proved:
      trials.met === 0
        ? 'no point met the hypotheses'
        : `attacked at ${plural(trials.met, 'point')}`,
    refuted: `after ${plural(trials.run, 'trial')}`,
    survived: `${countText(trials.met)} of ${plural(trials.run, 'trial')} met the hypotheses`,
    'gave-up': `${countText(trials.met)} of ${plural(trials.run, 'trial')} met the hypotheses`,
    'ill-typed': '',
  }[verdict.verdict];
  return [
    ...(proof === null ? [] : [plural(proof.steps, 'step')]),
    ...(trials.run === 0 ? [] : [points]),
    secondsText(seconds),
  ];
};

const declaredText = ({ entry }: Reported): string =>
  entry.expect === null ? 'the claim has no meaning' : `the catalogue says ${entry.expect}`;

const mismatch = (one: Reported): Markup | null =>
  asDeclared(one)
    ? null
    : html`
      <p class="mismatch">
        <strong>Not as declared:</strong> ${declaredText(one)}.
      </p>
    `;

/** The reason; what stands below its first line is laid out already, as a caret under a step. */
const because = ({ verdict }: Reported): Markup | null => {
  if (verdict.message === null || verdict.verdict === 'ill-typed') return null;
  const [first = '', ...rest] = verdict.message.trimEnd().split('\n');
  return html`
    <p class="because">${first}</p>
    ${rest.length > 0 && html`<pre tabindex="0">${rest.join('\n')}</pre>`}
  `;
};

/** The claim for use elsewhere. */
const texts = ({ entry, verdict }: Reported, latex: string | null): Markup => html`
  <details class="texts">
    <summary>As text</summary>
    <dl>
      <dt>Claim</dt>
      <dd><pre tabindex="0">${verdict.claim}</pre></dd>
      ${latex !== null && html`<dt>LaTeX</dt><dd><pre tabindex="0">${latex}</pre></dd>`}
      ${
        verdict.hash !== null &&
        html`
          <dt>Hash of the statement</dt>
          <dd><code>${verdict.hash}</code></dd>
        `
      }
      <dt>Declared in</dt>
      <dd><code>${showPlace(entry.place)}</code></dd>
    </dl>
  </details>
`;

const coverage = ({ verdict }: Reported, id: string): Markup | null => {
  const plots = verdict.coverage === undefined ? null : coveragePlots(verdict.coverage, id);
  const sampled = verdict.trials.met > classified ? ', of a sample of them' : '';
  return (
    plots &&
    html`
      <details class="coverage">
        <summary>What the search looked at</summary>
        <p class="legend">
          Points that met the hypotheses, by class${sampled}.
          ${plural(verdict.trials.met, 'point')} met them in all.
        </p>
        ${plots}
      </details>
    `
  );
};

const playgroundLink = (address: string, claim: string): Markup => {
  const target = `${address}#claim=${encodeURIComponent(claim)}`;
  return html`<p><a href="${target}">Open in the playground</a></p>`;
};

export const cardMarkup = (
  one: Reported,
  ids: ReadonlySet<string>,
  playground: string | null = null,
): Markup => {
  const { entry, verdict, explanation, needs } = one;
  const { counterexample, proof } = verdict;
  const claim = verdict.verdict === 'ill-typed' ? null : readClaim(verdict.claim);
  const brought = claim === null ? [] : broughtIn(claim, entry.proof);
  const own = `c${[...ids].indexOf(entry.id)}`;
  const searched = [entry.id, verdict.verdict, verdict.claim, entry.source ?? '', entry.note ?? ''];
  const necessity = needs === null ? null : necessityMarkup(needs, claim);
  return html`
    <article id="${entry.id}" class="claim" data-status="${verdict.verdict}"
      data-family="${entry.family}"
      data-text="${searched.join(' ').toLowerCase()}"
      aria-labelledby="${own}" tabindex="-1">
      <div class="margin">
        <p>${badge(verdict.verdict)}</p>
        <p class="facts">
          ${facts(one).map(
            (fact, i) => html`
              ${i > 0 && html`<span class="separator">, </span>`}
              <span>${fact}</span>
            `,
          )}
        </p>
      </div>
      <div class="matter">
        <h3 id="${own}"><a href="#${entry.id}">${entry.id}</a></h3>
        ${claim === null ? illTypedMarkup(verdict) : statement(claim)}
        ${mismatch(one)}
        ${because(one)}
        ${entry.note !== null && html`<p class="note">${entry.note}</p>`}
        ${counterexample !== null && counterexampleMarkup(counterexample, explanation, claim)}
        ${proof !== null && derivationMarkup(proof, claim, brought, ids)}
        ${verdict.verdict !== 'refuted' && assumedMarkup(verdict.assumed, claim)}
        ${
          verdict.axioms.length > 0 &&
          html`<p class="assumed"><span class="label">cited</span> ${verdict.axioms.join('; ')}</p>`
        }
        ${necessity}
        ${
          entry.source !== null &&
          html`<p class="source"><span class="label">from</span> ${entry.source}</p>`
        }
        <div class="more">
          ${coverage(one, own)}
          ${texts(one, claim === null ? null : claimLatex(claim))}
          ${playground !== null && playgroundLink(playground, verdict.claim)}
        </div>
      </div>
    </article>
  `;
};
