/** How the values of a goal are made of free numbers at some sizes, in every domain. */
import type { Declaration, Formula } from '../../language/ast.ts';
import type { Assignment, Value } from '../../evaluate/assignment.ts';
import { evaluate } from '../../evaluate/evaluate.ts';
import type { Sizes } from '../../networks/sizes.ts';
import type { Field } from '../../numbers/field.ts';
import { add, subtract } from '../../numbers/matrix.ts';
import { tensor } from '../../numbers/tensor.ts';
import type { Goal } from '../goals.ts';
import { chartOf, lengthOf, type Block, type Chart, type Shape } from './charts.ts';
import { definitionsIn, type Definition } from './definitions.ts';

/** Free numbers in blocks, and the point that they make. */
export interface Plan {
  readonly sizes: Sizes;
  readonly blocks: readonly Block[];
  readonly length: number;
  /** Hypotheses that hold by construction. */
  readonly met: ReadonlySet<Formula>;
  /** Declarations whose attributes the construction does not see to. */
  readonly unseen: readonly Declaration[];
  /** Throws as evaluation does. */
  point<T>(field: Field<T>, numbers: readonly T[]): Assignment<T>;
}

interface Free {
  readonly d: Declaration;
  readonly chart: Chart;
}

/** The plan of a goal; null where a declared value has no chart, as a function has not. */
export const planOf = (goal: Goal, sizes: Sizes, shape: Shape): Plan | null => {
  const definitions = definitionsIn(goal.hypotheses, goal.declarations);
  const defined = new Map(definitions.map((d) => [d.name, d]));
  const free: Free[] = [];
  const above: { readonly definition: Definition; readonly chart: Chart }[] = [];
  for (const d of goal.declarations) {
    const own = defined.get(d.name);
    if (own?.how === 'equal') continue;
    const made =
      own === undefined
        ? chartOf(d, sizes, shape)
        : chartOf({ ...d, attributes: ['psd'] }, sizes, shape);
    if (made === null) return null;
    if (own === undefined) free.push({ d, chart: made });
    else above.push({ definition: own, chart: made });
  }
  const blocks = [...free, ...above].flatMap(({ chart }) => chart.blocks);
  return {
    sizes,
    blocks,
    length: lengthOf(blocks),
    met: new Set(definitions.map((d) => d.hypothesis)),
    unseen: goal.declarations.filter((d) => defined.has(d.name) && d.attributes.length > 0),
    point: <T>(field: Field<T>, numbers: readonly T[]): Assignment<T> => {
      let from = 0;
      const take = (chart: Chart): Value<T> =>
        chart.build(
          field,
          chart.blocks.map(({ rows, cols }) => {
            const own = numbers.slice(from, from + rows * cols);
            from += rows * cols;
            return own;
          }),
        );
      const values = new Map<string, Value<T>>();
      for (const { d, chart } of free) values.set(d.name, take(chart));
      const steps = new Map(above.map(({ definition, chart }) => [definition, take(chart)]));
      for (const definition of definitions) {
        const base = evaluate(definition.by, field, { dims: sizes, values });
        const step = steps.get(definition);
        values.set(definition.name, {
          kind: 'tensor',
          tensor:
            step?.kind !== 'tensor'
              ? base
              : definition.how === 'above'
                ? add(field, tensor(step.tensor.shape, base.data), step.tensor)
                : subtract(field, tensor(step.tensor.shape, base.data), step.tensor),
        });
      }
      return { dims: sizes, values };
    },
  };
};
