/** A verdict as HTML: the word, the statement, and what it rests on. */
import { claimLatex, type Claim } from '../language/index.ts';
import type { Explanation } from '../refuter/index.ts';
import { countText, plural, secondsText } from '../report/numbers-text.ts';
import { counterexampleMarkup } from '../report/html/counterexample.ts';
import { coveragePlots } from '../report/html/coverage-plot.ts';
import { derivationMarkup } from '../report/html/derivation.ts';
import { readClaim } from '../report/html/formula.ts';
import { illTypedMarkup } from '../report/html/ill-typed.ts';
import { html, type Markup } from '../report/html/markup.ts';
import { assumedMarkup } from '../report/html/necessity.ts';
import { statement } from '../report/html/statement.ts';
import { badge } from '../report/html/status.ts';
import type { Verdict } from '../verdict/verdict.ts';

/** What a verdict rests on, in a few words. */
const basis = ({ verdict, proof, trials, seconds }: Verdict): string => {
  const searched = `${countText(trials.met)} of ${plural(trials.run, 'trial')} met the hypotheses`;
  const said = {
    proved: `for every dimension, in ${plural(proof?.steps ?? 0, 'step')}`,
    refuted: `by an exact counterexample${trials.run > 0 ? `, after ${plural(trials.run, 'trial')}` : ''}`,
    survived: `${searched}; this is not a proof`,
    'gave-up': `undecided; ${searched}`,
    'ill-typed': 'the claim is not well-formed',
  }[verdict];
  return verdict === 'ill-typed' ? said : `${said}; ${secondsText(seconds)}`;
};

/** One sentence, to be spoken. */
export const spokenSummary = (verdict: Verdict): string =>
  `${verdict.verdict}: ${verdict.verdict === 'ill-typed' ? (verdict.message ?? basis(verdict)) : basis(verdict)}`;

/** The reason; what follows its first line is laid out already. */
const because = ({ verdict, message }: Verdict): Markup | null => {
  if (message === null || verdict === 'ill-typed') return null;
  const [first = '', ...rest] = message.trimEnd().split('\n');
  return html`
    <p class="because">${first}</p>
    ${rest.length > 0 && html`<pre tabindex="0">${rest.join('\n')}</pre>`}
  `;
};

const coverage = ({ coverage: classes, trials }: Verdict): Markup | null => {
  const plots = classes === undefined ? null : coveragePlots(classes, 'coverage');
  return (
    plots &&
    html`
      <details class="coverage">
        <summary>What the search looked at</summary>
        <p class="legend">
          Points that met the hypotheses, by class; of a long search, a sample of them.
          ${plural(trials.met, 'point')} met them in all.
        </p>
        ${plots}
      </details>
    `
  );
};

const notes = (verdict: Verdict): Markup =>
  html`${(verdict.notes ?? []).map((note) => html`<p class="because">${note}</p>`)}`;

const texts = ({ claim: text, hash }: Verdict, claim: Claim | null): Markup | null =>
  claim &&
  html`
    <details class="texts">
      <summary>As text</summary>
      <dl>
        <dt>Claim</dt>
        <dd><pre tabindex="0">${text}</pre></dd>
        <dt>LaTeX</dt>
        <dd><pre tabindex="0">${claimLatex(claim)}</pre></dd>
        ${hash !== null && html`<dt>Hash of the statement</dt><dd><code>${hash}</code></dd>`}
      </dl>
    </details>
  `;

export const verdictCard = (verdict: Verdict, explanation: Explanation | null): Markup => {
  const claim = verdict.verdict === 'ill-typed' ? null : readClaim(verdict.claim);
  const { counterexample, proof, axioms } = verdict;
  return html`
    <div class="head">
      <p class="verdict">${badge(verdict.verdict)}</p>
      <p class="facts">${basis(verdict)}</p>
    </div>
    ${claim === null ? illTypedMarkup(verdict, (text) => `#claim=${encodeURIComponent(text)}`) : statement(claim)}
    ${because(verdict)}
    ${notes(verdict)}
    ${verdict.verdict !== 'refuted' && assumedMarkup(verdict.assumed, claim)}
    ${
      axioms.length > 0 &&
      html`<p class="assumed"><span class="label">cited</span> ${axioms.join('; ')}</p>`
    }
    ${counterexample !== null && counterexampleMarkup(counterexample, explanation, claim)}
    ${proof !== null && derivationMarkup(proof, claim, [], new Set())}
    <div class="more">${counterexample === null && coverage(verdict)}${texts(verdict, claim)}</div>
  `;
};
