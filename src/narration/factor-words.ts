/** A factor of a graph in the words of the claim language, some of its slots at named indices. */
import { lengthOfSum } from './length-of-sum.ts';
import { shortName } from '../prover/graphs/mean-numbers.ts';
import type { Factor, Head, Term } from '../kernel/term.ts';

/** A name where the slot is at an index, null where it is open. */
export type At = readonly (string | null)[];

/** Writes a term whose free wires stand at indices or are open. */
export type Say = (term: Term, at: At) => string;

/**
 * Names of families over an index: their first slot is written `q[i]`, an entry of a member
 * `q[i][k]`.
 */
export interface Families {
  has(name: string): boolean;
  /** The text of a member of a product, power or sum over layers; null of any other name. */
  running(name: string): string | null;
  /** The claim's own text for the root of a number, as `|x + y|`; null of any other number. */
  length(under: Term): string | null;
}

/** A factor with at most two open slots: unchanged, and flipped. */
export interface Piece {
  readonly text: string;
  readonly flipped: string;
}

const primes = (k: number): string => (k > 3 ? `^(${k})` : "'".repeat(k));

/** Names that the prover made up, as `v#`, without their mark. */
export const plainName = (name: string): string => shortName(name).replaceAll(/[#$]/g, '');

/** A dimension as a claim writes it: the kernel's `#m⊕n` is m+n. */
export const plainDim = (dim: string): string =>
  dim.replaceAll('#', '').replaceAll('⊕', '+').replaceAll('⊗', '*');

/** A name, an entry, a call such as `f(u)`, or a length: what needs no brackets. */
export function isAtom(text: string): boolean {
  if (/^\|[^|]*\|$/.test(text) || /^[\p{L}\p{N}_']+(\[[^\]]*\])*'?$/u.test(text)) return true;
  const name = /^[\p{L}_][\p{L}\p{N}_]*'*(?=[([])/u.exec(text);
  if (name === null) return false;
  // brackets follow each other up to the end, as in grad(l)(F(x))[i]
  let depth = 0;
  for (let i = name[0].length; i < text.length; i++) {
    const c = text[i] as string;
    if ('(['.includes(c)) depth += 1;
    else if (')]'.includes(c)) depth -= 1;
    else if (depth === 0) return false;
  }
  return depth === 0;
}
export const bracketed = (text: string): string => (isAtom(text) ? text : `(${text})`);
export const transpose = (text: string): string =>
  text.endsWith("'") && isAtom(text.slice(0, -1)) ? text.slice(0, -1) : `${text}'`;

/** How many first slots of a head must stand at an index before it can be written. */
export function indexSlots(head: Head, families: Families): number {
  switch (head.kind) {
    case 'variable':
      return families.has(head.name) ? 1 : 0;
    case 'jet':
      return (
        head.fn.family.length + (head.fn.inputs.every((d) => d === null) ? 0 : head.params.length)
      );
    case 'inverse':
      return head.matrix ? head.params.length : 0;
    case 'operation':
      return head.params.length;
  }
}

const entry = (text: string, at: At): string =>
  at.every((i) => i === null) ? text : `${text}[${at.map((i) => i ?? ':').join(',')}]`;

/** The text of a factor at some indices, with the slots that are left open in order. */
export function factorText({ head }: Factor, at: At, families: Families, say: Say): Piece {
  const own = indexSlots(head, families);
  const text = headText(head, at.slice(0, own), at.slice(own), families, say);
  // a row of a matrix is written flat, and means the column
  const flat = /\[[^\]:]*,:\]$/.test(text);
  if (/\^(?:\w+|\([^()]*\))$/.test(text)) return { text, flipped: `(${text})'` };
  return flat ? { text: `${text}'`, flipped: text } : { text, flipped: transpose(text) };
}

function headText(head: Head, own: At, rest: At, families: Families, say: Say): string {
  switch (head.kind) {
    case 'variable': {
      const member = families.running(head.name);
      if (member !== null) return entry(member, rest);
      const name = plainName(head.name);
      if (head.name.startsWith('#')) return entry(`e_${name}`, rest);
      return own.length > 0 ? entry(`${name}[${own[0] ?? ':'}]`, rest) : entry(name, rest);
    }
    case 'jet':
      return jetText(head, own, rest, families, say);
    case 'inverse': {
      const open = head.params.map(() => null);
      if (head.matrix) return entry(`inv(${say(head.arg, [...own, null, null])})`, rest);
      return rest.every((i) => i !== null)
        ? `1/${bracketed(say(head.arg, rest))}`
        : entry(`(ones ./ ${bracketed(say(head.arg, open))})`, rest);
    }
    case 'operation': {
      const name = head.name.replace(/^lambda\.(\d+)$/, 'lambda[$1]');
      const inner = head.arg.shape.slice(own.length).map(() => null);
      const body = say(head.arg, [...own, ...inner]);
      // alone, I has no size: the rank is that size
      if (name === 'rank' && body === 'I') return plainDim(head.arg.shape.at(-1) ?? body);
      if (name === 'det' && body === 'I') return '1';
      return entry(`${name}(${body})`, rest);
    }
  }
}

/** The slope of an entrywise function where the language has a word for it, of one argument. */
function slopeText(name: string, order: number, inner: string, isScalar: boolean): string | null {
  const over = (below: string): string => (isScalar ? `1/${below}` : `(ones ./ ${below})`);
  const brackets = bracketed(inner);
  if (name === 'exp') return `exp(${inner})`;
  if (name === 'abs' && order === 1) return `sign(${inner})`;
  if (name === 'log' && order === 1) return over(brackets);
  if (name === 'log' && order === 2)
    return isScalar ? `-1/${brackets}^2` : `(-(ones ./ (${brackets} .* ${brackets})))`;
  if (name === 'sqrt' && order === 1) return over(`(2 ${rootText(inner)})`);
  const turns = { sin: ['sin', 'cos', '-sin', '-cos'], cos: ['cos', '-sin', '-cos', 'sin'] }[name];
  if (turns === undefined) return null;
  const text = `${turns[order % 4]}(${inner})`;
  return text.startsWith('-') ? `(${text})` : text;
}

const rootText = (inner: string): string => {
  const length = /^\|([^|]*)\|\^2$/.exec(inner);
  return length === null ? `sqrt(${inner})` : `|${length[1]}|`;
};

/** A function that acts entry by entry, at the entries that are given. */
function entrywiseText(head: Head & { kind: 'jet' }, name: string, rest: At, say: Say): string {
  const order = head.orders.reduce((a, b) => a + b, 0);
  const at = head.params.map((_, i) => rest[i] ?? null);
  const inner = head.args.map((a) => say(a, at)).join(', ');
  if (name === 'sqrt' && order === 0) return rootText(inner);
  if (name === 'abs' && order === 0) return `|${inner}|`;
  const isScalar = at.every((i) => i !== null);
  const known = order > 0 ? slopeText(name, order, inner, isScalar) : null;
  return known ?? `${name}${primes(order)}(${inner})`;
}

/** The slopes of the i-th value of a function at a variable: `hess[x](F(x)[i])`. */
function secondSlopeText(head: Head & { kind: 'jet' }, name: string, rest: At): string | null {
  const [x, more] = head.args;
  const [value, ...slots] = rest;
  const factor = x?.monomials.length === 1 ? x.monomials[0]?.factors[0] : undefined;
  const isVariable =
    factor?.head.kind === 'variable' &&
    !/[#$[]/.test(factor.head.name) &&
    x?.monomials[0]?.factors.length === 1 &&
    factor.head.shape.length === 1;
  if (more !== undefined || !isVariable || !value || slots.length !== 2) return null;
  const at = factor.head.kind === 'variable' ? factor.head.name : '';
  return entry(`hess[${at}](${name}(${at})[${value}])`, slots);
}

/** |x - y|, told by what stands under its root. */
function sumLength(under: Term, say: Say): string | null {
  const sum = lengthOfSum(under);
  return sum === null ? null : `|${say(sum, [null])}|`;
}

function jetText(
  head: Head & { kind: 'jet' },
  own: At,
  rest: At,
  families: Families,
  say: Say,
): string {
  const { fn, orders, args } = head;
  const family = own.slice(0, fn.family.length);
  const name = plainName(fn.name) + (family.length > 0 ? `[${family.join(',')}]` : '');
  const order = orders.reduce((a, b) => a + b, 0);
  const under = name === 'sqrt' && order <= 1 ? args[0] : undefined;
  const isLength = under?.shape.length === 0;
  const length = isLength ? (families.length(under) ?? sumLength(under, say)) : null;
  if (length !== null) return order === 0 ? length : `1/(2 ${length})`;
  if (fn.inputs.every((d) => d === null)) return entrywiseText(head, name, rest, say);
  const at = own.slice(fn.family.length);
  if (order === 2 && fn.output !== null && at.length === 0) {
    const text = secondSlopeText(head, name, rest);
    if (text !== null) return text;
  }
  const inner = args
    .map((a) => say(a, [...at, ...a.shape.slice(at.length).map(() => null)]))
    .join(', ');
  if (name === 'softmax' && order === 1) {
    const value = `softmax(${inner})`;
    return entry(`(diag(${value}) - ${value} ${value}')`, rest);
  }
  const words = fn.output === null ? ['', 'grad', 'hess'] : ['', 'jac'];
  return entry(
    order === 0 ? `${name}(${inner})` : `${words[order] ?? `D^${order}`}(${name})(${inner})`,
    rest,
  );
}
