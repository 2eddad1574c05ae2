/**
 * Values for what a claim declares: drawn at random with what its attributes grant, or those of a
 * counterexample.
 */
import { NoCode } from '../answers/code.ts';
import type { ActivationValue, Value } from '../evaluate/assignment.ts';
import type { Attribute, Claim, Declaration, Shape } from '../language/ast.ts';
import type { Rational } from '../numbers/field.ts';
import { rationalText } from '../numbers/rational-text.ts';
import type { Tensor } from '../numbers/tensor.ts';
import type { Counterexample } from '../verdict/verdict.ts';
import { dimCode, type Writer } from './expression.ts';
import { pythonName } from './python-name.ts';

/** Lines that draw a point at random. Throws `NoCode`. */
export function drawnLines(claim: Claim, writer: Writer): string[] {
  if (claim.random.length > 0) throw new NoCode('random variables');
  if (claim.dimFamilies.length > 0) throw new NoCode('dimensions that vary with an index');
  const dims = claim.dims.map(dimCode);
  return [
    ...(dims.length === 0
      ? []
      : dims.length === 1
        ? [`${dims[0]} = int(rng.integers(1, 6))`]
        : [`${dims.join(', ')} = (int(k) for k in rng.integers(1, 6, size=${dims.length}))`]),
    ...claim.declarations.flatMap((declaration) => drawn(declaration, writer)),
  ];
}

function drawn({ name, type, attributes, family }: Declaration, writer: Writer): string[] {
  const left = pythonName(name);
  if (type.kind === 'activation') {
    if (family !== null) throw new NoCode('a family of activations');
    return activationLines(left, { kind: 'builtin', name: 'tanh' }, writer);
  }
  if (type.kind === 'function') {
    if (family !== null || type.inputs.length > 1)
      throw new NoCode('a function of several arguments');
    return functionLines(left, type.inputs[0] ?? [], type.output, writer);
  }
  const value = arrayCode(tensorCode(type.shape, attributes), writer);
  if (family === null) return [`${left} = ${value}`];
  return [`${left} = [${value} for _ in range(${dimCode(family.to)})]`];
}

/** A smooth function that nothing is special about: tanh of a random linear map. */
function functionLines(name: string, input: Shape, output: Shape, writer: Writer): string[] {
  const sizes = [...output, ...input].map(dimCode);
  const tanh = `${moduleOf[writer.package]}.tanh`;
  const times = input.length === 0 ? '*' : '@';
  return [
    `${name}_weights = ${arrayCode(normal(sizes), writer)}`,
    ...functionOf(name, `${tanh}(${name}_weights ${times} u)`),
  ];
}

const functionOf = (name: string, code: string): string[] => [
  '',
  `def ${name}(u):`,
  `    return ${code}`,
  '',
];

const normal = (sizes: readonly string[]): string =>
  sizes.length === 0
    ? 'rng.standard_normal()'
    : sizes.length === 1
      ? `rng.standard_normal(${sizes[0]})`
      : `rng.standard_normal((${sizes.join(', ')}))`;

/**
 * NumPy's code of a random array with these attributes; each of them holds for certain, not by
 * chance.
 */
function tensorCode(shape: Shape, attributes: readonly Attribute[]): string {
  const sizes = shape.filter((dim) => dim !== '1').map(dimCode);
  const [n = ''] = sizes;
  const has = new Set<Attribute>(attributes);
  // a random matrix has these with probability 1, where its sizes allow it
  for (const generic of ['nonzero', 'invertible'] as const) has.delete(generic);
  for (const full of ['onto', 'one-to-one'] as const) has.delete(full);
  const one = [...has];
  if (
    one.length > 1 &&
    !(one.length === 2 && has.has('symmetric') && (has.has('pd') || has.has('psd')))
  )
    return several(n, has);
  if (has.has('positive'))
    return `rng.uniform(0.1, 2.0${sizes.length === 0 ? '' : `, size=(${sizes.join(', ')},)`})`;
  if (has.has('nonnegative'))
    return `rng.uniform(0.0, 2.0${sizes.length === 0 ? '' : `, size=(${sizes.join(', ')},)`})`;
  if (has.has('unit')) return `(lambda v: v / np.linalg.norm(v))(${normal(sizes)})`;
  const square = normal([n, n]);
  if (has.has('pd')) return `(lambda A: A @ A.T + 0.1 * np.eye(${n}))(${square})`;
  if (has.has('psd')) return `(lambda A: A @ A.T)(${square})`;
  if (has.has('symmetric')) return `(lambda A: A + A.T)(${square})`;
  if (has.has('antisymmetric')) return `(lambda A: A - A.T)(${square})`;
  if (has.has('diagonal')) return `np.diag(${normal([n])})`;
  if (has.has('lower')) return `np.tril(${square})`;
  if (has.has('upper')) return `np.triu(${square})`;
  if (has.has('orthogonal')) return `np.linalg.qr(${square})[0]`;
  if (has.has('projector'))
    return `(lambda A: np.linalg.inv(A) @ np.diag(np.arange(${n}) % 2) @ A)(${square})`;
  return normal(sizes);
}

