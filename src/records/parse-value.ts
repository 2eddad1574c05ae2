/** Reads the value of a declared name from JSON. */
import { builtinActivations } from './builtin-activations.ts';
import type {
  ActivationValue,
  FunctionMap,
  PolynomialTerm,
  Value,
} from '../evaluate/assignment.ts';
import type { Declaration, Shape, Type } from '../language/ast.ts';
import { readMember, typeAt } from '../language/layers.ts';
import type { Rational } from '../numbers/field.ts';
import { size } from '../numbers/tensor.ts';
import type { Tensor } from '../numbers/tensor.ts';
import { readRational } from './read-rational.ts';

/** A record that cannot be used; the message says which part and why. */
export class RecordError extends Error {
  override readonly name = 'RecordError';
}

const fail = (message: string): never => {
  throw new RecordError(message);
};

/** The value of a declared name, checked against its type at these sizes. Throws `RecordError`. */
export function parseValue(
  declaration: Pick<Declaration, 'name' | 'type' | 'family'>,
  json: unknown,
  dims: ReadonlyMap<string, number>,
): Value<Rational> {
  const { name, type, family } = declaration;
  if (family === null) return parseMember(name, type, json, dims);
  const members = isObject(json) ? json['family'] : undefined;
  const count = sizeOf(family.to, dims);
  if (!Array.isArray(members)) return fail(`'${name}' is a family: {"family": [...]} is wanted`);
  if (members.length !== count)
    return fail(`'${name}' has ${members.length} members; ${family.to} = ${count} are wanted`);
  return {
    kind: 'family',
    members: members.map((member, i) =>
      parseMember(
        `${name}[${i + 1}]`,
        typeAt(type, family.index, { name: null, offset: i + 1 }),
        member,
        dims,
      ),
    ),
  };
}

function parseMember(
  name: string,
  type: Type,
  json: unknown,
  dims: ReadonlyMap<string, number>,
): Value<Rational> {
  switch (type.kind) {
    case 'tensor':
      return {
        kind: 'tensor',
        tensor: parseTensor(
          name,
          type.shape.map((d) => sizeOf(d, dims)),
          json,
        ),
      };
    case 'activation':
      return { kind: 'activation', activation: parseActivation(name, json) };
    case 'function': {
      const inputs = type.inputs.reduce((sum, shape) => sum + sizeOfShape(shape, dims), 0);
      return {
        kind: 'function',
        map: parseFunction(name, json, inputs, sizeOfShape(type.output, dims)),
      };
    }
  }
}

const sizeOfShape = (shape: Shape, dims: ReadonlyMap<string, number>): number =>
  size(shape.map((d) => sizeOf(d, dims)));

/** `d[L]`, named by the last index. */
const memberSize = (dim: string, dims: ReadonlyMap<string, number>): number | undefined => {
  const found = readMember(dim);
  const last = found?.at.name == null ? undefined : dims.get(found.at.name);
  return found && last !== undefined
    ? dims.get(`${found.family}[${last + found.at.offset}]`)
    : undefined;
};

const sizeOf = (dim: string, dims: ReadonlyMap<string, number>): number =>
  dims.get(dim) ??
  (/^\d+$/.test(dim)
    ? Number(dim)
    : (memberSize(dim, dims) ?? fail(`the dimension ${dim} has no size`)));

function parseTensor(name: string, shape: readonly number[], json: unknown): Tensor<Rational> {
  const data: Rational[] = [];
  const visit = (part: unknown, depth: number, where: string): void => {
    if (depth === shape.length) {
      data.push(parseNumber(where, part));
      return;
    }
    if (!Array.isArray(part))
      return fail(
        `${where} must be a list of ${shape[depth]}, as '${name}' is ${shape.join('×') || 'a scalar'}`,
      );
    if (part.length !== shape[depth])
      return fail(
        `${where} has ${part.length} ${depth === 0 ? 'rows' : 'entries'}; ${shape[depth]} ` +
          `are wanted, as '${name}' is ${shape.join('×')}`,
      );
    part.forEach((entry, i) => visit(entry, depth + 1, `${where}[${i + 1}]`));
  };
  visit(json, 0, name);
  return { shape, data };
}

