/**
 * Guesses for a rank, a norm, a determinant or another value that no rewriting finds: sizes, parts,
 * and products of parts.
 */
import type { Claim, Expr } from '../language/ast.ts';
import { exprText } from '../language/text.ts';
import { grid, isIdentity, isNothing, isOperation } from './build-atoms.ts';
import { partsOf } from '../language/parts.ts';

/** Operators of which a value may be that of a factor. */
const guessed = new Set([
  'rank',
  'norm',
  'normF',
  'sigma_max',
  'sigma_min',
  'det',
  'tr',
  'nuclear',
  'bars',
]);
const mostGuesses = 16;

export function guesses(claim: Claim, asked: Expr): string[] {
  if (asked.kind !== 'operator' || asked.shape.length !== 0 || !guessed.has(asked.operator))
    return asked.shape.length === 0 ? ['0', '1'] : partsAlike(asked);
  const name = asked.operator;
  const factors = factorsOf(asked.args[0]!);
  const of = (e: Expr): string =>
    name === 'bars' ? `|${exprText(e)}|` : `${name}(${exprText(e)})`;
  const singles = factors.filter((f) => f.shape.length === 2 || name === 'bars').map(of);
  const sizes = name === 'rank' || name === 'tr' ? withDifferences(claim.dims) : [];
  const turned = name === 'det' ? turnedProducts(asked.args[0]!) : [];
  const products = name === 'det' && factors.length > 1 ? [singles.join(' ')] : [];
  return [...new Set(['0', '1', ...sizes, ...singles, ...products, ...turned])].slice(
    0,
    mostGuesses,
  );
}

/** Sizes and what one has more than another: a rank, the trace of a projector. */
const withDifferences = (dims: readonly string[]): readonly string[] => [
  ...dims,
  ...dims.flatMap((a) => dims.filter((b) => b !== a).map((b) => `${a} - ${b}`)),
];

/**
 * det(I + U V) is det(I + V U), a number for two vectors; a matrix of blocks with a zero has the
 * determinant of its diagonal blocks.
 */
function turnedProducts(e: Expr): string[] {
  if (isOperation(e, 'blocks') && e.args.length === 4) {
    const [a, b, c, d] = e.args as [Expr, Expr, Expr, Expr];
    if (![b, c].some(isNothing)) return [];
    return [same(a, d) ? `det(${exprText(a)})^2` : `det(${exprText(a)}) det(${exprText(d)})`];
  }
  if (!(isOperation(e, 'add') || isOperation(e, 'sub'))) return [];
  const [one, uv] = e.args as [Expr, Expr];
  if (!isIdentity(one) || !isOperation(uv, 'mul')) return [];
  const [u, v] = uv.args.map((x) => `(${exprText(x)})`);
  const sign = e.operator === 'add' ? '+' : '-';
  const isNumber = uv.args[0]!.shape.length === 1;
  return [isNumber ? `1 ${sign} ${v} ${u}` : `det(I ${sign} ${v} ${u})`];
}

const same = (a: Expr, b: Expr): boolean => exprText(a) === exprText(b);

/** Factors of a product, without transposes and inverses. */
function factorsOf(e: Expr): Expr[] {
  if (isOperation(e, 'mul')) return e.args.flatMap(factorsOf);
  if (isOperation(e, 'transpose') || isOperation(e, 'inv') || isOperation(e, 'pinv'))
    return factorsOf(e.args[0]!);
  return [e];
}

/** Parts of the expression of the same shape. */
function partsAlike(asked: Expr): string[] {
  const shape = grid(asked.shape).join();
  const inside = (e: Expr): Expr[] => partsOf(e).flatMap((p) => [p, ...inside(p)]);
  const alike = inside(asked).filter((e) => grid(e.shape).join() === shape);
  const identity = asked.shape.length === 2 && asked.shape[0] === asked.shape[1] ? ['I'] : [];
  return [...new Set(['0', ...identity, ...alike.map(exprText)])].slice(0, mostGuesses);
}
