/**
 * Expressions of a claim as Python: what packages have, and also derivatives, sums, entries and
 * families.
 */
import { expressionCode, NoCode, type CodePackage, type Into } from '../answers/code.ts';
import type { Expr, Index } from '../language/ast.ts';
import { withoutNeedlessBrackets } from './brackets.ts';
import { pythonName } from './python-name.ts';

/** Helpers that the code calls; the module defines those that are used. */
export type Helper = 'gradient' | 'jacobian' | 'hessian' | 'softmax';

/** Code as it is written, with the helpers that it calls. */
export interface Writer {
  readonly package: CodePackage;
  readonly helpers: Set<Helper>;
  /** Depth of derivatives: by differences, each costs digits. */
  derivatives: number;
}

const modules = { numpy: 'np', jax: 'jnp', torch: 'torch' } as const;

/** Python code of an expression. Throws `NoCode`. */
export function pythonCode(e: Expr, writer: Writer): string {
  const into: Into = { name: writer.package, beyond: (part) => beyond(part, writer, into) };
  const code = withoutNeedlessBrackets(expressionCode(named(e), into));
  if (!code.includes('scipy.special.softmax')) return code;
  writer.helpers.add('softmax');
  return code.replaceAll('scipy.special.softmax', 'softmax');
}

/** The same expression, with every name one that Python takes. */
function named(e: Expr): Expr {
  switch (e.kind) {
    case 'variable':
      return { ...e, name: pythonName(e.name) };
    case 'dimension':
      return { ...e, dim: dimCode(e.dim) };
    case 'constant':
      return { ...e, shape: e.shape.map(dimCode) };
    case 'operator':
    case 'call':
    case 'jet':
      return { ...e, args: e.args.map(named) };
    default:
      return e;
  }
}

/** A dimension as Python. Throws `NoCode` for a member of a family of dimensions. */
export function dimCode(dim: string): string {
  if (/^\d+$/.test(dim)) return dim;
  if (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(dim)) return pythonName(dim);
  throw new NoCode(`the dimension ${dim}`);
}

/** A place in a list of Python, which counts from 0. */
function placeCode({ name, offset }: Index): string {
  if (name === null) return String(offset - 1);
  const past = offset - 1;
  return past === 0
    ? pythonName(name)
    : `${pythonName(name)} ${past < 0 ? '-' : '+'} ${Math.abs(past)}`;
}

function beyond(e: Expr, writer: Writer, into: Into): string {
  const code = (part: Expr): string => pythonCode(part, writer);
  const of = modules[into.name];
  switch (e.kind) {
    case 'variable':
      return `${e.name}[${placeCode(e.index as Index)}]`;
    case 'index':
      return pythonName(e.name);
    case 'entry': {
      const places = e.places.map((place) => (place === null ? ':' : placeCode(place)));
      return `${bracketed(code(e.body))}[${places.join(', ')}]`;
    }
    case 'reduce': {
      const { index, to } = e.range;
      const sum = `sum(${code(e.body)} for ${pythonName(index)} in range(1, ${dimCode(to)} + 1))`;
      return e.how === 'sum' ? sum : `(${sum} / ${dimCode(to)})`;
    }
    case 'derivative':
      if (e.index !== null) throw new NoCode('a derivative by a member of a family');
      return derivative(e.which, pythonName(e.by), code(e.body), pythonName(e.by), writer);
    case 'jet':
      return jet(e, writer, code);
    case 'call':
      return called(e, writer, code);
    case 'operator':
      return operatorCode(e, into.name, of, code);
    default:
      throw new NoCode(e.kind);
  }
}

const helperOf = { grad: 'gradient', jac: 'jacobian', hess: 'hessian' } as const;

/** The derivative of `body`, as a function of `name`, at `at`. */
function derivative(
  which: keyof typeof helperOf,
  name: string,
  body: string,
  at: string,
  writer: Writer,
): string {
  const helper = helperOf[which];
  writer.helpers.add(helper);
  writer.derivatives += which === 'hess' ? 2 : 1;
  return `${helper}(lambda ${name}: ${body}, ${at})`;
}

