/**
 * Guesses for a rank, a norm, a determinant or another value that no rewriting finds: sizes, parts,
 * and products of parts.
 */
import type { Claim, Expr } from '../language/ast.ts';
import { exprText } from '../language/text.ts';
import { grid, isOperation } from './build-atoms.ts';
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
  const sizes = name === 'rank' ? claim.dims : [];
  const products = name === 'det' && factors.length > 1 ? [singles.join(' ')] : [];
  return [...new Set(['0', '1', ...sizes, ...singles, ...products])].slice(0, mostGuesses);
}

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
