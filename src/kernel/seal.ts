/**
 * Which terms the kernel has made. Rules take sealed terms only, so that no object from outside,
 * however it is shaped, can enter a theorem: every sealed term is well formed and frozen.
 */
import type { Dim, Factor, FunctionSymbol, Head, Monomial, Term } from './term.ts';
import { brand } from './brand.ts';
import { isDim, isDimName, productDim } from './dimension.ts';
import { readMember } from './indices.ts';
import { isMeanName } from './mean-symbols.ts';
import { copyRatio, zero } from './ratio.ts';
import { list, own, text, textOrNull, texts, truth, wholes } from './entry.ts';
import { copyPowers } from './powers.ts';
import { fail, KernelError } from './refuse.ts';

const sealed = brand<string>();
const same = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((x, i) => x === b[i]);

// names are written into texts that decide equality, so they may hold no sign that the texts use
const name = /^[^\s0-9:,;(){}<>|[\]+^!~][^\s:,;(){}<>|[\]+^!~]*$/u;
export const isName = (x: unknown): x is string => typeof x === 'string' && name.test(x);
/** The name of a variable: a name, or a family's with an index behind it. */
export const isVariable = (x: unknown): x is string =>
  isName(x) || (typeof x === 'string' && readMember(x) !== null);

/** Throws unless the kernel made this term. */
export function demand(term: Term): void {
  if (!sealed.has(term)) fail('a term that the kernel did not make');
}
const sealedTerm = (term: unknown): Term => {
  demand(term as Term);
  return term as Term;
};
/** A list of terms that the kernel made. */
export const sealedTerms = (given: unknown): Term[] => list(given, sealedTerm);

/** Did the kernel make this term? */
export const isSealed = (term: Term): boolean => sealed.has(term);

/** What is kept with a head of a sealed term. */
interface Kept {
  text: string | undefined;
  single: Term | undefined;
}
/**
 * Heads of sealed terms: checked and frozen, so that what was found out about one holds for good.
 */
const heads = brand<Kept>();
export const isKnownHead = (head: Head): boolean => heads.has(head);

/** What is made once of sealed terms and of their heads, by rooms that are built on this one. */
interface Makers {
  readonly textOfTerm: (term: Term) => string;
  readonly textOfHead: (head: Head) => string;
  readonly termOfHead: (head: Head) => Term;
}
const makers = new Map<keyof Makers, unknown>();
const maker = <K extends keyof Makers>(what: K): Makers[K] =>
  (makers.get(what) as Makers[K] | undefined) ?? fail(`nobody has said how ${what} is made`);

/** Says how one of them is made: once, when the room is loaded, so that nobody else can say it. */
export function tell<K extends keyof Makers>(what: K, make: Makers[K]): void {
  if (makers.has(what)) fail(`how ${what} is made has been said`);
  makers.set(what, make);
}
/** The text of a sealed term, unchanged. */
export const textOfTerm = (term: Term): string =>
  sealed.found(term) ?? sealed.note(term, maker('textOfTerm')(term));
/** The text of a known head, unchanged. */
export function textOfHead(head: Head): string {
  const kept = heads.found(head) ?? fail('a head of no term that the kernel made');
  return (kept.text ??= maker('textOfHead')(head));
}
/** The bare term of a known head. */
export function termOfHead(head: Head): Term {
  const kept = heads.found(head) ?? fail('a factor of no term that the kernel made');
  return (kept.single ??= maker('termOfHead')(head));
}

/** The dimension of each slot of a head. */
export function slotDims(head: Head): readonly Dim[] {
  switch (head.kind) {
    case 'variable':
      return head.shape;
    case 'jet': {
      const { fn, orders, params } = head;
      const derivatives = fn.inputs.flatMap((d, j) =>
        d === null ? [] : Array<Dim>(orders[j] ?? 0).fill(d),
      );
      return [...fn.family, ...params, ...(fn.output === null ? [] : [fn.output]), ...derivatives];
    }
    case 'inverse': {
      const n = head.arg.shape.at(-1);
      return head.matrix ? [...head.params, n ?? '', n ?? ''] : head.params;
    }
    case 'operation':
      return [
        ...head.params,
        ...operationShape(head.name, head.arg.shape.slice(head.params.length)),
      ];
  }
}

const keepsShape = (name: string): boolean =>
  name === 'adj' || name === 'sqrtm' || name === 'expm' || name === 'logm';

/**
 * The shape of an operation's value, from its argument's. The adjugate, the root, the exponential,
 * the logarithm and the pseudo-inverse are matrices; `pair`, for a shape m×p, is the constant tensor m×p×mp that tells
 * which index of the product each pair of indices is; every other operation is a scalar.
 */
function operationShape(name: string, of: readonly Dim[]): readonly Dim[] {
  if ((name === 'pinv' || name === 'pair') && of.length !== 2) fail(`${name} applies to matrices`);
  if ((name === 'det' || keepsShape(name)) && (of.length !== 2 || of[0] !== of[1]))
    fail(`${name} applies to square matrices`);
  if (name === 'max' && of.length !== 1) fail('max applies to vectors');
  const [m = '', p = ''] = of;
  return keepsShape(name)
    ? of
    : name === 'pinv'
      ? [p, m]
      : name === 'pair'
        ? [m, p, productDim(m, p)]
        : [];
}

