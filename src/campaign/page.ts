/**
 * The page of a running campaign: what is done, what was found, intervals as they narrow. It loads
 * nothing from elsewhere.
 */
import { createHash } from 'node:crypto';
import { html, trusted } from '../report/html/markup.ts';
import { shapeDefinitions } from '../report/html/status.ts';
import { style as reportStyle } from '../report/html/style.ts';
import { countText, plural, secondsText } from '../report/numbers-text.ts';
import {
  bar,
  coverageSection,
  experimentsSection,
  huntsSection,
  workersSection,
} from './page-sections.ts';
import type { CampaignStatus } from './status.ts';

const style = `${reportStyle}
.bar{display:block;width:7rem;height:.6rem;background:var(--line);border-radius:3px;overflow:hidden}
.wide-bar{width:100%;height:.7rem;margin-top:1rem}
.hunts{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}
.hunts th,.hunts td{padding:.3rem .9rem .3rem 0;text-align:left;border-bottom:1px solid var(--line);
  vertical-align:baseline}
.hunts td.number,.hunts th.number{text-align:right}
.hunts th[scope=row]{font:500 .86em/1.5 var(--mono);overflow-wrap:anywhere;min-width:11rem}
.hunts .claim-text{display:block;color:var(--muted);font-weight:400;max-width:34rem}
.live{font-weight:600}
@media(max-width:40rem){
  .hunts thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
  .hunts tr{display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;padding:.5rem 0;
    border-bottom:1px solid var(--line);align-items:baseline}
  .hunts th[scope=row]{flex:1 0 100%;padding:0;border:0}
  .hunts td,.hunts td.number{padding:0;border:0;text-align:left}
  .hunts td[data-label]::before{content:attr(data-label) " ";color:var(--muted)}
  .hunts td:empty{display:none}
}
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
    word.textContent =
      'The coordinator does not answer: this is how the campaign stood when it last did.';
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
  const units = experiments.reduce((sum, one) => sum + one.units.of, 0);
  const unitsDone = experiments.reduce((sum, one) => sum + one.units.done, 0);
  const lost = slices.lost > 0 ? `, ${countText(slices.lost)} lost` : '';
  const slicesText = `${countText(slices.done)} of ${plural(slices.of, 'slice')}${lost}`;
  return html`
    <header ${phase === 'done' && trusted('data-over=""')}>
      <h1>${status.name}</h1>
      <p class="sum">
        ${phrases[phase]}, for ${secondsText(seconds)}. ${slicesText}.
      </p>
      ${bar(slices.done, slices.of, slices.lost, true)}
      <ul class="tally">
        ${
          hunts.length > 0 &&
          html`
            <li><b>${countText(trials.run)}</b> trials</li>
            <li><b>${countText(Math.round(rate.trials))}</b> a second</li>
            <li><b>${refuted}</b> refuted</li>
            <li><b>${hunts.filter(({ verdict }) => verdict === 'hunting').length}</b> hunting</li>
          `
        }
        ${
          experiments.length > 0 &&
          html`<li><b>${countText(unitsDone)}</b> of ${plural(units, 'unit')} measured</li>`
        }
        <li><b>${rederived}</b> slices derived twice</li>
      </ul>
    </header>
    <main>
      ${huntsSection(hunts)}
      ${experimentsSection(experiments)}
      ${coverageSection(hunts)}
      ${workersSection(status)}
    </main>
  `.html;
}

/** The whole page. */
export const campaignPage = (status: CampaignStatus): string =>
  html`
    <!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>${status.name} · elenchus campaign</title>
        <style>${trusted(style)}</style>
      </head>
      <body>
        ${shapeDefinitions()}
        <div class="page">
          <p id="word" class="stale" role="status"></p>
          <div id="live">${trusted(campaignPart(status))}</div>
          <footer>
            <p>
              elenchus ${status.build}, plan ${status.plan.slice(0, 12)}. <a
              href="metrics">Metrics</a>, <a href="status.json">status as JSON</a>.
            </p>
          </footer>
        </div>
        ${trusted(`<script>${script}</${'script'}>`)}
      </body>
    </html>
  `.html;
