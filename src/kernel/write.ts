/**
 * A term written out whole, under a labelling: an order of the factors and, where a symmetry allows
 * it, of a factor's slots. The text determines the graph up to the names of its wires, so equal
 * texts mean isomorphic graphs whatever the labelling was. Labellings come from outside and need no
 * trust; finding good ones is the prover's work.
 */
import type { FunctionSymbol, Head, Monomial, Term } from './term.ts';
import { isZero, plus, ratioText, type Ratio } from './ratio.ts';
import { fail, isKnownHead, isSealed, slotDims, tell, textOfHead, textOfTerm } from './seal.ts';

export interface Label {
  /** The factors in the order in which they are written; absent: as they stand. */
  readonly order?: readonly number[];
  /** For a factor's place in the monomial: its slots in the order written. */
  readonly slots?: Readonly<Record<number, readonly number[]>>;
  /** For a factor's place in the monomial: the labels of its argument terms' monomials. */
  readonly args?: Readonly<Record<number, readonly (readonly Label[])[] | undefined>>;
}

/** Text of a head whose two slots may be swapped, with the sign (+1 or -1) that the swap brings. */
export type Symmetries = ReadonlyMap<string, 1n | -1n>;

const none: Symmetries = new Map();
const isPermutation = (p: readonly number[], n: number): boolean => {
  const seen = new Set<number>();
  for (const i of p) {
    if (!Number.isInteger(i) || i < 0 || i >= n || seen.has(i)) return false;
    seen.add(i);
  }
  return p.length === n;
};

/** The spaces that a function goes from and to. */
export const writeSpaces = ({ family, inputs, output }: FunctionSymbol): string =>
  `${family.join(',')};${inputs.map((d) => d ?? '.').join(',')};${output ?? '.'}`;

export function writeHead(
  head: Head,
  labels?: readonly (readonly Label[])[],
  symmetries = none,
): string {
  // without labels nothing is reordered, whatever may be swapped
  if (labels !== undefined || !isKnownHead(head)) return writtenHead(head, labels, symmetries);
  return textOfHead(head);
}

function writtenHead(
  head: Head,
  labels: readonly (readonly Label[])[] | undefined,
  symmetries: Symmetries,
): string {
  const arg = (t: Term, j: number): string => writeTerm(t, labels?.[j], symmetries);
  switch (head.kind) {
    case 'variable':
      return `${head.name}:${head.shape.join(',')}`;
    case 'jet': {
      const { fn, orders, params, args } = head;
      const symbol = `${fn.name}${fn.kinks ? '~' : ''}<${writeSpaces(fn)}>`;
      return `D${orders.join(',')} ${symbol}[${params.join(',')}](${args.map(arg).join(' ; ')})`;
    }
    case 'inverse':
      return `${head.matrix ? 'inv' : 'rec'}[${head.params.join(',')}](${arg(head.arg, 0)})`;
    case 'operation':
      return `${head.name}![${head.params.join(',')}](${arg(head.arg, 0)})`;
  }
}

/**
 * May these slots of the head be read in this order, and with which sign? Mixed partial derivatives
 * commute.
 */
function swapSign(
  head: Head,
  text: string,
  slots: readonly number[],
  symmetries: Symmetries,
): 1n | -1n {
  if (slots.every((s, i) => s === i)) return 1n;
  if (head.kind === 'jet') {
    let at = head.fn.family.length + head.params.length + (head.fn.output === null ? 0 : 1);
    const fixed = slots.slice(0, at).every((s, i) => s === i);
    const inBlocks = head.fn.inputs.every((d, j) => {
      const from = at;
      if (d !== null) at += head.orders[j] ?? 0;
      return slots.slice(from, at).every((s) => s >= from && s < at);
    });
    if (fixed && inBlocks) return 1n;
  }
  const last = slots.length - 1;
  const swapped =
    slots.length >= 2 &&
    slots.every((s, i) => s === (i === last ? last - 1 : i === last - 1 ? last : i));
  const sign = swapped ? symmetries.get(text) : undefined;
  return sign ?? fail(`no symmetry lets the slots of ${text} be reordered`);
}

function wiresOf(slots: readonly number[], wire: (w: number) => number): string {
  let text = '';
  for (const w of slots) text += text === '' ? wire(w) : ` ${wire(w)}`;
  return text;
}

/** The text of one monomial without its coefficient, and the sign that slot swaps brought. */
export function writeMonomial(
  monomial: Monomial,
  label: Label = {},
  symmetries = none,
): { text: string; sign: 1n | -1n } {
  const { factors, free, wires, powers } = monomial;
  // copied before they are checked: what comes from outside may answer differently the second time
  const order = label.order ? [...label.order] : [...factors.keys()];
  if (!isPermutation(order, factors.length))
    fail('a labelling that is not a permutation of the factors');
  const numbers = wires.map(() => -1);
  let met = 0;
  const wire = (w: number): number => {
    if (numbers[w] === -1) numbers[w] = met++;
    return numbers[w] as number;
  };
  let sign: 1n | -1n = 1n;
  let ends = '';
  for (const w of free) ends += `${ends === '' ? '' : ' '}${wire(w)}:${wires[w]}`;
  let body = '';
  for (const i of order) {
    const { head, slots } = factors[i] as (typeof factors)[number];
    const text = writeHead(head, label.args?.[i], symmetries);
    const given = label.slots?.[i];
    if (given === undefined) {
      body += ` ${text}{${wiresOf(slots, wire)}}`;
      continue;
    }
    const reading = [...given];
    if (!isPermutation(reading, slotDims(head).length))
      fail('a labelling that is not a permutation of the slots');
    if (swapSign(head, text, reading, symmetries) === -1n) sign = sign === 1n ? -1n : 1n;
    body += ` ${text}{${wiresOf(
      reading.map((s) => slots[s] as number),
      wire,
    )}}`;
  }
  const dims = Object.keys(powers)
    .filter((d) => powers[d] !== 0)
    .sort()
    .map((d) => `${d}^${powers[d]}`);
  return { text: `<${ends}> ${dims.join(' ')}${body === '' ? ' ' : body}`, sign };
}

/**
 * Sum of monomials collected by text: coefficients of isomorphic graphs are added, zeros dropped.
 */
export function collect(
  monomials: readonly Monomial[],
  labels: readonly Label[] = [],
  symmetries = none,
): Map<string, Ratio> {
  const sum = new Map<string, Ratio>();
  monomials.forEach((monomial, i) => {
    const { text, sign } = writeMonomial(monomial, labels[i], symmetries);
    const c =
      sign === 1n
        ? monomial.coefficient
        : { num: -monomial.coefficient.num, den: monomial.coefficient.den };
    const total = sum.has(text) ? plus(sum.get(text) as Ratio, c) : c;
    if (isZero(total)) sum.delete(text);
    else sum.set(text, total);
  });
  return sum;
}

export function writeTerm(term: Term, labels?: readonly Label[], symmetries = none): string {
  if (labels !== undefined || !isSealed(term)) return writtenTerm(term, labels, symmetries);
  return textOfTerm(term);
}

function writtenTerm(
  term: Term,
  labels: readonly Label[] | undefined,
  symmetries: Symmetries,
): string {
  const sum = [...collect(term.monomials, labels, symmetries)]
    .map(([text, c]) => `${ratioText(c)} ${text}`)
    .sort();
  return `(${term.shape.join(' ')}| ${sum.join(' + ')})`;
}

tell('textOfHead', (head) => writtenHead(head, undefined, none));
tell('textOfTerm', (term) => writtenTerm(term, undefined, none));
