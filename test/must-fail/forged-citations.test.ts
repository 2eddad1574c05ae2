/**
 * Theorems about powers of products, determinants of products and means, asked for where they are
 * false, and told falsely in a document: the kernel refuses the first, the second checker the rest.
 */
import { describe, expect, test } from 'vitest';
import { contract, jet, number, variable, zeros } from '../../src/kernel/graph.ts';
import { ratio } from '../../src/kernel/ratio.ts';
import {
  cite,
  fact,
  meanOfProduct,
  meanOfSquare,
  meanOrder,
  type Theorem,
} from '../../src/kernel/theorem.ts';
import { claimHash, claimText, parseClaim } from '../../src/language/index.ts';
import { check, checkSteps } from '../../src/second-checker/check.ts';
import { documentFor, documentOf } from '../second-checker/documents.ts';
import { matrix, refused, scalar, vector } from './tools.ts';

type Node = { kind: string; left: number; right: number; strict?: boolean; predicate?: string };
interface Document {
  readonly formulas: Node[];
  readonly steps: { conclusion: number }[];
  readonly goal: { conclusion: number };
}

const [S, T, R] = [matrix('S'), matrix('T'), matrix('R', 'm', 'm')];
const [A, B] = [matrix('A', 'm', 'n'), matrix('B', 'n', 'm')];
const x = scalar('x');
const k = (num: bigint, den = 1n) => number(ratio(num, den));
const gaussian = (variance = k(1n)) =>
  ({
    name: 'x',
    shape: [],
    family: 0,
    law: { kind: 'normal', mean: zeros([]), variance },
  }) as const;
const at = (name: string, order = 0) =>
  jet({ name, family: [], inputs: [null], output: null }, [order], [x]);
const binet = 'Cauchy and Binet, determinants of products';

describe('the kernel states none of them where it is false', () => {
  test.each<[string, () => unknown]>([
    ['Lieb and Thirring with a root', () => cite('Lieb and Thirring', k(1n, 2n), S, T)],
    ['Lieb and Thirring with a power that is not known', () => cite('Lieb and Thirring', x, S, T)],
    ['Lieb and Thirring at two sizes', () => cite('Lieb and Thirring', k(2n), S, R)],
    ['Cordes with the power 0', () => cite('Cordes', k(0n), S, T)],
    ['Cordes with the power -1', () => cite('Cordes', k(-1n), S, T)],
    ['Cauchy and Binet of products of two shapes', () => cite(binet, A, S, T, B)],
    ['a product that does not exist', () => fact('norms of a symmetric product', A, A)],
    [
      'the order of slopes of relu at a point',
      () => meanOrder(gaussian(zeros([])), at('relu', 1), x),
    ],
    ['a law whose variance is random', () => meanOfSquare(gaussian(x), x)],
    [
      'a family as one variable',
      () =>
        meanOfSquare(
          { name: 'x', shape: ['N'], family: 1, law: { kind: 'rademacher' } },
          contract([variable('x', ['N'])], ['i'], ''),
        ),
    ],
    ['a product of two shapes', () => meanOfProduct(gaussian(), x, vector('v'))],
  ])('%s', (_, attack) => refused(attack));
});

/** Every inequality the other way. */
const turned = ({ formulas }: Document): void => {
  for (const f of formulas) if (f.kind === 'less') [f.left, f.right] = [f.right, f.left];
};
const strict = ({ formulas }: Document): void => {
  for (const f of formulas) if (f.kind === 'less') f.strict = !f.strict;
};
/** The last statement without what it is true under. */
const unconditional = ({ formulas, steps, goal }: Document): void => {
  const last = steps.at(-1) as { conclusion: number };
  goal.conclusion = last.conclusion = (formulas[last.conclusion] as Node).right;
};
const anyMatrices = ({ formulas }: Document): void => {
  for (const f of formulas) if (f.kind === 'is') f.predicate = 'onto';
};

describe('the second checker accepts none of them told otherwise', () => {
  const lieb = (): Theorem => cite('Lieb and Thirring', k(3n), S, T);
  const cordes = (): Theorem => cite('Cordes', k(2n), S, T);
  const products = (): Theorem => cite(binet, S, T, T, S);
  const symmetric = (): Theorem => fact('norms of a symmetric product', A, B);
  const square = (): Theorem => meanOfSquare(gaussian(scalar('s')), at('f'));
  test.each<[string, () => Theorem, (d: Document) => void]>([
    ['Lieb and Thirring turned round', lieb, turned],
    ['Lieb and Thirring of one psd matrix', lieb, unconditional],
    ['Lieb and Thirring of any matrices', lieb, anyMatrices],
    ['Cordes turned round', cordes, turned],
    ['Cordes of any matrices', cordes, anyMatrices],
    ['Cauchy and Binet turned round', products, turned],
    ['Cauchy and Binet, strict', products, strict],
    ['norms of a symmetric product turned round', symmetric, turned],
    ['norms of a product that is not symmetric', symmetric, unconditional],
    ['the square of a mean turned round', square, turned],
    ['the square of a mean by a law that need not exist', square, unconditional],
  ])('%s', (_, theorem, change) => {
    const document = documentOf(theorem());
    expect(checkSteps(document).accepted).toBe(true);
    change(document as unknown as Document);
    expect(checkSteps(document).accepted).toBe(false);
  });
});

test.each([
  ['rademacher', "E[x f(x)] = E[f'(x)]"],
  ['normal(0, 2)', "E[x f(x)] = E[f'(x)]"],
  ['normal(1, 1)', "E[x f(x)] = E[f'(x)]"],
])('a proof by one law does not prove it for %s', (law, says) => {
  const about = (l: string) => parseClaim(`x: scalar ~ ${l}; f: R -> R |- ${says}`);
  const document = documentFor(claimText(about('normal(0, 1)')));
  expect(check(document).accepted).toBe(true);
  const text = claimText(about(law));
  document['claim'] = { text, hash: claimHash(about(law)) };
  expect(check(document).accepted).toBe(false);
});
