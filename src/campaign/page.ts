/**
 * The page of a running campaign: what is done, what was found, intervals as they narrow. It loads
 * nothing from elsewhere.
 */
import { createHash } from 'node:crypto';
import type { Quantity } from '../experiments/quantity.ts';
import { intervalPlot, kindsOf } from '../report/html/interval-plot.ts';
import { html, trusted, type Markup } from '../report/html/markup.ts';
import { badge, shapeDefinitions } from '../report/html/status.ts';
import { style as reportStyle } from '../report/html/style.ts';
import { countText, plural, secondsText } from '../report/numbers-text.ts';
import type { HuntOutcome } from './outcome.ts';
import { nearestText } from './status-text.ts';
import type { CampaignStatus, ExperimentStatus } from './status.ts';

const style = `${reportStyle}
.bar{display:block;width:7rem;height:.6rem;background:var(--line);border-radius:3px;overflow:hidden}
.wide-bar{width:100%;height:.7rem;margin-top:1rem}
.hunts{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}
.hunts th,.hunts td{padding:.3rem .9rem .3rem 0;text-align:left;border-bottom:1px solid var(--line);vertical-align:baseline}
.hunts td.number,.hunts th.number{text-align:right}
.hunts th[scope=row]{font:500 .86em/1.5 var(--mono);overflow-wrap:anywhere;min-width:11rem}
.hunts .claim-text{display:block;color:var(--muted);font-weight:400;max-width:34rem}
.live{font-weight:600}
.stale{color:var(--refuted)}
`;

/** The page asks for its own parts again, and says so where nobody answers. */
const script = `
const main = document.querySelector('#live');
const word = document.querySelector('#word');
const again = async () => {
  try {
    const answer = await fetch('part', { cache: 'no-store' });
    if (!answer.ok) throw new Error(String(answer.status));
    const open = [...main.querySelectorAll('details')].map((one) => one.open);
    main.innerHTML = await answer.text();
    main.querySelectorAll('details').forEach((one, i) => { one.open = open[i] ?? false; });
    word.textContent = '';
    if (main.querySelector('[data-over]')) return;
  } catch {
    word.textContent = 'The coordinator does not answer: this is how the campaign stood when it last did.';
  }
  setTimeout(again, 2000);
};
setTimeout(again, 2000);
`;