function parseNumber(where: string, json: unknown): Rational {
  const value = readRational(json);
  return typeof value === 'string' ? fail(`${where}: ${value}`) : value;
}

function parseActivation(name: string, json: unknown): ActivationValue<Rational> {
  const value = isObject(json) ? json['activation'] : undefined;
  const known = builtinActivations.find((n) => n === value);
  if (known !== undefined) return { kind: 'builtin', name: known };
  const coefficients = isObject(value) ? value['polynomial'] : undefined;
  if (!Array.isArray(coefficients))
    return fail(
      `'${name}' is an activation: {"activation": "relu"} or {"activation": {"polynomial": [...]}} is wanted`,
    );
  return {
    kind: 'polynomial',
    coefficients: coefficients.map((c, i) => parseNumber(`${name}, coefficient ${i}`, c)),
  };
}

function parseFunction(
  name: string,
  json: unknown,
  inputs: number,
  outputs: number,
): FunctionMap<Rational> {
  if (!isObject(json) || (json['function'] !== 'polynomial' && json['function'] !== 'network'))
    return fail(`'${name}' is a function: {"function": "polynomial" or "network", ...} is wanted`);
  if (json['inputs'] !== inputs)
    return fail(`'${name}' takes ${String(json['inputs'])} inputs; ${inputs} are wanted`);
  const map =
    json['function'] === 'polynomial'
      ? parsePolynomial(name, json['outputs'], inputs)
      : parseNetwork(name, json['layers'], inputs);
  const given =
    map.kind === 'polynomial' ? map.outputs.length : (map.layers.at(-1)?.bias.length ?? inputs);
  return given === outputs ? map : fail(`'${name}' has ${given} outputs; ${outputs} are wanted`);
}

function parsePolynomial(name: string, json: unknown, inputs: number): FunctionMap<Rational> {
  const term = (part: unknown, where: string): PolynomialTerm<Rational> => {
    const powers: unknown = isObject(part) ? part['powers'] : undefined;
    if (!isObject(part) || !Array.isArray(powers) || powers.length !== inputs)
      return fail(`${where} must be {"coefficient": ..., "powers": [...]} with ${inputs} powers`);
    if (!powers.every((p): p is number => Number.isInteger(p) && p >= 0 && p <= 100))
      return fail(`${where} has powers that are not whole numbers from 0 to 100`);
    return { coefficient: parseNumber(where, part['coefficient']), powers };
  };
  const outputs = asList(json, `'${name}' has no list of outputs`);
  return {
    kind: 'polynomial',
    inputs,
    outputs: outputs.map((terms, i) =>
      asList(terms, `output ${i + 1} of '${name}' is not a list of terms`).map((t, j) =>
        term(t, `${name}, output ${i + 1}, term ${j + 1}`),
      ),
    ),
  };
}

function parseNetwork(name: string, json: unknown, inputs: number): FunctionMap<Rational> {
  let width = inputs;
  const layers = asList(json, `'${name}' has no list of layers`).map((layer, i) => {
    const where = `${name}, layer ${i + 1}`;
    if (!isObject(layer))
      return fail(`${where} must be {"weights": ..., "bias": ..., "activation": ...}`);
    const bias = asList(layer['bias'], `${where} has no bias`).map((b, j) =>
      parseNumber(`${where}, bias ${j + 1}`, b),
    );
    const weights = parseTensor(where, [bias.length, width], layer['weights']);
    const activation =
      layer['activation'] === null ? null : networkActivation(where, layer['activation']);
    width = bias.length;
    return { weights, bias, activation };
  });
  return { kind: 'network', inputs, layers };
}

function networkActivation(
  where: string,
  value: unknown,
): Exclude<(typeof builtinActivations)[number], 'identity'> {
  const known = builtinActivations.find((n) => n === value);
  return known === undefined || known === 'identity'
    ? fail(`${where} has the unknown activation ${JSON.stringify(value)}`)
    : known;
}

const asList = (json: unknown, otherwise: string): readonly unknown[] =>
  Array.isArray(json) ? json : fail(otherwise);

export const isObject = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);
