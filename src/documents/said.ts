/** A verdict in the parts that a document typesets: words, code, formulas and a list of values. */
import { claimLatex, parseClaim } from '../language/index.ts';
import { shownText } from '../report/explanation-text.ts';
import { plural } from '../report/numbers-text.ts';
import { valueLines } from '../report/value-text.ts';
import { harmless } from '../report/width.ts';
import type { Verdict } from '../verdict/verdict.ts';

export type Span = { readonly kind: 'text' | 'strong' | 'code'; readonly text: string };
export type Block =
  | { readonly kind: 'line'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly items: readonly string[] };

const text = (words: string): Span => ({ kind: 'text', text: words });
const code = (words: string): Span => ({ kind: 'code', text: harmless(words) });
const listed = (words: string, all: readonly string[]): Span[] =>
  all.length === 0
    ? []
    : [text(words), ...all.flatMap((one, i) => [...(i === 0 ? [] : [text(', ')]), code(one)])];

/** The statement as LaTeX; null where it has no meaning. */
export const statementLatex = ({ verdict, claim }: Verdict): string | null =>
  verdict === 'ill-typed' ? null : claimLatex(parseClaim(claim));

/** The verdict and what it rests on. */
export function said(verdict: Verdict): Block[] {
  const { counterexample } = verdict;
  const word: Span = { kind: 'strong', text: verdict.verdict };
  const [first = ''] = (verdict.message ?? '').split('\n');
  return [
    {
      kind: 'line',
      spans: [word, ...reasons(verdict), ...(first === '' ? [] : [text(`: ${harmless(first)}`)])],
    },
    ...(counterexample === null
      ? []
      : [
          {
            kind: 'list' as const,
            items: [
              ...[...counterexample.at.dims].map(([name, size]) => `${name} = ${size}`),
              ...[...counterexample.at.values].flatMap(([name, value]) => valueLines(name, value)),
            ].map(harmless),
          },
          {
            kind: 'line' as const,
            spans: [
              text('There '),
              code(counterexample.fails),
              text(' fails: left '),
              code(shownText(counterexample.left)),
              text(', right '),
              code(shownText(counterexample.right)),
              text('.'),
            ],
          },
        ]),
  ];
}

function reasons({ verdict, proof, assumed, axioms }: Verdict): Span[] {
  switch (verdict) {
    case 'proved':
      return [
        text(`, for every dimension, in ${plural(proof?.steps ?? 0, 'step')}`),
        ...listed('; assumed: ', assumed),
        ...listed('; it rests on ', axioms),
      ];
    case 'refuted':
      return [text(', by an exact counterexample')];
    case 'survived':
      return [text(' the search; this is not a proof')];
    default:
      return [];
  }
}
