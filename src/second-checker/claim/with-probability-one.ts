/**
 * Conditions on what is random, inside E[..]: they are to hold with probability 1. A polynomial u in
 * Gaussian entries is 0 with probability 0 or 1, and always 0 exactly where E[u^2] = 0 (Okamoto
 * 1973). So "u is nonzero" is E[|u|^2] != 0, and "no entry of u is 0" is E[u_i^2] != 0 for every i.
 */
import { apply } from './parse-expression.ts';
import { number, shaped, shapeOf } from './operator-conditions.ts';
import { args, unread, type Expr, type Node, type RandomName, type Said } from './tree.ts';

const keepsPolynomials = new Set(
  'add sub neg mul hadamard kron dot tr transpose vec diag'.split(' '),
);
/** Does the name stand in the expression? */
const mentions = (e: Expr, name: string): boolean =>
  (e.k === 'variable' && e.name === name) || args(e).some((a) => mentions(a, name));

/** Is every entry a polynomial in Gaussian entries? */
function isPolynomial(e: Expr, random: readonly RandomName[]): boolean {
  const here = random.filter((r) => mentions(e, r.declared.name));
  if (here.length === 0) return true;
  if (here.some((r) => r.law.kind !== 'normal')) return false;
  if (e.k === 'variable') return true;
  if (e.k === 'entry' || e.k === 'reduce') return isPolynomial(e.args[0], random);
  if (e.k !== 'apply') return false;
  const [a, b] = e.args as [Expr, Expr | undefined];
  if (e.op === 'div' && b && random.every((r) => !mentions(b, r.declared.name)))
    return isPolynomial(a, random);
  if (e.op === 'pow' && b?.k === 'number' && b.d === 1n && b.n >= 0n)
    return isPolynomial(a, random);
  return keepsPolynomials.has(e.op) && e.args.every((x) => isPolynomial(x, random));
}

/** E[t] != 0, over what is random in t. */
function meanNotZero(t: Expr, { over }: Node<'mean'>): Said {
  const left: Expr = {
    k: 'mean',
    over: over.filter((r) => mentions(t, r.declared.name)),
    args: [t],
    shape: [],
  };
  return { k: 'relation', sign: '!=', left, right: number(0) };
}
const squared = (s: Expr): Expr => shaped(apply('pow', s, number(2)), []);
function sumOfSquares(u: Expr): Expr {
  const [m, n] = shapeOf(u);
  if (m === undefined) return squared(u);
  if (n === undefined) return shaped(apply('dot', u, u), []);
  const gram = shaped(apply('mul', shaped(apply('transpose', u), [n, m]), u), [n, n]);
  return shaped(apply('tr', gram), []);
}

/** The condition with probability 1. */
export function withProbabilityOne(f: Said, e: Node<'mean'>): Said {
  if (f.k === 'each') return { ...f, body: withProbabilityOne(f.body, e) };
  const isPlain = (f.k === 'is' || f.k === 'off') && isPolynomial(f.subject, e.over);
  if (isPlain && f.k === 'is' && f.attribute === 'nonzero')
    return meanNotZero(sumOfSquares(f.subject), e);
  if (!isPlain || f.k !== 'off') return unread('the mean of what may have no value');
  const shape = shapeOf(f.subject);
  const places = shape.map((_, axis) => ({ name: `off.${axis + 1}`, plus: 0 }));
  const entry: Expr =
    shape.length === 0 ? f.subject : { k: 'entry', places, args: [f.subject], shape: [] };
  return shape.reduceRight<Said>(
    (body, to, axis) => ({ k: 'each', index: `off.${axis + 1}`, to, body }),
    meanNotZero(squared(entry), e),
  );
}
