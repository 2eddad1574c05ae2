/** The frame of a page: menu, search, the page itself, its headings; and the style of all. */
import { html, trusted, type Markup } from '../../../src/report/html/markup.ts';
import { dark, light, properties } from '../../../src/report/html/palette.ts';
import type { Page } from './pages.ts';
import type { Rendered } from './render.ts';

export const style = `
:root{${properties(light)};color-scheme:light dark;
--mono:ui-monospace,"SF Mono",SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;
--text:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
--serif:ui-serif,"Iowan Old Style",Palatino,"Palatino Linotype",Georgia,"DejaVu Serif",serif;
--math:"STIX Two Math","Cambria Math","Latin Modern Math","Noto Sans Math",math,serif}
@media (prefers-color-scheme:dark){:root{${properties(dark)}}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.6 var(--text)}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.18em}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:.5rem;top:.5rem;padding:.5rem 1rem;background:var(--ground)}
.frame{display:grid;grid-template-columns:15rem minmax(0,46rem) minmax(0,14rem);gap:0 3rem;
max-width:84rem;margin:0 auto;padding:0 1.25rem 4rem}
.menu,.contents{position:sticky;top:0;align-self:start;max-height:100vh;overflow-y:auto;
padding:1.6rem .25rem;font-size:.9rem}
.menu h2,.contents h2{margin:1.1rem 0 .2rem;font:600 .78rem/1.4 var(--text);color:var(--muted)}
.menu ul,.contents ul{list-style:none;margin:0;padding:0}
.menu a,.contents a{display:block;padding:.15rem 0;color:var(--ink);text-decoration:none;
overflow-wrap:anywhere}
.menu a:hover,.contents a:hover{color:var(--accent);text-decoration:underline}
.menu a[aria-current]{color:var(--accent);font-weight:600}
.contents .deep{padding-left:.9rem}
.name{font:600 1.3rem/1.2 var(--serif)}
input[type=search]{width:100%;font:inherit;margin-top:.8rem;padding:.42rem .6rem;color:var(--ink);
background:var(--ground);border:1px solid var(--muted);border-radius:5px}
.found{list-style:none;margin:.5rem 0 0;padding:0}
.found small{display:block;color:var(--muted)}
main{min-width:0;padding-top:1.6rem}
h1{font:600 clamp(1.6rem,4.5vw,2.2rem)/1.2 var(--serif);letter-spacing:-.012em;margin:.4rem 0 1rem}
h2{font:600 1.35rem/1.3 var(--serif);margin:2.2rem 0 .5rem}
h3{font:600 1.08rem/1.4 var(--text);margin:1.6rem 0 .3rem}
h1,h2,h3,h4,p,li,td,th{overflow-wrap:anywhere}
code,pre{font-family:var(--mono);font-size:.86em}
pre{background:var(--raised);padding:.8rem 1rem;border-radius:5px;overflow-x:auto;line-height:1.5}
pre:has(.language-text){white-space:pre-wrap;overflow-wrap:anywhere}
:not(pre)>code{background:var(--raised);padding:.08em .3em;border-radius:3px}
.opens{margin:-.6rem 0 1rem;font-size:.88rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:.92rem}
th,td{padding:.35rem .8rem .35rem 0;text-align:left;vertical-align:baseline;
border-bottom:1px solid var(--line)}
math{font-family:var(--math);font-size:1.08em}
main p:has(math),main li:has(math){overflow-x:auto;overflow-y:hidden}
img{max-width:100%;height:auto}
blockquote{margin:1rem 0;padding-left:1rem;border-left:3px solid var(--line);color:var(--muted)}
footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:1rem;color:var(--muted);
font-size:.9rem}
details.small{display:none}
@media (max-width:76rem){.frame{grid-template-columns:15rem minmax(0,1fr)}.contents{display:none}}
@media (max-width:48rem){
.frame{grid-template-columns:minmax(0,1fr);padding:0 1rem 3rem}
.menu{position:static;max-height:none;padding-bottom:0}
.menu>nav{display:none}
.menu.open>nav{display:block}
details.small{display:block}
main{padding-top:.6rem}
}
@media print{.menu,.contents,.opens{display:none}.frame{display:block}}
`;

const groupsOf = (pages: readonly Page[]): readonly (readonly [string, readonly Page[]])[] =>
  [...new Set(pages.map((p) => p.group))].map((group) => [
    group,
    pages.filter((p) => p.group === group),
  ]);

const menu = (pages: readonly Page[], here: Page): Markup => {
  const current = (p: Page): boolean => p === here || p.file === here.parent;
  const list = groupsOf(pages.filter((p) => p.parent === undefined)).map(
    ([group, own]) => html`<h2>${group}</h2>
      <ul>
        ${own.map(
          (p) => html`<li>
            <a href="${p.file}" ${current(p) && trusted('aria-current="page"')}>${p.title}</a>
          </li>`,
        )}
      </ul>`,
  );
  const more = html`<h2>Live</h2>
    <ul>
      <li><a href="playground/index.html">The playground</a></li>
      <li><a href="report.html">The report of the catalogue</a></li>
    </ul>`;
  return html`<nav aria-label="Pages">${list}${more}</nav>
    <details class="small"><summary>All pages</summary>${list}${more}</details>`;
};

const contents = ({ headings }: Rendered): Markup => {
  const shown = headings.filter(({ depth }) => depth === 2 || depth === 3);
  if (shown.length < 3 || shown.length > 80) return html``;
  return html`<h2>On this page</h2>
    <ul>
      ${shown.map(
        ({ depth, id, text }) => html`<li>
          <a ${depth === 3 && trusted('class="deep"')} href="#${id}">${text}</a>
        </li>`,
      )}
    </ul>`;
};

/** The whole page. Its scripts are files next to it, so that it works from the disk. */
export const pageHtml = (
  page: Page,
  body: Rendered,
  pages: readonly Page[],
  version: string,
): string =>
  `<!doctype html>\n${
    html`<html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'"
        />
        <title>${page.title === 'elenchus' ? 'elenchus' : `${page.title} · elenchus`}</title>
        <link rel="stylesheet" href="style.css" />
      </head>
      <body>
        <a class="skip" href="#page">To the page</a>
        <div class="frame">
          <div class="menu">
            <a class="name" href="index.html">elenchus</a>
            <div role="search">
              <input type="search" id="words" placeholder="Search" aria-label="Search all pages" />
              <ul class="found" id="found" aria-live="polite"></ul>
            </div>
            ${menu(pages, page)}
          </div>
          <main id="page">
            ${trusted(body.html)}
            <footer>elenchus ${version}, made from ${page.source}</footer>
          </main>
          <nav class="contents" aria-label="On this page">${contents(body)}</nav>
        </div>
        <script src="search-index.js"></script>
        <script src="search.js"></script>
      </body>
    </html>`.html
  }`;
