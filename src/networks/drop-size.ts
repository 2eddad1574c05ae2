/** Shrinks a point by reducing one dimension or removing a layer. */
import type { Declaration, Dim } from '../language/ast.ts';
import type { Assignment, FunctionMap, Value } from '../evaluate/assignment.ts';
import type { Q } from '../numbers/rational.ts';
import { isSum, summandsOf } from '../operators/dimension.ts';
import { Undefined } from '../numbers/field.ts';
import { memberOf, readMember } from '../language/layers.ts';
import { size, tensor, type Tensor } from '../numbers/tensor.ts';
import { range } from './elimination.ts';
import { sizeOf, type Sizes } from './sizes.ts';

/**
 * Positions to keep along one axis whose dimension may be a product that holds the shrunken name.
 */
const kept = (dim: Dim, name: string, at: number, sizes: Sizes): number[] | null => {
  if (isSum(dim)) {
    const summands = summandsOf(dim);
    let from = 0;
    return summands.flatMap((d) => {
      const own = (kept(d, name, at, sizes) ?? []).map((p) => p + from);
      from += sizeOf(d, sizes);
      return own;
    });
  }
  const factors = dim.split('*').map((f) => f.trim());
  let positions = [0];
  for (const f of factors) {
    const n = sizeOf(f, sizes);
    const values = f === name ? range(n).filter((i) => i !== at) : range(n);
    positions = positions.flatMap((p) => values.map((v) => p * n + v));
  }
  return positions;
};

const keepAxes = (t: Tensor<Q>, axes: readonly (readonly number[])[]): Tensor<Q> => {
  let positions = [0];
  t.shape.forEach((n, axis) => {
    positions = positions.flatMap((p) => (axes[axis] ?? range(n)).map((v) => p * n + v));
  });
  const shape = t.shape.map((n, axis) => axes[axis]?.length ?? n);
  return tensor(
    shape,
    positions.slice(0, size(shape)).map((p) => t.data[p] ?? 0),
  );
};

const keepMap = (
  map: FunctionMap<Q>,
  inputs: readonly number[],
  outputs: readonly number[],
): FunctionMap<Q> => {
  if (map.kind === 'polynomial') {
    const gone = range(map.inputs).filter((i) => !inputs.includes(i));
    return {
      kind: 'polynomial',
      inputs: inputs.length,
      // the dropped inputs are set to zero
      outputs: outputs.map((o) =>
        (map.outputs[o] ?? [])
          .filter((t) => gone.every((i) => t.powers[i] === 0))
          .map((t) => ({
            coefficient: t.coefficient,
            powers: inputs.map((i) => t.powers[i] ?? 0),
          })),
      ),
    };
  }
  const last = map.layers.length - 1;
  return {
    kind: 'network',
    inputs: inputs.length,
    layers: map.layers.map((layer, l) => {
      const rows = l === last ? outputs : range(layer.bias.length);
      const columns = l === 0 ? inputs : range(layer.weights.shape[1] ?? 1);
      return {
        ...layer,
        weights: keepAxes(layer.weights, [rows, columns]),
        bias: rows.map((r) => layer.bias[r] ?? 0),
      };
    }),
  };
};

const dropMember = (
  value: Value<Q>,
  d: Declaration,
  name: string,
  at: number,
  sizes: Sizes,
): Value<Q> => {
  const axis = (dim: Dim): readonly number[] => kept(dim, name, at, sizes) ?? [];
  if (value.kind === 'tensor' && d.type.kind === 'tensor')
    return { kind: 'tensor', tensor: keepAxes(value.tensor, d.type.shape.map(axis)) };
  if (value.kind === 'function' && d.type.kind === 'function') {
    let before = 0;
    const inputs = d.type.inputs.flatMap((shape) => {
      const start = before;
      before += shape.length === 0 ? 1 : sizeOf(shape[0] ?? '1', sizes);
      return (shape.length === 0 ? [0] : axis(shape[0] ?? '1')).map((i) => start + i);
    });
    const outputs = d.type.output.length === 0 ? [0] : axis(d.type.output[0] ?? '1');
    return { kind: 'function', map: keepMap(value.map, inputs, outputs) };
  }
  return value;
};

/** Are there families of dimensions over this range? */
const layersOf = (declarations: readonly Declaration[], depth: string): boolean =>
  declarations.some(
    (d) =>
      d.family?.to === depth &&
      d.type.kind === 'tensor' &&
      d.type.shape.some((dim) => dim.includes('[')),
  );

/**
 * A network with a layer taken out: the widths close up if what is left still fits together;
 * otherwise the point as it was.
 */
const relinked = (
  point: Assignment<Q>,
  values: Map<string, Value<Q>>,
  declarations: readonly Declaration[],
  depth: string,
  at: number,
): Assignment<Q> => {
  const fits = (dims: ReadonlyMap<string, number>): boolean =>
    declarations.every((d) => {
      const value = values.get(d.name);
      const members = value?.kind === 'family' ? value.members : value === undefined ? [] : [value];
      return members.every((m, i) => {
        const { type } = memberOf(d, i + 1);
        return (
          m.kind !== 'tensor' ||
          type.kind !== 'tensor' ||
          type.shape.every((dim, axis) => sizeOf(dim, dims) === m.tensor.shape[axis])
        );
      });
    });
  const plain = [...point.dims]
    .filter(([n]) => !n.includes('['))
    .map(([n, s]): [string, number] => [n, n === depth ? s - 1 : s]);
  for (const first of [at + 1, 0]) {
    const widths = [...point.dims].flatMap(([n, s]): [string, number][] => {
      const found = readMember(n);
      if (found === null) return [];
      const {
        family,
        at: { offset },
      } = found;
      const next = offset >= first ? point.dims.get(`${family}[${offset + 1}]`) : s;
      return next === undefined ? [] : [[n, next]];
    });
    const dims = new Map([...plain, ...widths]);
    try {
      if (fits(dims)) return { dims, values };
    } catch (error) {
      if (!(error instanceof Undefined)) throw error;
    }
  }
  return point;
};

/**
 * The point with position `at` of a dimension deleted from every value that has it: a row, a
 * column, a datum, an input.
 */
export const dropPosition = (
  point: Assignment<Q>,
  declarations: readonly Declaration[],
  name: string,
  at: number,
): Assignment<Q> => {
  const values = new Map<string, Value<Q>>();
  for (const [key, value] of point.values) {
    const d = declarations.find((x) => x.name === key);
    if (d === undefined) continue;
    if (value.kind !== 'family' || d.family === null) {
      values.set(key, dropMember(value, d, name, at, point.dims));
      continue;
    }
    const keep = kept(d.family.to, name, at, point.dims) ?? [];
    values.set(key, {
      kind: 'family',
      members: keep.flatMap((i) => {
        const member = value.members[i];
        return member === undefined
          ? []
          : [dropMember(member, memberOf(d, i + 1), name, at, point.dims)];
      }),
    });
  }
  if (layersOf(declarations, name)) return relinked(point, values, declarations, name, at);
  return { dims: new Map([...point.dims].map(([n, s]) => [n, n === name ? s - 1 : s])), values };
};
