/** A point as text, by which equal points are recognised. */
import type { Assignment, Value } from '../evaluate/assignment.ts';
import type { Q } from '../numbers/rational.ts';

const texts = new WeakMap<Value<Q>, string>();
const numbersText = (list: readonly Q[]): string =>
  list.map((x) => (typeof x === 'number' ? x : `${x.num}/${x.den}`)).join();

const valueText = (value: Value<Q>): string => {
  const old = texts.get(value);
  if (old !== undefined) return old;
  const text = writtenValue(value);
  texts.set(value, text);
  return text;
};

const writtenValue = (value: Value<Q>): string => {
  switch (value.kind) {
    case 'tensor':
      return `${value.tensor.shape.join('x')}:${numbersText(value.tensor.data)}`;
    case 'family':
      return `[${value.members.map(valueText).join('|')}]`;
    case 'activation':
      return value.activation.kind === 'builtin'
        ? value.activation.name
        : `p${numbersText(value.activation.coefficients)}`;
    case 'function':
      return value.map.kind === 'polynomial'
        ? value.map.outputs
            .map((terms) =>
              terms.map((t) => `${numbersText([t.coefficient])}^${t.powers.join()}`).join('+'),
            )
            .join('|')
        : value.map.layers
            .map(
              ({ activation, weights: { shape, data }, bias }) =>
                `${activation ?? ''}(${shape.join('x')}:${numbersText(data)}+${numbersText(bias)})`,
            )
            .join('|');
  }
};

/** A text that two points share if and only if they have the same sizes and values. */
export const pointText = (point: Assignment<Q>): string => {
  let text = '';
  for (const [name, size] of point.dims) text += `${name}=${size};`;
  for (const [name, value] of point.values) text += `${name}=${valueText(value)};`;
  return text;
};
