/**
 * Conditions put in their places: guards are read left to right, and each condition goes to its
 * innermost quantifier.
 */
import type { Condition, Declaration, Formula } from '../ast.ts';
import { namesOf } from '../free-names.ts';
import { atEach, conjunctionOf, guarded, keyOf } from './condition.ts';
import { conditionsOf, declaring, type Around } from './of-expression.ts';

/**
 * A formula with the conditions of its quantifiers written out, and those that are wanted outside
 * of it.
 */
export interface Placed {
  readonly formula: Formula;
  readonly outer: readonly Condition[];
}

const negation = (f: Formula): Formula => ({ kind: 'not', body: f, span: f.span });

const ofConnective = (
  f: Extract<Formula, { readonly kind: 'and' | 'or' | 'implies' | 'iff' }>,
  around: Around,
): Placed => {
  const [left, right] = [placed(f.left, around), placed(f.right, around)];
  const guard = f.kind === 'or' ? negation(left.formula) : left.formula;
  const formula =
    left.formula === f.left && right.formula === f.right
      ? f
      : { ...f, left: left.formula, right: right.formula };
  return {
    formula,
    outer: [...left.outer, ...(f.kind === 'iff' ? right.outer : guarded(guard, right.outer))],
  };
};

/** Is the condition about one of the variables? */
const isAbout =
  (variables: readonly Declaration[]) =>
  ({ formula }: Condition): boolean =>
    formula !== null && namesOf(formula).some((name) => variables.some((d) => d.name === name));

const ofQuantifier = (
  f: Extract<Formula, { readonly kind: 'forall' | 'exists' }>,
  around: Around,
): Placed => {
  const body = placed(f.body, declaring(around, f.variables));
  const about = isAbout(f.variables);
  const [first, ...more] = unique(body.outer.filter(about));
  const outer = body.outer.filter((c) => !about(c));
  if (!first && body.formula === f.body) return { formula: f, outer };
  const guard = first && conjunctionOf([first, ...more]);
  const kind = f.kind === 'forall' ? 'implies' : 'and';
  return {
    formula: {
      ...f,
      body: guard ? { kind, left: guard, right: body.formula, span: f.body.span } : body.formula,
    },
    outer,
  };
};

/** The formulas of conditions, each once. */
const unique = (conditions: readonly Condition[]): Formula[] => [
  ...new Map(
    conditions.flatMap(({ formula }) => (formula ? [[keyOf(formula), formula] as const] : [])),
  ).values(),
];

export const placed = (f: Formula, around: Around): Placed => {
  switch (f.kind) {
    case 'relation':
      return { formula: f, outer: [f.left, f.right].flatMap((e) => conditionsOf(e, around)) };
    case 'is':
    case 'off':
      return { formula: f, outer: conditionsOf(f.subject, around) };
    case 'unsaid':
      return { formula: f, outer: [] };
    case 'not': {
      const { formula, outer } = placed(f.body, around);
      return { formula: formula === f.body ? f : { ...f, body: formula }, outer };
    }
    case 'each': {
      const { formula, outer } = placed(f.body, {
        ...around,
        running: new Set([...around.running, f.range.index]),
      });
      return {
        formula: formula === f.body ? f : { ...f, body: formula },
        outer: atEach(f.range, outer),
      };
    }
    case 'forall':
    case 'exists':
      return ofQuantifier(f, around);
    default:
      return ofConnective(f, around);
  }
};