function jet(e: Extract<Expr, { kind: 'jet' }>, writer: Writer, code: (e: Expr) => string): string {
  const [at, ...more] = e.args;
  if (at === undefined || more.length > 0 || e.index !== null)
    throw new NoCode('a derivative of a function of several arguments');
  const helper = helperOf[e.which];
  writer.helpers.add(helper);
  writer.derivatives += e.which === 'hess' ? 2 : 1;
  return `${helper}(${pythonName(e.fn)}, ${code(at)})`;
}

/** A declared function, or an activation with primes: `phi''` is called `phi_2`. */
function called(
  e: Extract<Expr, { kind: 'call' }>,
  writer: Writer,
  code: (e: Expr) => string,
): string {
  const [arg, ...more] = e.args;
  if (e.builtin || e.index !== null || arg === undefined || more.length > 0 || e.order > 2)
    throw new NoCode(e.fn);
  return `${pythonName(e.fn)}${e.order === 0 ? '' : `_${e.order}`}(${code(arg)})`;
}

const bracketed = (code: string): string => (/^[\w.]+(\(.*\))?$/.test(code) ? code : `(${code})`);

/** Operators that an answer never has. */
function operatorCode(
  e: Extract<Expr, { kind: 'operator' }>,
  name: CodePackage,
  of: string,
  code: (e: Expr) => string,
): string {
  const [a, b] = e.args as [Expr, Expr];
  const norm = (order: string): string =>
    `${of}.linalg.norm(${code(a)}, ${name === 'torch' ? 'ord=' : ''}${order})`;
  const least = `${of}.linalg.eigvalsh(${code(a)})`;
  switch (e.operator) {
    case 'vec':
      return name === 'torch'
        ? `${bracketed(code(a))}.T.reshape(-1)`
        : `${of}.ravel(${code(a)}, order="F")`;
    case 'max':
    case 'min':
      if (b === undefined) return `${of}.${e.operator}(${code(a)})`;
      if (name === 'torch') throw new NoCode(e.operator);
      return `${of}.${e.operator}imum(${code(a)}, ${code(b)})`;
    case 'sign':
      return `${of}.sign(${code(a)})`;
    case 'sigma_max':
      return a.shape.length > 1 ? norm('2') : `${of}.linalg.norm(${code(a)})`;
    case 'sigma_min':
      return norm('-2');
    case 'nuclear':
      return norm(name === 'torch' ? '"nuc"' : '"nuc"');
    case 'norm1':
      return `${of}.abs(${code(a)}).sum()`;
    case 'norminf':
      return `${of}.abs(${code(a)}).max()`;
    case 'lambda':
      return `${least}[-${e.params[0] ?? 1}]`;
    case 'lambda_max':
      return `${least}[-1]`;
    case 'lambda_min':
      return `${least}[0]`;
    case 'realpow':
    case 'entrypow':
      return `(${code(a)} ** ${bracketed(code(b))})`;
    case 'blocks':
      return blocksCode(e, name, of, code);
    default:
      throw new NoCode(e.operator);
  }
}

function blocksCode(
  { args, params: [, columns = 1] }: Extract<Expr, { kind: 'operator' }>,
  name: CodePackage,
  of: string,
  code: (e: Expr) => string,
): string {
  const rows = Array.from({ length: args.length / columns }, (_, i) =>
    args.slice(i * columns, (i + 1) * columns),
  );
  // a tensor of whole numbers has no inverse in PyTorch
  const entry = (e: Expr): string => code(e).replace(/^-?\d+$/, name === 'torch' ? '$&.0' : '$&');
  const lists = rows.map((row) => `[${row.map(entry).join(', ')}]`).join(', ');
  if (args.every(({ shape }) => shape.length === 0))
    return rows.length === 1 || columns === 1
      ? `${of}.${name === 'torch' ? 'tensor' : 'array'}([${args.map(entry).join(', ')}])`
      : `${of}.${name === 'torch' ? 'tensor' : 'array'}([${lists}])`;
  if (name === 'torch' || !args.every(({ shape }) => shape.length === 2 && !shape.includes('1')))
    throw new NoCode('blocks');
  return `${of}.block([${lists}])`;
}
