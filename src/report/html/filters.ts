/** What finds a claim: search, filters, and the list of all of them. */
import { html, type Markup } from './markup.ts';
import type { Reported } from './reported.ts';
import { shape, statuses } from './status.ts';

/** Hidden until the script is there, which it needs. */
const form = (families: readonly string[], present: readonly (typeof statuses)[number][]): Markup => html`<form id="filters" role="search" aria-label="Filter the claims" hidden>
<label for="query"><span class="kind-label">Search</span></label><input id="query" type="search" autocomplete="off" spellcheck="false" aria-describedby="count">
<fieldset><legend class="kind-label">Verdict</legend><div class="choices">${present.map((name) => html`<label><input type="checkbox" value="${name}" checked><span class="badge ${name}">${shape(name)}${name}</span></label>`)}</div></fieldset>
<div class="field"><label for="family"><span class="kind-label">Family</span></label><select id="family"><option value="">all</option>${families.map((name) => html`<option value="${name}">${name}</option>`)}</select></div>
<output id="count" class="count" for="query family" aria-live="polite"></output></form>`;

const index = (claims: readonly Reported[], families: readonly string[]): Markup => html`${families.map((family) => html`<h2 class="index-title">${family}</h2><ul class="index">${claims.filter(({ entry }) => entry.family === family).map(({ entry, verdict }) => html`<li><a href="#${entry.id}"><span class="${verdict.verdict}">${shape(verdict.verdict)}</span><span>${entry.id.slice(family.length + 1)}<span class="hidden-text">, ${verdict.verdict}</span></span></a></li>`)}</ul>`)}`;

export const navigation = (claims: readonly Reported[]): Markup => {
  const families = [...new Set(claims.map(({ entry }) => entry.family))];
  const present = statuses.filter((name) => claims.some(({ verdict }) => verdict.verdict === name));
  return html`<nav aria-label="Claims">${form(families, present)}${index(claims, families)}</nav>`;
};
