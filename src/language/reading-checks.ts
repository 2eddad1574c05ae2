/** Checks of a claim once its shapes are known: sizes that were typed, norms in double bars. */
import { children } from '../evaluate/names.ts';
import { ClaimError, type Claim, type Expr, type Formula, type Span } from './ast.ts';
import type { Sized } from './spellings/context.ts';
import type { PlainText } from './spellings/plain-text.ts';
import { exprText } from './text.ts';
import { describeShape } from './unifier.ts';

/** What stands directly in a formula. */
function partsOf(f: Formula): {
  readonly exprs: readonly Expr[];
  readonly formulas: readonly Formula[];
} {
  switch (f.kind) {
    case 'relation':
      return { exprs: [f.left, f.right], formulas: [] };
    case 'is':
    case 'off':
      return { exprs: [f.subject], formulas: [] };
    case 'unsaid':
      return { exprs: f.of === null ? [] : [f.of], formulas: [] };
    case 'not':
    case 'forall':
    case 'exists':
    case 'each':
      return { exprs: [], formulas: [f.body] };
    default:
      return { exprs: [], formulas: [f.left, f.right] };
  }
}

/** Every expression of a claim, the smaller ones included, in no order; a claim may be deep. */
function expressions(claim: Claim): readonly Expr[] {
  const formulas: Formula[] = [...claim.hypotheses, claim.conclusion];
  const waiting: Expr[] = claim.random.flatMap((r) => r.law.params);
  for (let f = formulas.pop(); f !== undefined; f = formulas.pop()) {
    const parts = partsOf(f);
    formulas.push(...parts.formulas);
    waiting.push(...parts.exprs);
  }
  const found: Expr[] = [];
  for (let e = waiting.pop(); e !== undefined; e = waiting.pop()) {
    found.push(e);
    waiting.push(...children(e));
  }
  return found;
}

/** Throws where a constant typed with its size takes another shape from the context. */
export const checkSizes = (claim: Claim, sized: readonly Sized[], { back }: PlainText): void => {
  if (sized.length === 0) return;
  const constants = expressions(claim).filter((e) => e.kind === 'constant' || e.kind === 'number');
  for (const { at, dims, typed } of sized) {
    const found = constants.filter((e) => back(e.span).start === at.start);
    const other = found.find((e) => e.shape.join('×') !== dims.join('×'));
    if (found.length > 0 && other === undefined) continue;
    throw new ClaimError(
      other === undefined
        ? `the size in ${typed} is not needed here`
        : `${typed} stands where ${describeShape(other.shape)} is wanted`,
      at,
      'leave the size out: I, ones and 0 take it from the context',
    );
  }
};

/** Double bars around a matrix mean the spectral norm; a note says so. */
export const normNotes = (
  claim: Claim,
  doubleBars: readonly Span[],
  { back }: PlainText,
): readonly string[] => {
  if (doubleBars.length === 0) return [];
  const starts = new Set(doubleBars.map(({ start }) => start));
  const matrices = expressions(claim).filter(
    (e) =>
      e.kind === 'operator' &&
      e.operator === 'norm' &&
      starts.has(back(e.span).start) &&
      e.args[0]?.shape.length === 2 &&
      e.args[0].shape[0] !== '1',
  );
  return [
    ...new Set(
      matrices.map((e) => {
        const of = e.kind === 'operator' && e.args[0] ? exprText(e.args[0]) : '';
        return (
          `‖${of}‖ is the spectral norm of a matrix, its largest singular value; the Frobenius ` +
          `norm is normF(${of})`
        );
      }),
    ),
  ];
};

/** `[A, B]` of two square matrices is the row of blocks, and the commutator to others. */
export const blockNotes = (claim: Claim): readonly string[] => {
  const row = expressions(claim).find((e) => {
    if (e.kind !== 'operator' || e.operator !== 'blocks' || e.args.length !== 2) return false;
    if (e.args.some((one) => one.kind !== 'variable')) return false;
    const [a, b] = e.args.map(({ shape }) => shape);
    const isSquare = a?.length === 2 && a[0] === a[1] && a[0] !== '1';
    return isSquare && a?.join() === b?.join() && e.shape[0] === a?.[0];
  });
  if (row?.kind !== 'operator') return [];
  const [a, b] = row.args.map(exprText);
  return [`[${a}, ${b}] is the row of two blocks; the commutator is written ${a} ${b} - ${b} ${a}`];
};

const holdsCall = (e: Expr): boolean => e.kind === 'call' || children(e).some(holdsCall);

/** `f(x)'` is the transpose of a number, that number itself, and a derivative to others. */
export const primeNotes = (claim: Claim): readonly string[] => {
  const primed = expressions(claim).flatMap((e) =>
    e.kind === 'operator' && e.operator === 'transpose' ? e.args : [],
  );
  const of = primed.find((e) => e.shape.length === 0 && holdsCall(e));
  if (of === undefined) return [];
  const text = exprText(of);
  return [
    `the ' behind the number ${text} is a transpose, which changes nothing; derivatives are f'(x) ` +
      'or grad[x](..)',
  ];
};