function checkHead(head: Head): void {
  const inner = head.kind === 'jet' ? head.args : head.kind === 'variable' ? [] : [head.arg];
  inner.forEach(demand);
  const symbol = head.kind === 'jet' ? head.fn.name : head.kind === 'inverse' ? 'inv' : head.name;
  if (head.kind === 'variable' ? !isVariable(symbol) : !isName(symbol))
    fail(`no name: ${String(symbol)}`);
  if (head.kind === 'jet') {
    const { fn, orders, params, args } = head;
    if (args.length !== fn.inputs.length || orders.length !== args.length)
      fail(`${fn.name} takes ${fn.inputs.length} arguments`);
    if (!orders.every((k) => k >= 0)) fail(`a derivative of ${fn.name} of no whole order`);
    args.forEach((arg, j) => {
      const input = fn.inputs[j];
      // a mean takes a tensor as it is; nothing is differentiated by one
      const own = arg.shape.slice(params.length);
      const isTensor =
        isMeanName(fn.name) && own.length > 1 && orders[j] === 0 && productDim(...own) === input;
      if (isTensor && same(arg.shape.slice(0, params.length), params)) return;
      if (!same(arg.shape, input === null || input === undefined ? params : [...params, input]))
        fail(`argument ${j + 1} of ${fn.name} has the wrong shape`);
    });
  }
  if (head.kind === 'inverse') {
    const n = head.arg.shape.at(-1);
    const wanted = head.matrix ? [...head.params, n, n] : head.params;
    if (!same(head.arg.shape, wanted)) fail('an inverse of a term that is not square');
  }
  if (head.kind === 'operation' && head.name === 'pair' && head.arg.monomials.length > 0)
    fail('pair applies to a shape alone, given as the zero of that shape');
  if (head.kind === 'operation' && !same(head.arg.shape.slice(0, head.params.length), head.params))
    fail(`${head.name} of the wrong shape`);
}

/** A function symbol from outside. */
export function copySymbol(given: unknown): FunctionSymbol {
  const kinks = truth(own(given, 'kinks') ?? false);
  return Object.freeze({
    name: text(own(given, 'name')),
    family: Object.freeze(texts(own(given, 'family'))),
    inputs: Object.freeze(list(own(given, 'inputs'), textOrNull)),
    output: textOrNull(own(given, 'output')),
    kinks,
  });
}

/** A head from outside, each part read once; a head of a sealed term is itself. */
export function copyHead(given: Head): Head {
  if (heads.has(given)) return given;
  const kind = text(own(given, 'kind'));
  const params = (): readonly Dim[] => Object.freeze(texts(own(given, 'params')));
  const name = (): string => text(own(given, 'name'));
  const arg = (): Term => sealedTerm(own(given, 'arg'));
  const copies: Head[] =
    kind === 'variable'
      ? [{ kind, name: name(), shape: Object.freeze(texts(own(given, 'shape'))) }]
      : kind === 'jet'
        ? [
            {
              kind,
              fn: copySymbol(own(given, 'fn')),
              orders: Object.freeze(wholes(own(given, 'orders'))),
              params: params(),
              args: Object.freeze(list(own(given, 'args'), sealedTerm)),
            },
          ]
        : kind === 'inverse'
          ? [{ kind, matrix: truth(own(given, 'matrix')), params: params(), arg: arg() }]
          : kind === 'operation'
            ? [{ kind, name: name(), params: params(), arg: arg() }]
            : [];
  const [head] = copies;
  if (head === undefined) return fail('a factor of no kind');
  checkHead(head);
  heads.mark(head);
  // own properties, so that no prototype answers
  heads.note(head, { text: undefined, single: undefined });
  return Object.freeze(head);
}

const copyFactor = (given: unknown): Factor =>
  Object.freeze({
    head: copyHead(own(given, 'head') as Head),
    slots: Object.freeze(wholes(own(given, 'slots'))),
  });

const copyMonomial = (given: unknown): Monomial =>
  Object.freeze({
    coefficient: copyRatio(own(given, 'coefficient')),
    powers: Object.freeze(copyPowers(own(given, 'powers'))),
    factors: Object.freeze(list(own(given, 'factors'), copyFactor)),
    wires: Object.freeze(texts(own(given, 'wires'))),
    free: Object.freeze(wholes(own(given, 'free'))),
  });

/** Is there a wire of this number, and of this dimension? */
const onWire = (wires: readonly Dim[], w: number | undefined, d: Dim | undefined): boolean =>
  w !== undefined && w >= 0 && w < wires.length && wires[w] === d;

function checkMonomial({ wires, free, factors, powers }: Monomial, shape: readonly Dim[]): void {
  for (const d of wires) if (!isDim(d)) fail('a wire without a dimension');
  for (const d of Object.keys(powers))
    if (!(isDimName(d) || readMember(d) !== null)) fail('a power of no dimension');
  if (free.length !== shape.length || !free.every((w, i) => onWire(wires, w, shape[i])))
    fail('free wires that do not fit the shape');
  for (const { head, slots } of factors) {
    const dims = slotDims(head);
    if (dims.length !== slots.length || !slots.every((w, i) => onWire(wires, w, dims[i])))
      fail('a slot on a wire of another dimension');
  }
}

/** The one gate for terms: copies, checks, freezes and registers. */
export function seal(givenShape: readonly Dim[], given: readonly Monomial[]): Term {
  const shape = texts(givenShape);
  if (shape.some((d) => !isDim(d))) fail(`no dimension in the shape ${shape.join('×')}`);
  const monomials = list(given, copyMonomial);
  for (const monomial of monomials) checkMonomial(monomial, shape);
  const term: Term = { shape: Object.freeze(shape), monomials: Object.freeze(monomials) };
  sealed.mark(term);
  return Object.freeze(term);
}

export const emptySum = (shape: readonly Dim[]): Term => seal(shape, []);
export { fail, KernelError, same, zero };
