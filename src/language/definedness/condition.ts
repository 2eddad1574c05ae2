/**
 * Conditions of definedness: their texts, when two are the same, and how a guard or a range goes
 * around one.
 */
import type { Condition, Expr, Formula, Range, Span } from '../ast.ts';
import { mentionsIndex } from '../free-names.ts';
import { exprText, formulaText } from '../text.ts';

/** In the words of the claim: `A invertible`, `n >= 3`. */
const textOf = (f: Formula): string =>
  f.kind === 'is' ? `${exprText(f.subject)} ${f.attribute}` : formulaText(f);

export const conditionOf = (formula: Formula, span: Span): Condition => ({
  formula,
  text: textOf(formula),
  span,
});

/** What the types grant, and is only listed. */
export const listed = (text: string, span: Span): Condition => ({ formula: null, text, span });

const isZero = (e: Expr): boolean =>
  (e.kind === 'number' && e.value === '0') || (e.kind === 'constant' && e.which === 'zero');

const mirrored = { '<': '>', '<=': '>=', '!=': '!=', '>': '>', '>=': '>=' } as const;
const signs = { '>': 'positive', '>=': 'nonnegative', '!=': 'nonzero' } as const;

/** `0 < s` and `s > 0` as `s is positive`, and so on; any other relation as it is. */
const ofRelation = (f: Extract<Formula, { readonly kind: 'relation' }>): Formula => {
  const flip = isZero(f.left) && ['<', '<=', '!='].includes(f.relation);
  const relation = flip ? mirrored[f.relation as keyof typeof mirrored] : f.relation;
  const [subject, bound] = flip ? [f.right, f.left] : [f.left, f.right];
  if (!isZero(bound) || !(relation in signs)) return f;
  if (relation !== '!=' && subject.shape.length > 0) return f;
  const attribute = signs[relation as keyof typeof signs];
  return { kind: 'is', subject, attribute, span: f.span };
};

/**
 * One spelling for `x != 0`, `0 != x`, `not x = 0` and `x is nonzero`, and for the signs of
 * scalars.
 */
const plainly = (f: Formula): Formula => {
  if (f.kind === 'relation') return ofRelation(f);
  if (f.kind === 'not' && f.body.kind === 'relation' && f.body.relation === '=')
    return ofRelation({ ...f.body, relation: '!=' });
  return f;
};

const keys = new WeakMap<Formula, string>();

/**
 * Equal keys are the same statement. Shapes are part of it: `I - ones ones'` can be of two sizes.
 */
export const keyOf = (f: Formula): string => {
  const known = keys.get(f);
  if (known !== undefined) return known;
  const key = JSON.stringify(plainly(f), (_, value: unknown) =>
    typeof value !== 'object' || value === null || Array.isArray(value)
      ? value
      : Object.fromEntries(
          Object.entries(value)
            .filter(([name]) => name !== 'span')
            .toSorted(([a], [b]) => (a < b ? -1 : 1)),
        ),
  );
  keys.set(f, key);
  return key;
};

/** The parts of a conjunction. */
export const conjuncts = (f: Formula): readonly Formula[] =>
  f.kind === 'and' ? [...conjuncts(f.left), ...conjuncts(f.right)] : [f];

export const conjunctionOf = (parts: readonly [Formula, ...Formula[]]): Formula => {
  const [first, ...rest] = parts;
  return rest.reduce<Formula>(
    (left, right) => ({ kind: 'and', left, right, span: left.span }),
    first,
  );
};

/** What is wanted only where the guard holds; nothing where the guard says so itself. */
export const guarded = (guard: Formula, conditions: readonly Condition[]): Condition[] => {
  const known = new Set(conjuncts(guard).map(keyOf));
  return conditions.flatMap((c): Condition[] => {
    if (c.formula === null) return [c];
    if (known.has(keyOf(c.formula))) return [];
    const formula: Formula = { kind: 'implies', left: guard, right: c.formula, span: c.span };
    return [{ formula, text: `${formulaText(guard)} => ${c.text}`, span: c.span }];
  });
};

/**
 * What is wanted at every index of a range; the range is left out where the index is not mentioned.
 */
export const atEach = (range: Range, conditions: readonly Condition[]): Condition[] =>
  conditions.map((c) =>
    c.formula === null || !mentionsIndex(c.formula, range.index)
      ? c
      : { ...c, formula: { kind: 'each', range, body: c.formula, span: c.span } },
  );
