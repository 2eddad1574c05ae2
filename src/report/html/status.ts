/** A verdict's sign on the page: always a shape and a word, the colour comes on top. */
import type { VerdictName } from '../../verdict/verdict.ts';
import { html, trusted, type Markup } from './markup.ts';

export const statuses = [
  'proved',
  'refuted',
  'survived',
  'gave-up',
  'ill-typed',
] as const satisfies readonly VerdictName[];

export const statusMeanings: Readonly<Record<VerdictName, string>> = {
  proved:
    'for every dimension; the kernel accepted a derivation, and no search found fault with it',
  refuted: 'by an exact counterexample; every number of it was checked without rounding',
  survived: 'no counterexample was found; that is not a proof',
  'gave-up':
    'undecided: the hypotheses were met too rarely, or nothing exact could be made of what was found',
  'ill-typed': 'the claim is not well-formed',
};

/** The badge of a claim, or of an experiment, which is never a proof. */
export type Sign = VerdictName | 'measured';
export const signs = [...statuses, 'measured'] as const satisfies readonly Sign[];

/** In a square of 16 units: a full disc, a diamond, a triangle, a ring, a square, an interval. */
export const shapePaths: Readonly<Record<Sign, string>> = {
  measured: 'M0 3h2v4h12V3h2v10h-2V9H2v4H0z',
  proved: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z',
  refuted: 'M8 .8 15.2 8 8 15.2.8 8z',
  survived: 'M8 1.4 15 14H1z',
  'gave-up':
    'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13zm0 3a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7z',
  'ill-typed': 'M2 2h12v12H2z',
};

/** The shapes, defined once for the page. */
export const shapeDefinitions = (): Markup =>
  html`
    <svg class="definitions" aria-hidden="true" focusable="false">
      ${signs.map(
        (name) => html`
          <symbol id="shape-${name}" viewBox="0 0 16 16">
            <path fill="currentColor" fill-rule="evenodd" d="${shapePaths[name]}"/>
          </symbol>
        `,
      )}
    </svg>
  `;

export const shape = (name: Sign): Markup =>
  trusted(
    `<svg class="shape" aria-hidden="true" focusable="false"><use href="#shape-${name}"/></svg>`,
  );

export const badge = (name: Sign): Markup =>
  html`<span class="badge ${name}">${shape(name)}${name}</span>`;
