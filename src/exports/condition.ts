/** Formulas as Python: conditions that are true or false, and assertions that say what differs. */
import { NoCode, outermost } from '../answers/code.ts';
import type { Formula } from '../language/ast.ts';
import { dimCode, pythonCode, type Writer } from './expression.ts';
import { pythonName } from './python-name.ts';

/** How far rounding and differences may be off. */
const tolerance = ({ derivatives }: Writer): string =>
  derivatives === 0 ? '1e-8' : derivatives === 1 ? '1e-5' : '1e-3';

const holds: Readonly<Record<string, (left: string, right: string, tol: string) => string>> = {
  '=': (l, r, tol) => `np.allclose(${l}, ${r}, rtol=${tol}, atol=${tol})`,
  '!=': (l, r) => `not np.allclose(${l}, ${r})`,
  '<=': (l, r, tol) => `np.all(np.asarray(${l}) <= np.asarray(${r}) + ${tol})`,
  '>=': (l, r, tol) => `np.all(np.asarray(${l}) >= np.asarray(${r}) - ${tol})`,
  '>>=': (l, r, tol) => `np.linalg.eigvalsh(np.asarray(${l} - ${r})).min() >= -${tol}`,
  '<<=': (l, r, tol) => `np.linalg.eigvalsh(np.asarray(${r} - ${l})).min() >= -${tol}`,
};
/**
 * Strictly: by rounding alone no claim is refuted, and at a counterexample both sides may be equal.
 */
const strictly: typeof holds = {
  '<': (l, r, tol) => `np.all(np.asarray(${l}) < np.asarray(${r}) - ${tol})`,
  '>': (l, r, tol) => `np.all(np.asarray(${l}) > np.asarray(${r}) + ${tol})`,
};
const nearly: typeof holds = { '<': holds['<=']!, '>': holds['>=']! };

/** A condition that is true or false. Throws `NoCode`. */
export function conditionCode(formula: Formula, writer: Writer, exact: boolean): string {
  const code = (part: Formula): string => conditionCode(part, writer, exact);
  switch (formula.kind) {
    case 'relation': {
      const { left, right, relation } = formula;
      const sides = [pythonCode(left, writer), pythonCode(right, writer)] as const;
      return relationCode(relation, ...sides, writer, exact);
    }
    case 'and':
    case 'or':
      return `(${code(formula.left)} ${formula.kind} ${code(formula.right)})`;
    case 'implies':
      return `(not ${code(formula.left)} or ${code(formula.right)})`;
    case 'iff':
      return `(bool(${code(formula.left)}) == bool(${code(formula.right)}))`;
    case 'not':
      return `(not ${code(formula.body)})`;
    case 'each': {
      const { index, to } = formula.range;
      return `all(${code(formula.body)} for ${pythonName(index)} in range(1, ${dimCode(to)} + 1))`;
    }
    case 'is':
      return attributeCode(formula, writer);
    // a kink, and what no formula says, are missed by random points with probability 1
    case 'off':
    case 'unsaid':
      return 'True';
    default:
      throw new NoCode(`'${formula.kind}'`);
  }
}

function relationCode(
  relation: string,
  left: string,
  right: string,
  writer: Writer,
  exact: boolean,
): string {
  const how = holds[relation] ?? (exact ? strictly : nearly)[relation];
  if (how === undefined) throw new NoCode(`the relation ${relation}`);
  return how(left, right, tolerance(writer));
}

function attributeCode(
  { subject, attribute }: Extract<Formula, { kind: 'is' }>,
  writer: Writer,
): string {
  const a = `np.asarray(${pythonCode(subject, writer)})`;
  switch (attribute) {
    case 'invertible':
    case 'onto':
      return `np.linalg.matrix_rank(${a}) == ${a}.shape[0]`;
    case 'one-to-one':
      return `np.linalg.matrix_rank(${a}) == ${a}.shape[1]`;
    case 'symmetric':
      return `np.allclose(${a}, ${a}.T)`;
    case 'pd':
      return `np.linalg.eigvalsh(${a}).min() > 1e-8`;
    case 'psd':
      return `np.linalg.eigvalsh(${a}).min() >= -1e-8`;
    case 'positive':
      return `np.all(${a} > 0)`;
    case 'nonnegative':
      return `np.all(${a} >= 0)`;
    case 'nonzero':
      return `np.any(${a} != 0)`;
    default:
      throw new NoCode(`'is ${attribute}'`);
  }
}

/** Lines that assert the formula; an equation shows where both sides differ. Throws `NoCode`. */
export function assertionLines(formula: Formula, writer: Writer, exact: boolean): string[] {
  if (formula.kind === 'and')
    return [formula.left, formula.right].flatMap((one) => assertionLines(one, writer, exact));
  if (formula.kind !== 'relation')
    return [`assert ${outermost(conditionCode(formula, writer, exact))}`];
  const left = pythonCode(formula.left, writer);
  const right = pythonCode(formula.right, writer);
  const tol = tolerance(writer);
  return [
    `left = ${left}`,
    `right = ${right}`,
    formula.relation === '='
      ? `np.testing.assert_allclose(left, right, rtol=${tol}, atol=${tol})`
      : `assert ${relationCode(formula.relation, 'left', 'right', writer, exact)}`,
  ];
}