/** A diagonal that is also definite, or a projector that is symmetric; no other pair is made. */
function several(n: string, has: ReadonlySet<Attribute>): string {
  const only = (...names: Attribute[]): boolean => [...has].every((name) => names.includes(name));
  if (has.has('diagonal') && only('diagonal', 'symmetric', 'pd', 'psd', 'nonnegative'))
    return `np.diag(rng.uniform(0.1, 2.0, size=${n}))`;
  // of half rank, by orthonormal columns
  if (has.has('projector') && only('projector', 'symmetric', 'psd'))
    return `(lambda Q: Q @ Q.T)(np.linalg.qr(${normal([n, `(${n} + 1) // 2`])})[0])`;
  throw new NoCode([...has].join(' and '));
}

/** Longer code gets a line of its own inside the call. */
const longest = 70;

/** What NumPy drew, as an array of the package. */
function arrayCode(drawnCode: string, { package: to }: Writer): string {
  if (to === 'numpy') return drawnCode;
  const [call, more] =
    to === 'jax' ? ['jnp.asarray', []] : ['torch.as_tensor', ['dtype=torch.float64']];
  const all = [drawnCode, ...more];
  return drawnCode.length > longest
    ? `${call}(\n${all.map((one) => `        ${one},\n`).join('')}    )`
    : `${call}(${all.join(', ')})`;
}

function exactArray(tensor: Tensor<Rational>, { package: to }: Writer): string {
  const text = tensorText(tensor);
  return to === 'torch'
    ? `torch.tensor(${text}, dtype=torch.float64)`
    : `${to === 'jax' ? 'jnp' : 'np'}.array(${text}, dtype=float)`;
}

/** Conditions on the sizes without which no matrix has the ranks that are declared. */
export const sizeConditions = ({ declarations }: Claim): string[] =>
  declarations.flatMap(({ type, attributes }) => {
    const [m = '1', n = '1'] = type.kind === 'tensor' ? type.shape : [];
    if (m === n) return [];
    return [
      ...(attributes.includes('onto') ? [`${dimCode(m)} <= ${dimCode(n)}`] : []),
      ...(attributes.includes('one-to-one') ? [`${dimCode(m)} >= ${dimCode(n)}`] : []),
    ];
  });

/** Lines that set the exact values of a counterexample. Throws `NoCode`. */
export function exactLines({ at }: Counterexample, writer: Writer): string[] {
  return [
    ...[...at.dims].map(([name, size]) => `${dimCode(name)} = ${size}`),
    ...[...at.values].flatMap(([name, value]) => valueLines(pythonName(name), value, writer)),
  ];
}

function valueLines(name: string, value: Value<Rational>, writer: Writer): string[] {
  switch (value.kind) {
    case 'tensor':
      return [`${name} = ${exactArray(value.tensor, writer)}`];
    case 'family':
      return [
        `${name} = [${value.members
          .map((one) => {
            if (one.kind !== 'tensor') throw new NoCode('a family of functions');
            return exactArray(one.tensor, writer);
          })
          .join(', ')}]`,
      ];
    case 'activation':
      return activationLines(name, value.activation, writer);
    case 'function':
      throw new NoCode('a function of the counterexample');
  }
}

/** Nested lists, each entry an exact quotient of integers. */
function tensorText({ shape, data }: Tensor<Rational>): string {
  const build = (depth: number, from: number, count: number): string => {
    if (depth === shape.length) return rationalText(data[from] as Rational);
    const length = shape[depth] as number;
    const step = count / length;
    return `[${Array.from({ length }, (_, i) => build(depth + 1, from + i * step, step)).join(', ')}]`;
  };
  return build(0, 0, data.length);
}

/** An activation and its first two derivatives. */
function activationLines(
  name: string,
  activation: ActivationValue<Rational>,
  { package: to }: Writer,
): string[] {
  if (activation.kind === 'polynomial') {
    const lines = [activation.coefficients.map((c) => `(${rationalText(c)})`)];
    const derived = (from: readonly string[]): string[] =>
      from.slice(1).map((c, i) => (i === 0 ? c : `${i + 1} * ${c}`));
    lines.push(derived(lines[0] as string[]));
    lines.push(derived(lines[1] as string[]));
    return lines
      .map((coefficients, order) => {
        const terms = coefficients.map((c, k) => `${c} * u**${k}`);
        return functionOf(
          `${name}${order === 0 ? '' : `_${order}`}`,
          `${terms.join(' + ') || '0'} + 0 * u`,
        );
      })
      .flat();
  }
  const own = Object.hasOwn(builtins, activation.name) ? builtins[activation.name] : undefined;
  const codes = own?.(moduleOf[to]);
  if (codes === undefined) throw new NoCode(`the activation ${activation.name}`);
  return codes.flatMap((code, order) =>
    functionOf(`${name}${order === 0 ? '' : `_${order}`}`, code),
  );
}

const moduleOf = { numpy: 'np', jax: 'jnp', torch: 'torch' } as const;

/** Activations by name, each with its first two derivatives. */
const builtins: Readonly<Record<string, (of: string) => readonly string[]>> = {
  tanh: (of) => [
    `${of}.tanh(u)`,
    `1 - ${of}.tanh(u) ** 2`,
    `-2 * ${of}.tanh(u) * (1 - ${of}.tanh(u) ** 2)`,
  ],
  relu: () => ['u * (u > 0)', '1.0 * (u > 0)', '0 * u'],
  identity: () => ['u', '1 + 0 * u', '0 * u'],
  square: () => ['u ** 2', '2 * u', '2 + 0 * u'],
  exp: (of) => [`${of}.exp(u)`, `${of}.exp(u)`, `${of}.exp(u)`],
};
