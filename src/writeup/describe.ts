/** A cited claim in sentences: heading, statement and verdict, for LaTeX and Markdown alike. */
import { ClaimError, parseClaim } from '../language/index.ts';
import type { Claim } from '../language/index.ts';
import { shownText } from '../report/explanation-text.ts';
import type { Json } from '../records/value-json.ts';
import { countText, plural } from '../report/numbers-text.ts';
import type { Outcome } from './citation.ts';
import type { CitedClaim, CitedWitness } from './record.ts';
import { assumedPieces, formulaPiece, listed, statementOf } from './statement.ts';
import type { Piece, Statement } from './statement.ts';
import { tensorLatex, witnessPieces } from './witness-pieces.ts';

export interface Description {
  readonly heading: string;
  /**
   * Null where the claim is ill-typed, which is shown as typed, and for an experiment, which is
   * described in words.
   */
  readonly statement: Statement | null;
  /** Where and how it fails; empty where it does not. */
  readonly fails: readonly Piece[];
  readonly details: readonly { readonly label: string; readonly pieces: readonly Piece[] }[];
}

const headings: Readonly<Record<Outcome, string>> = {
  proved: 'Lemma',
  refuted: 'False claim',
  survived: 'Unproved claim',
  'gave-up': 'Undecided claim',
  'ill-typed': 'Ill-typed claim',
  measured: 'Measurement',
  found: 'Finding',
  'not found': 'Declared and not found',
};

export function describe(cited: CitedClaim): Description {
  const claim = inWords(cited) ? null : readable(cited.claim);
  const { counterexample } = cited;
  const detail = (label: string, pieces: readonly Piece[]): Description['details'] =>
    pieces.length === 0 ? [] : [{ label, pieces }];
  const assumed = claim === null ? [] : listed(assumedPieces(claim, cited.assumed));
  return {
    heading: headings[cited.verdict],
    statement: claim === null ? null : statementOf(claim),
    fails: claim === null || counterexample === null ? [] : failure(claim, counterexample),
    details: [
      ...detail('Verdict', [{ words: verdictWords(cited) }]),
      ...(cited.verdict === 'proved'
        ? detail('Assumed', assumed.length === 0 ? [{ words: 'nothing' }] : assumed)
        : []),
      ...detail('Found', cited.findings.length === 0 ? [] : [{ words: cited.findings.join('; ') }]),
      ...detail('Resting on', listed(cited.axioms.map((axiom) => [{ words: axiom }]))),
      ...detail(cited.written ? 'Derivation' : 'Stated', [
        { code: cited.file },
        ...(cited.line === 0 ? [] : [{ words: `, line ${cited.line}` }]),
      ]),
      ...(counterexample?.record === null || counterexample === null
        ? []
        : detail('Record', [{ code: counterexample.record }])),
      ...(cited.source === null || cited.source === cited.file
        ? []
        : detail('From', [{ words: cited.source.replace(/\.$/, '') }])),
      ...(cited.hash === null ? [] : detail('Statement', [{ code: cited.hash.slice(0, 12) }])),
    ],
  };
}

/** Of an experiment, and said in words. */
export const inWords = ({ verdict }: Pick<CitedClaim, 'verdict'>): boolean =>
  verdict === 'measured' || verdict === 'found' || verdict === 'not found';

function readable(text: string): Claim | null {
  try {
    return parseClaim(text);
  } catch (error) {
    if (error instanceof ClaimError) return null;
    throw error;
  }
}

function verdictWords({ verdict, steps, written, trials }: CitedClaim): string {
  switch (verdict) {
    case 'proved':
      return (
        `proved for every dimension, in ${plural(steps ?? 0, 'step')}; the kernel accepted ` +
        `${written ? 'the derivation' : 'a derivation that elenchus found'}`
      );
    case 'refuted':
      return 'refuted by an exact counterexample';
    case 'survived':
      return `survived ${countText(trials)} trials that met the hypotheses; not proved`;
    case 'measured':
      return 'measured, as declared; no proof';
    case 'found':
      return 'declared before the long run, and found in its record; no proof';
    case 'not found':
      return 'declared before the long run, and not found in its record';
    case 'gave-up':
      return 'undecided';
    case 'ill-typed':
      return 'not well-formed';
  }
}

function failure(claim: Claim, witness: CitedWitness): Piece[] {
  const side = (value: Json): Piece => {
    const math = tensorLatex(value);
    return math === null ? { code: shownText(value) } : { math };
  };
  return [
    { words: 'This fails at ' },
    ...listed(witnessPieces(witness)),
    { words: ': there ' },
    formulaPiece(claim, witness.fails),
    { words: ' has ' },
    side(witness.left),
    { words: ' on the left and ' },
    side(witness.right),
    { words: ' on the right' },
  ];
}