const fingerprint = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What the page may load: itself. */
export const policy =
  `default-src 'none'; connect-src 'self'; style-src ${fingerprint(style)}; script-src ` +
  `${fingerprint(script)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** Without inline style, which the policy forbids: an SVG of one bar. */
const bar = (done: number, of: number, lost: number, wide = false): Markup => {
  const share = of === 0 ? 100 : Math.round((1000 * done) / of) / 10;
  return html`<svg class="bar ${wide && 'wide-bar'}" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label="${share} % of the slices done${lost > 0 && `, ${lost} lost`}"><rect width="${share}" height="6" fill="var(--${lost > 0 ? 'refuted' : 'accent'})"/></svg>`;
};

const claimText = ({ part }: HuntOutcome): string =>
  part.claim.length > 160 ? `${part.claim.slice(0, 159)}…` : part.claim;

const verdictOf = (one: HuntOutcome): Markup =>
  one.verdict === 'hunting' ? html`<span class="live">hunting</span>` : badge(one.verdict);

const huntRow = (one: HuntOutcome): Markup =>
  html`<tr><th scope="row">${one.part.key}<span class="claim-text">${claimText(one)}</span>${!one.isDeclared && html`<span class="refuted">declared ${one.part.declared ?? ''}</span>`}${one.reason !== null && html`<span class="claim-text">${one.reason}</span>`}</th><td>${verdictOf(one)}</td><td>${bar(one.slices.done, one.slices.of, one.slices.lost)}</td><td class="number">${countText(one.counts.run)}</td><td class="number">${countText(one.counts.met)}</td><td class="number">${one.found === null ? nearestText(one).replace('-', '−') : html`<span class="refuted">violated</span>`}</td></tr>`;

const rank = ({ isDeclared, verdict }: HuntOutcome): number =>
  !isDeclared ? 0 : { refuted: 1, hunting: 2, 'gave-up': 3, survived: 4 }[verdict];

const huntsSection = (hunts: readonly HuntOutcome[]): Markup | null =>
  hunts.length === 0
    ? null
    : html`<section aria-labelledby="hunts"><h2 id="hunts">Hunts</h2><p class="legend">“Nearest” is the largest violation that climbs reached, relative to both sides; at most 0 until a claim is refuted. Survived does not mean true.</p><div class="scroll" role="region" aria-label="Hunts" tabindex="0"><table class="hunts"><thead><tr><th scope="col">Claim</th><th scope="col">Verdict</th><th scope="col">Slices</th><th scope="col" class="number">Trials</th><th scope="col" class="number">Met</th><th scope="col" class="number">Nearest</th></tr></thead><tbody>${hunts.toSorted((a, b) => rank(a) - rank(b)).map(huntRow)}</tbody></table></div></section>`;

const plots = (quantities: readonly Quantity[], own: string): Markup =>
  html`<div class="plots wide">${[...kindsOf(quantities)].map(
    ([kind, some], i) =>
      html`<figure><figcaption>${kind}</figcaption>${intervalPlot(some, kind, `${own}-${i}`)}</figure>`,
  )}</div>`;

const experimentCard = (one: ExperimentStatus, i: number): Markup => {
  const { part, units, slices, quantities, findings, lost, message } = one;
  return html`<article class="claim" aria-labelledby="e${i}"><div class="margin"><p>${badge('measured')}</p><p class="facts"><span>${part.form} form</span><span class="separator">, </span><span>${units.done} of ${plural(units.of, 'unit')}</span></p>${bar(slices.done, slices.of, slices.lost)}</div><div class="matter"><h3 id="e${i}">${part.key}</h3><p class="note">${part.statement}</p>${lost !== null && html`<p class="mismatch">${lost}</p>`}${message !== null && html`<p class="mismatch">${message}</p>`}${
    findings !== null &&
    html`<ul class="plain">${findings.map(({ says, holds }) => html`<li><span class="${holds ? 'proved' : 'refuted'}">${holds ? 'found' : 'not found'}</span> ${says}</li>`)}</ul>`
  }${quantities === null || quantities.length === 0 ? html`<p class="because">The table needs more units.</p>` : html`<div class="evidence"><h4>${units.done < units.of ? 'So far' : 'Measured'}<span class="aside">dots with 95 % intervals</span></h4>${plots(quantities, `q${i}`)}</div>`}</div></article>`;
};

const experimentsSection = (experiments: readonly ExperimentStatus[]): Markup | null =>
  experiments.length === 0
    ? null
    : html`<section aria-labelledby="experiments"><h2 id="experiments">Experiments</h2><p class="legend">Measurements, not proofs. Intervals narrow as units are done.</p>${experiments.map(experimentCard)}</section>`;

const coverageSection = (hunts: readonly HuntOutcome[]): Markup | null => {
  const classes = new Map<string, number>();
  for (const { counts } of hunts)
    for (const [name, n] of Object.entries(counts.coverage))
      classes.set(name, (classes.get(name) ?? 0) + n);
  if (classes.size === 0) return null;
  const sorted = [...classes].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return html`<section aria-labelledby="coverage"><h2 id="coverage">Coverage</h2><details><summary>Classes of points of all hunts together</summary><div class="scroll" role="region" aria-label="Coverage" tabindex="0"><table class="hunts"><thead><tr><th scope="col">Class</th><th scope="col" class="number">Points</th></tr></thead><tbody>${sorted.map(([name, n]) => html`<tr><th scope="row">${name}</th><td class="number">${n === 0 ? 'never' : countText(n)}</td></tr>`)}</tbody></table></div></details></section>`;
};

const workersSection = ({ workers, carrier }: CampaignStatus): Markup | null =>
  carrier === 'local'
    ? null
    : html`<section aria-labelledby="workers"><h2 id="workers">Workers</h2>${workers.length === 0 ? html`<p class="because">No worker is there. Start one: <code>elenchus worker --redis URL</code></p>` : html`<div class="scroll" role="region" aria-label="Workers" tabindex="0"><table class="hunts"><thead><tr><th scope="col">Worker</th><th scope="col">Build</th><th scope="col" class="number">Threads</th><th scope="col" class="number">Slices</th></tr></thead><tbody>${workers.map((one) => html`<tr><th scope="row">${one.id}${one.refused !== null && html`<span class="claim-text stale">refused: ${one.refused}</span>`}</th><td>${one.build}</td><td class="number">${one.threads}</td><td class="number">${countText(one.slices)}</td></tr>`)}</tbody></table></div>`}</section>`;

const phrases: Readonly<Record<CampaignStatus['phase'], string>> = {
  running: 'Running',
  away: 'Redis does not answer; the campaign goes on as soon as it does',
  stopped: 'Stopped; resume goes on',
  done: 'Done',
};

/** What changes: the head and all sections. */
export function campaignPart(status: CampaignStatus): string {
  const { slices, trials, rate, seconds, hunts, experiments, phase, rederived } = status;
  const refuted = hunts.filter(({ found }) => found !== null).length;
  return html`<header ${phase === 'done' && trusted('data-over=""')}><h1>${status.name}</h1><p class="sum">${phrases[phase]}, for ${secondsText(seconds)}. ${countText(slices.done)} of ${plural(slices.of, 'slice')}${slices.lost > 0 && `, ${countText(slices.lost)} lost`}.</p>
${bar(slices.done, slices.of, slices.lost, true)}
<ul class="tally"><li><b>${countText(trials.run)}</b> trials</li><li><b>${countText(Math.round(rate.trials))}</b> a second</li><li><b>${refuted}</b> refuted</li><li><b>${hunts.filter(({ verdict }) => verdict === 'hunting').length}</b> hunting</li><li><b>${rederived}</b> slices derived twice</li></ul></header>
<main>${huntsSection(hunts)}${experimentsSection(experiments)}${coverageSection(hunts)}${workersSection(status)}</main>`
    .html;
}

/** The whole page. */
export const campaignPage = (status: CampaignStatus): string =>
  html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${status.name} · elenchus campaign</title><style>${trusted(style)}</style></head>
<body>${shapeDefinitions()}<div class="page"><p id="word" class="stale" role="status"></p><div id="live">${trusted(campaignPart(status))}</div>
<footer><p>elenchus ${status.build}, plan ${status.plan.slice(0, 12)}. <a href="metrics">Metrics</a>, <a href="status.json">status as JSON</a>.</p></footer></div>${trusted(`<script>${script}</${'script'}>`)}</body></html>
`.html;
