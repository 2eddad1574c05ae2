/** Tests of parsing written proofs. */
import { describe, expect, test } from 'vitest';
import {
  ClaimError,
  declarationText,
  exprText,
  formulaText,
  parseClaim,
  parseProof,
  type Proof,
  type ProofStep,
  type Reason,
} from '../../src/language/index.ts';

const reasonText = (r: Reason): string =>
  [r.name, r.target ?? '-', ...r.with.map((w) => `${w.name}:=${exprText(w.expr)}`)].join(' | ');

const stepText = (s: ProofStep): string => {
  switch (s.kind) {
    case 'chain':
      return [
        exprText(s.first),
        ...s.links.map((l) => `${l.relation} ${exprText(l.right)}  {${reasonText(l.reason)}}`),
      ].join('\n');
    case 'fact':
      return `have ${s.name ?? '-'}: ${formulaText(s.formula)}  {${reasonText(s.reason)}}`;
    case 'let':
      return `let ${declarationText(s.variable)}`;
    case 'take':
      return `take ${s.variables.map(declarationText).join(', ')}: ${formulaText(s.such)}  {${reasonText(s.reason)}}`;
    case 'suppose':
      return `suppose ${formulaText(s.formula)}`;
  }
};

const lines = (proof: Proof): readonly string[] =>
  proof.parts.flatMap((p) => [
    `${p.direction ?? '.'} ${p.label ?? ''}`.trim(),
    ...p.steps.flatMap((s) => stepText(s).split('\n')),
  ]);

const square = parseClaim(
  "W: n×n invertible; Q: n×n symmetric; c: scalar positive |- W' W = c W' Q W <=> I = c Q",
);
const onto = parseClaim('W: m×n onto; x: n; p: R^m -> R |- |W x| <= norm(W) |x|');

describe('parseProof', () => {
  test('the proof of the contract', () => {
    const proof = parseProof(
      `
    =>  I = inv(W') (W' W) inv(W)           by ring
          = inv(W') (c W' Q W) inv(W)       by hypothesis   -- the first form
          = c Q                             by ring
    <=  W' W = W' (c Q) W                   by hypothesis
             = c W' Q W                     by ring
`,
      square,
    );
    expect(lines(proof)).toEqual([
      '=>',
      'I',
      "= inv(W') (W' W) inv(W)  {ring | -}",
      "= inv(W') (c W' Q W) inv(W)  {hypothesis | -}",
      '= c Q  {ring | -}',
      '<=',
      "W' W",
      "= W' (c Q) W  {hypothesis | -}",
      "= c W' Q W  {ring | -}",
    ]);
    const [first] = proof.parts[0]?.steps ?? [];
    expect(first?.kind === 'chain' && first.first.shape).toEqual(['n', 'n']);
  });

  test('steps of every kind, names seen by the later steps', () => {
    const proof = parseProof(
      `
let v, u: m; suppose v' W x >= 0
take R: n×m, f: R^n -> R such that W R = I by onto
have h1: W R v = v by hypothesis W, h1
f(R v) = f(R v) by dnfa/cancellation with W := W R, Q := f(x) I - W R
forall z: n. W z = W z by definition of W
part two
W is onto by induction on m`,
      onto,
    );
    expect(lines(proof)).toEqual([
      '.',
      'let v: m',
      'let u: m',
      "suppose v' W x >= 0",
      'take R: n x m, f: R^n -> R: W R = I  {onto | -}',
      'have h1: W R v = v  {hypothesis | W, h1}',
      'f(R v)',
      '= f(R v)  {dnfa/cancellation | - | W:=W R | Q:=f(x) I - W R}',
      'have -: forall z: n. W z = W z  {definition | W}',
      '. two',
      'have -: W is onto  {induction | m}',
    ]);
  });

  test('<= at the beginning of a line goes on a chain where a bare expression and a reason follow, else it opens a direction', () => {
    const proof = parseProof(
      '|W x|\n  <= norm(W) |x| by monotone\n  <= norm(W) |x| + 0\n  by ring\n<= |W x| = |W x| by ring',
      onto,
    );
    expect(lines(proof)).toEqual([
      '.',
      '|W x|',
      '<= norm(W) |x|  {monotone | -}',
      '<= norm(W) |x| + 0  {ring | -}',
      '<=',
      '|W x|',
      '= |W x|  {ring | -}',
    ]);
    expect(lines(parseProof('<= |W x|\n = |W x| by ring\n = 0 + |W x| by ring', onto))[0]).toBe(
      '<=',
    );
  });

  test('links in a row share the reason behind them, and 0 takes the shape of the chain', () => {
    const proof = parseProof('W x = W x\n  = 0 by ring', onto);
    const [step] = proof.parts[0]?.steps ?? [];
    expect(
      step?.kind === 'chain' && step.links.map((l) => [l.reason.name, l.right.shape, l.right.kind]),
    ).toEqual([
      ['ring', ['m'], 'operator'],
      ['ring', ['m'], 'constant'],
    ]);
  });

  const wrong: readonly (readonly [text: string, message: string])[] = [
    ['', 'the proof is empty'],
    ['-- nothing', 'the proof is empty'],
    ['=>', 'there is no step here'],
    ['W x', 'an expression alone is not a step'],
    ['W x = 0', 'expected a reason'],
    ['W x = 0 by', 'there is no reason after by'],
    ['W x = x by ring', 'different shapes cannot be equal'],
    ['W x = y by ring', 'y is not declared'],
    ['let v: q', 'q is not a dimension of the claim'],
    ['let W: m', 'W is declared twice'],
    ['take R: n×m by onto', 'such'],
    ['W x = 0 by lemma with X := Y', 'Y is not declared'],
    ['W x = 0 by lemma with X = W', '‘:=’'],
    ['W x = 0 by lemma with X := I', 'the size of I does not follow'],
    ['W x = 0 by lemma with X := W x := 0', 'a comma or the end of the line'],
    ['have h1 W x = 0 by ring', 'h1 is not declared'],
    ['W: m×n', 'expected a relation or a reason'],
  ];
  test.each(wrong)('%j is refused', (text, message) => {
    expect(() => parseProof(text, onto)).toThrow(ClaimError);
    expect(() => parseProof(text, onto)).toThrow(message);
  });

  test('a place in the reason points into the proof', () => {
    const text = 'W x = W x by ring\nW x = 0 by lemma with X := W, Z := zz';
    try {
      parseProof(text, onto);
      expect.unreachable();
    } catch (error) {
      expect(error instanceof ClaimError && text.slice(error.span.start, error.span.end)).toBe(
        'zz',
      );
    }
  });
});
