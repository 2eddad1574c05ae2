/** Screens one point in floating point before exact arithmetic. */
import type { Expr, Formula } from '../language/ast.ts';
import { compileLeads, type Lead } from '../evaluate/leads.ts';
import { mapAssignment } from '../evaluate/lift.ts';
import type { Assignment } from '../evaluate/assignment.ts';
import { children } from '../evaluate/names.ts';
import { Undefined } from '../numbers/field.ts';
import type { Q } from '../numbers/rational.ts';
import { toFloat } from '../numbers/rational-text.ts';

const orders: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);
const irrational: ReadonlySet<string> = new Set([
  'lambda',
  'sigma_max',
  'sigma_min',
  'nuclear',
  'sqrtm',
  'logm',
  'matpow',
  'modulus',
  'norm',
  'normF',
  'bars',
  'exp',
  'log',
  'sqrt',
  'logdet',
]);
const rational: ReadonlySet<string> = new Set(['relu', 'leakyrelu', 'square', 'identity', 'abs']);

/** Is there something in the expression whose values are mostly irrational? */
const isIrrational = (e: Expr): boolean =>
  (e.kind === 'operator' && irrational.has(e.operator)) ||
  (e.kind === 'call' && e.builtin && !rational.has(e.fn)) ||
  children(e).some(isIrrational);

type Judge = (at: Assignment<number>) => Lead;
const compiled = new WeakMap<Formula, Judge | 'none'>();

const judgeOf = (f: Formula): Judge | 'none' => {
  let judge = compiled.get(f);
  if (judge === undefined) {
    const wanted =
      f.kind === 'relation' &&
      (f.relation === '=' || orders.has(f.relation)) &&
      (isIrrational(f.left) || isIrrational(f.right));
    judge = wanted ? compileLeads(f) : 'none';
    compiled.set(f, judge);
  }
  return judge;
};

const leadOf = (f: Formula, at: Assignment<Q>): Lead => {
  const judge = judgeOf(f);
  if (judge === 'none') return 'unclear';
  try {
    return judge(mapAssignment(at, toFloat));
  } catch (error) {
    if (error instanceof Undefined) return 'unclear';
    throw error;
  }
};

/**
 * Does an inequality between irrational numbers hold by a clear margin in floating point? Then
 * brackets need not be asked. A wrong yes costs a witness, never a verdict: what refutes is always
 * certified.
 */
export const clearlyHolds = (f: Formula, at: Assignment<Q>): boolean =>
  f.kind === 'relation' && orders.has(f.relation) && leadOf(f, at) === 'holds';

/**
 * Does a relation between irrational numbers fail by far, as floating point sees it? Then a
 * hypothesis need not be decided by brackets. A wrong yes costs a witness, never a verdict.
 */
export const clearlyFails = (f: Formula, at: Assignment<Q>): boolean => leadOf(f, at) === 'fails';
