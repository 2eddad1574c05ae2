/**
 * det([A, B; C, D]) by the blocks: det(A) det(D) where B or C is 0, det(A) det(D - C inv(A) B)
 * where A is invertible.
 * The matrix is a product of matrices I + U V, whose determinants are those of I + V U, by
 * Sylvester's identity.
 */
import type { Dim, Factor, Monomial, Term } from '../../kernel/term.ts';
import {
  add,
  contract,
  factorTerm,
  identity,
  inverse,
  number,
  operation,
  permute,
  variable,
} from '../../kernel/graph.ts';
import { one } from '../../kernel/ratio.ts';
import { fact, hole, type Theorem } from '../../kernel/theorem.ts';
import { product } from '../graphs/chains.ts';
import { minus, times } from '../graphs/small-terms.ts';
import { bookOf, type Context } from '../known/context.ts';
import { equation, Ledger } from '../derived/equations.ts';
import { rewritten } from '../rewriting/arguments.ts';
import { byEquations } from '../rewriting/by-equations.ts';
import { invertible } from '../rewriting/invertible.ts';

const det = (t: Term): Term => operation('det', t);
const flip = (t: Term): Term => permute(t, [1, 0]);
const unit = (t: Term): Term => identity(t.shape[0] as Dim);
/** What stands in for I: a determinant of 1 is left out. */
type Block = Term | null;

/** I + u v, whose determinant is that of `block`, or 1. */
interface Piece {
  readonly u: Term;
  readonly v: Term;
  readonly block: Block;
}
const whole = ({ u, v }: Piece): Term => add(unit(u), product(u, v));

/** A part of one row is a vector: read as a matrix 1×s. */
const asRows = (part: Term): Term =>
  part.shape.length === 2 ? part : contract([part], ['j'], 'ij', { i: '1' });

/**
 * The two parts that the matrix is made of, by the names that stand in it; null where it is made of
 * another number of them.
 */
export function partsIn(t: Term): readonly [Term, Term] | null {
  const s = t.shape[0] as Dim;
  const found = new Map<string, Factor>();
  for (const m of t.monomials)
    for (const f of m.factors) {
      const { head } = f;
      if (head.kind !== 'variable' || head.shape.at(-1) !== s) continue;
      if (/^#.*\.\d+$/u.test(head.name)) found.set(head.name, f);
    }
  const [first, second, more] = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, f]) => f);
  return first && second && !more ? [asRows(factorTerm(first)), asRows(factorTerm(second))] : null;
}

/** The pieces of [A, B; C, D], from left to right; null where nothing is known of A or D. */
function piecesOf(t: Term, [p, q]: readonly [Term, Term], ctx: Context): readonly Piece[] | null {
  const block = (x: Term, y: Term): Term => {
    const raw = product(product(x, t), flip(y));
    return rewritten(raw, ctx)?.term ?? raw;
  };
  const [a, b, c, d] = [block(p, p), block(p, q), block(q, p), block(q, q)];
  const diagonal = (x: Term, of: Term): Piece => ({
    u: flip(x),
    v: product(minus(of, unit(of)), x),
    block: of,
  });
  const beside = (x: Term, of: Term, y: Term): Piece => ({
    u: flip(x),
    v: product(of, y),
    block: null,
  });
  if (c.monomials.length === 0) return [diagonal(q, d), beside(p, b, q), diagonal(p, a)];
  if (b.monomials.length === 0) return [diagonal(p, a), beside(q, c, p), diagonal(q, d)];
  const schur = (x: Term, y: Term, over: Term, left: Term, of: Term, right: Term): Piece[] => {
    const factor = product(left, over);
    return [
      beside(y, factor, x),
      diagonal(y, minus(of, product(factor, right))),
      beside(x, right, y),
      diagonal(x, x === p ? a : d),
    ];
  };
  const [overA, overD] = [inverseOf(a, ctx), inverseOf(d, ctx)];
  if (overA) return schur(p, q, overA, c, d, b);
  return overD ? schur(q, p, overD, b, a, c) : null;
}

/** The inverse of a block that is known to have one. */
function inverseOf(t: Term, ctx: Context): Term | null {
  const [m] = t.monomials;
  if (m && t.monomials.length === 1 && m.factors.length === 0 && isWhole(m)) return t;
  return invertible(t, ctx) ? inverse(t) : null;
}
const isWhole = (m: Monomial): boolean =>
  m.free[0] === m.free[1] &&
  m.coefficient.num === 1n &&
  m.coefficient.den === 1n &&
  Object.keys(m.powers).length === 0;

/** det(I + u v) = det(block), or 1. */
function ofPiece(piece: Piece, ctx: Context): Theorem | null {
  const { u, v, block } = piece;
  const turned = add(identity(v.shape[0] as Dim), product(v, u));
  const target = block ?? identity(v.shape[0] as Dim);
  const same = byEquations(turned, target, ctx);
  if (!same) return null;
  const ledger = new Ledger(det(whole(piece)), block ? det(block) : number(one), bookOf(ctx));
  ledger.use(equation(fact('Sylvester', u, v), 'Sylvester'), variable(hole, []));
  ledger.use(equation(same, 'blocks'), det(variable(hole, turned.shape)));
  if (!block)
    ledger.use(equation(fact('det of the identity', target), 'determinants'), variable(hole, []));
  return ledger.done ? ledger.theorem() : null;
}

export function blockDeterminant(t: Term, ctx: Context): Theorem | null {
  const parts = partsIn(t);
  const pieces = parts && piecesOf(t, parts, ctx);
  if (!pieces) return null;
  const wholes = pieces.map(whole);
  const same = byEquations(t, wholes.reduce(product), ctx);
  if (!same) return null;
  const blocks = pieces.flatMap(({ block }) => (block ? [det(block)] : []));
  const ledger = new Ledger(det(t), times(...blocks), bookOf(ctx));
  ledger.use(equation(same, 'blocks'), det(variable(hole, t.shape)));
  let before: readonly Term[] = [];
  for (const [k, piece] of pieces.entries()) {
    const own = ofPiece(piece, ctx);
    if (!own) return null;
    const rest = wholes.slice(k + 1);
    const around = (x: Term): Term =>
      times(...before, x, ...(rest.length > 0 ? [det(rest.reduce(product))] : []));
    if (rest.length > 0)
      ledger.use(
        equation(fact('det of a product', wholes[k] as Term, rest.reduce(product)), 'determinants'),
        times(...before, variable(hole, [])),
      );
    ledger.use(equation(own, 'determinants'), around(variable(hole, [])));
    if (piece.block) before = [...before, det(piece.block)];
  }
  return ledger.done ? ledger.theorem() : null;
}
