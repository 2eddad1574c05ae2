/** Checks that a point has the names, sizes and shapes of its claim. */
import type { Claim, Declaration } from '../language/ast.ts';
import type { Assignment, FunctionMap, Value } from '../evaluate/assignment.ts';
import { outputsOf } from '../networks/maps.ts';
import { memberOf } from '../language/layers.ts';
import { sizeNames, sizeOf, withMembers } from '../networks/sizes.ts';
import { size } from '../numbers/tensor.ts';

const product = (shape: readonly string[], dims: ReadonlyMap<string, number>): number =>
  shape.reduce((p, d) => p * sizeOf(d, dims), 1);

const mapFits = (map: FunctionMap<unknown>, inputs: number, outputs: number): boolean => {
  if (map.inputs !== inputs || outputsOf(map) !== outputs) return false;
  if (map.kind === 'polynomial') {
    return map.outputs.every((terms) =>
      terms.every(
        (t) =>
          t.powers.length === inputs &&
          t.powers.every((p) => Number.isInteger(p) && p >= 0 && p <= 64),
      ),
    );
  }
  let width = inputs;
  for (const layer of map.layers) {
    const [rows, columns] = layer.weights.shape;
    if (
      columns !== width ||
      rows !== layer.bias.length ||
      layer.weights.data.length !== rows * columns
    )
      return false;
    width = rows;
  }
  return map.layers.length > 0;
};

const problem = <T>(
  value: Value<T> | undefined,
  d: Declaration,
  dims: ReadonlyMap<string, number>,
): string | null => {
  if (value === undefined) return `${d.name} has no value`;
  if (d.family !== null) {
    if (value.kind !== 'family') return `${d.name} is a family, but its value is not`;
    const count = sizeOf(d.family.to, dims);
    if (value.members.length !== count)
      return `${d.name} has ${value.members.length} members where there should be ${count}`;
    return (
      value.members.map((m, i) => problem(m, memberOf(d, i + 1), dims)).find((p) => p !== null) ??
      null
    );
  }
  if (value.kind !== d.type.kind) return `the value of ${d.name} is not of the declared type`;
  if (value.kind === 'tensor' && d.type.kind === 'tensor') {
    const shape = d.type.shape.map((dim) => sizeOf(dim, dims));
    const fits =
      value.tensor.shape.length === shape.length &&
      shape.every((n, i) => value.tensor.shape[i] === n) &&
      value.tensor.data.length === size(shape);
    return fits ? null : `${d.name} should have the shape ${shape.join('×') || 'scalar'}`;
  }
  if (value.kind === 'function' && d.type.kind === 'function') {
    const inputs = d.type.inputs.reduce((sum, s) => sum + product(s, dims), 0);
    return mapFits(value.map, inputs, product(d.type.output, dims))
      ? null
      : `the function ${d.name} does not have the declared inputs and outputs`;
  }
  return null;
};

const kinked: ReadonlySet<unknown> = new Set(['relu', 'leakyrelu', 'abs', 'step', 'leakystep']);

/**
 * A declared function is smooth. A network with kinks serves as one near a point, where a smooth
 * function agrees with it; a mean looks at every point, the kinks among them.
 */
const isSmooth = (value: Value<unknown> | undefined): boolean =>
  value?.kind === 'family'
    ? value.members.every(isSmooth)
    : value?.kind !== 'function' ||
      value.map.kind !== 'network' ||
      value.map.layers.every(({ activation }) => !kinked.has(activation));

/**
 * What is wrong with the form of a point: sizes, missing names, shapes; null where all is as
 * declared.
 */
export const malformed = <T>(
  claim: Claim,
  declarations: readonly Declaration[],
  at: Assignment<T>,
): string | null => {
  const plain = new Map(sizeNames(claim).map((name) => [name, at.dims.get(name) ?? 1]));
  for (const name of withMembers(claim, plain).keys()) {
    const n = at.dims.get(name);
    if (n === undefined || !Number.isInteger(n) || n < 1)
      return `the dimension ${name} should be a positive whole number`;
    if (n > 64) return `the dimension ${name} = ${n} is too large to re-check`;
  }
  const rough =
    claim.random.length > 0 && declarations.find((d) => !isSmooth(at.values.get(d.name)));
  if (rough) return `the function ${rough.name} has kinks, and a mean is taken over them`;
  return (
    declarations.map((d) => problem(at.values.get(d.name), d, at.dims)).find((p) => p !== null) ??
    null
  );
};
