/**
 * The playground as one HTML file. Its policy forbids every request; the engine stands in it as
 * text.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { html, trusted, type Markup } from '../report/html/markup.ts';
import { shape, shapeDefinitions } from '../report/html/status.ts';
import { gallery } from './gallery.ts';
import { style } from './style.ts';

export interface PlaygroundParts {
  /** The script that starts the worker, bundled. */
  readonly start: string;
  /** The script of the page, bundled. */
  readonly script: string;
  /** The engine's worker, bundled as a script. */
  readonly worker: string;
  readonly version: string;
}

/** A script's text inside an element: nothing in it may end the element, or open a comment. */
export const insideScript = (code: string): string =>
  code.replaceAll(/<\/(?=script)/gi, String.raw`<\/`).replaceAll('<!--', String.raw`\x3C!--`);

const fingerprint = (text: string): string =>
  `'sha256-${btoa(String.fromCodePoint(...sha256(utf8ToBytes(text))))}'`;

/**
 * Our own style and script, a worker made of the page's own text, and compiled numbers: nothing
 * else.
 */
const policy = (...scripts: readonly string[]): string =>
  `default-src 'none'; style-src ${fingerprint(style)}; script-src ${scripts.map(fingerprint).join(' ')} ` +
  "'wasm-unsafe-eval'; worker-src blob:; base-uri 'none'; form-action 'none'";

/** Not in a tagged template, where a bundler would rewrite the closing tag. */
const element = (attributes: string, text: string): Markup =>
  trusted(`<script${attributes}>${text}</${'script'}>`);

const galleryItem = (claim: string, title: string, verdict: (typeof gallery)[number]['verdict']) =>
  html`
    <li>
      <a href="#claim=${encodeURIComponent(claim)}">
        ${shape(verdict)}<span>${title}<span class="hidden-text">, ${verdict}</span></span>
      </a>
    </li>
  `;

const editor = html`
  <label class="editor-label" for="claim">Claim</label>
  <div class="editor">
    <pre class="ink" id="ink" aria-hidden="true"></pre>
    <textarea id="claim" rows="4" spellcheck="false" autocapitalize="off" autocomplete="off"
      autocorrect="off" aria-describedby="hint" aria-controls="words" aria-autocomplete="list"
    ></textarea>
    <ul class="words" id="words" role="listbox" aria-label="Words of the language" hidden></ul>
  </div>
  <p class="hint" id="hint" aria-live="polite"></p>
  <div class="buttons">
    <button class="main" id="check" type="button" title="Ctrl+Enter">Check</button>
    <button id="stop" type="button" disabled>Stop</button>
    <button id="longer" type="button" disabled>More time</button>
    <button id="needs" type="button" disabled>What does it need?</button>
    <button id="why" type="button" disabled>Why no proof?</button>
  </div>
`;

const copying = html`
  <div class="buttons" role="group" aria-label="Copy">
    <button id="copy-link" type="button">Copy link</button>
    <button id="copy-latex" type="button" disabled>Copy LaTeX</button>
    <button id="copy-markdown" type="button" disabled>Copy note block</button>
    <button id="copy-python" type="button" disabled>Copy Python test</button>
    <button id="copy-command" type="button" disabled>Copy command</button>
  </div>
`;

const note = html`
  <section class="note" aria-labelledby="note-title">
    <h2 id="note-title">A note or a paper</h2>
    <p class="legend">
      Drop a <code>.md</code> or <code>.tex</code> file on this page, or choose one: all its claims
      are checked here.
    </p>
    <p>
      <label class="file">
        Choose a file<input id="note-file" type="file" accept=".md,.qmd,.markdown,.tex,.txt">
      </label> <button id="save-note" type="button" hidden>Save with verdicts</button>
    </p>
    <div id="note-result" role="region" aria-label="Claims of the file"></div>
  </section>
`;

const aside = html`
  <aside aria-label="Examples and history">
    <h2 id="gallery-title">Examples</h2>
    <ul aria-labelledby="gallery-title">
      ${gallery.map(({ claim, title, verdict }) => galleryItem(claim, title, verdict))}
    </ul>
    <h2 id="history-title">History</h2>
    <ul id="history-list" aria-labelledby="history-title"></ul>
    <button id="forget" class="link" type="button">Forget the history</button>
  </aside>
`;

export const playgroundHtml = ({ start, script, worker, version }: PlaygroundParts): string => {
  const first = insideScript(start);
  const own = insideScript(script);
  return html`
    <!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="${policy(first, own)}">
        <meta name="generator" content="elenchus">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <title>elenchus playground</title>
        <style>${trusted(style)}</style>
        ${element(' type="text/plain" id="engine"', insideScript(worker))}
        ${element('', first)}
      </head>
      <body>
        <a class="skip" href="#claim">Skip to the claim</a>
        ${shapeDefinitions()}
        <div class="page">
          <header>
            <h1>elenchus</h1>
            <p>
              State a claim about matrices, networks or their derivatives. It is proved for every
              dimension, or refuted by an exact counterexample. Everything runs in this page;
              nothing is sent.
            </p>
          </header>
          <div class="frame">
            <main>
              ${editor}
              <p class="status" id="status" role="status"></p>
              <div class="result" id="result" role="region" aria-label="Verdict"></div>
              <div id="more-result" role="region" aria-label="More about the verdict"></div>
              ${copying}
              ${note}
            </main>
            ${aside}
          </div>
          <footer>
            <p>
              elenchus ${version}. <kbd>Ctrl</kbd>+<kbd>Enter</kbd> checks the
              claim, <kbd>Esc</kbd> stops.
            </p>
          </footer>
        </div>
        <noscript><p>The engine is a script: allow scripts for this page.</p></noscript>
        ${element('', own)}
      </body>
    </html>
  `.html;
};
