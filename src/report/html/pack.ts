/**
 * A large report made small: each formula is kept once, and what is folded away is compressed. The
 * script of the page puts both back; without it a formula is read in the notation of claims.
 */
import { deflateRawSync } from 'node:zlib';

/** Reports below this many characters are left as they are. */
const small = 1_000_000;

const formula = /<math alttext="([^"]*)" aria-label="[^"]*">(.*?)<\/math>/gs;
const folded =
  /<details class="(coverage|texts|lemmas)">(<summary>.*?<\/summary>)(.*?)<\/details>/gs;
/** Plots, which the script puts back at once. */
const plots = /<div class="plots wide">(.*?<\/figure>)<\/div>/gs;
/** For the search, which then reads the text of a claim. */
const searched = / data-text="[^"]*"/g;

export function packed(page: string): string {
  if (page.length < small) return page;
  const end = page.lastIndexOf('<script>');
  const folds: string[] = [];
  const formulas = new Map<string, string>();
  const short = page
    .slice(0, end)
    .replaceAll(searched, '')
    .replaceAll(folded, (_, name: string, summary: string, body: string) => {
      folds.push(body);
      return `<details class="${name}" data-fold="${folds.length - 1}">${summary}</details>`;
    })
    .replaceAll(plots, (_, body: string) => {
      folds.push(body);
      return `<div class="plots wide" data-fold="${folds.length - 1}"></div>`;
    })
    .replaceAll(formula, (whole, text: string, body: string) => {
      // one text in two forms, as a name that two claims declare in two ways
      if ((formulas.get(text) ?? body) !== body) return whole;
      formulas.set(text, body);
      return `<m->${text}</m->`;
    });
  const data = JSON.stringify({ formulas: Object.fromEntries(formulas), folds });
  const bytes = deflateRawSync(data, { level: 9 }).toString('base64');
  const block = `<script type="text/plain" id="packed">${bytes}</${'script'}>`;
  return short + block + page.slice(end);
}
