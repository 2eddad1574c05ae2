/**
 * Renaming of dimensions and indices: what holds for every n holds for n = 3 and for n = m, what
 * holds for every layer l holds for l+1. The index in `W[l]` and `d[l]` is renamed with the
 * dimension of that name, in one stroke.
 */
import type { Dim, Factor, Head, Monomial, Term } from './term.ts';
import { indexText, readIndex, readMember, shift, type Indices } from './indices.ts';
import { isZero, one, power, ratio, times, type Ratio } from './ratio.ts';
import { factorsOf, isDim, literal, productDim } from './dimension.ts';
import { mapping, text } from './entry.ts';
import { madeOfMean } from './mean-symbols.ts';
import { addPower, copyPowers, noPowers, type Powers } from './powers.ts';
import { demand, fail, seal } from './seal.ts';

/** `l+1` at l = 3 is `4`. */
export const renameIndex = (index: string, by: Indices): string => indexBy(index, mapping(by));
function indexBy(index: string, by: Indices): string {
  const at = readIndex(index) ?? fail(`no index: ${index}`);
  return indexText(
    shift(at, by) ??
      fail(`${index} with ${at.name} = ${by.get(at.name as string)} is not an index`),
  );
}

const member = (name: string, by: Indices): string | null => {
  const found = readMember(name);
  return found && `${found.family}[${indexBy(indexText(found.at), by)}]`;
};

/** Products of dimensions are renamed factor by factor, so that `m*n` may become `6`. */
export const renameDim = (d: Dim, by: Indices): Dim => dimBy(d, mapping(by));
function dimBy(d: Dim, by: Indices): Dim {
  return productDim(
    ...factorsOf(d).map((f) => {
      const to = member(f, by) ?? by.get(f) ?? f;
      return isDim(to)
        ? to
        : fail(`${to} is an index, and where ${f} stands a dimension is wanted`);
    }),
  );
}

function head(h: Head, by: Indices): Head {
  const d = (x: Dim): Dim => dimBy(x, by);
  switch (h.kind) {
    case 'variable':
      return { kind: 'variable', name: member(h.name, by) ?? h.name, shape: h.shape.map(d) };
    case 'jet': {
      const { family, inputs, output } = h.fn;
      const fixed = madeOfMean(h.fn.name).dims.find((x) => (by.get(x) ?? x) !== x);
      if (fixed !== undefined)
        fail(`${fixed} stands in the mean of a function, where no other takes its place`);
      const fn = {
        ...h.fn,
        family: family.map(d),
        inputs: inputs.map((x) => (x === null ? null : d(x))),
        output: output === null ? null : d(output),
      };
      return {
        kind: 'jet',
        fn,
        orders: [...h.orders],
        params: h.params.map(d),
        args: h.args.map((t) => termBy(t, by)),
      };
    }
    case 'inverse':
      return {
        kind: 'inverse',
        matrix: h.matrix,
        params: h.params.map(d),
        arg: termBy(h.arg, by),
      };
    case 'operation':
      return {
        kind: 'operation',
        name: h.name,
        params: h.params.map(d),
        arg: termBy(h.arg, by),
      };
  }
}

interface Scalar {
  readonly coefficient: Ratio;
  readonly powers: Readonly<Powers>;
}

const joined = (a: Scalar, b: Scalar): Scalar => {
  const powers = copyPowers(a.powers);
  for (const [d, k] of Object.entries(b.powers)) addPower(powers, d, k);
  return { coefficient: times(a.coefficient, b.coefficient), powers };
};

const onePower = (d: Dim, k: number): Powers => {
  const powers = noPowers();
  addPower(powers, d, k);
  return powers;
};

/** A power of what a dimension becomes; (l+1)² is the sum l² + 2 l + 1. */
function powerOf(d: Dim, k: number, by: Indices): readonly Scalar[] {
  const to = member(d, by) ?? by.get(d) ?? d;
  if (isDim(to)) {
    const factor = (f: Dim): Scalar => {
      const value = literal(f);
      return value === null
        ? { coefficient: one, powers: onePower(f, k) }
        : { coefficient: power(ratio(value), k), powers: noPowers() };
    };
    return [factorsOf(to).map(factor).reduce(joined)];
  }
  const at = readIndex(to);
  if (at === null || k < 0) return fail(`${d} cannot become ${to} here`);
  const offset: Scalar = { coefficient: ratio(BigInt(at.offset)), powers: noPowers() };
  const sum =
    at.name === null ? [offset] : [{ coefficient: one, powers: onePower(at.name, 1) }, offset];
  let result: readonly Scalar[] = [{ coefficient: one, powers: noPowers() }];
  for (let i = 0; i < k; i++) result = result.flatMap((a) => sum.map((b) => joined(a, b)));
  return result;
}

function monomials(m: Monomial, by: Indices): readonly Monomial[] {
  let scalars: readonly Scalar[] = [{ coefficient: m.coefficient, powers: noPowers() }];
  for (const [d, k] of Object.entries(m.powers))
    scalars = scalars.flatMap((a) => powerOf(d, k, by).map((b) => joined(a, b)));
  return scalars
    .filter(({ coefficient }) => !isZero(coefficient))
    .map(
      (scalar): Monomial => ({
        ...scalar,
        factors: m.factors.map((f): Factor => ({ head: head(f.head, by), slots: f.slots })),
        wires: m.wires.map((d) => dimBy(d, by)),
        free: m.free,
      }),
    );
}

const termBy = (term: Term, by: Indices): Term =>
  seal(
    term.shape.map((d) => dimBy(d, by)),
    term.monomials.flatMap((m) => monomials(m, by)),
  );

export function renameDims(term: Term, by: Indices): Term {
  demand(term);
  return termBy(term, mapping(by));
}

function spoken(term: Term, into: Set<string> = new Set()): Set<string> {
  const all = (dims: readonly (Dim | null)[]): void =>
    dims.forEach((d) => void (d !== null && into.add(d)));
  all(term.shape);
  for (const m of term.monomials) {
    all(m.wires);
    all(Object.keys(m.powers));
    for (const { head: h } of m.factors) {
      if (h.kind === 'variable') all([...h.shape, ...(readMember(h.name) ? [h.name] : [])]);
      else all(h.params);
      if (h.kind === 'jet') {
        all([...h.fn.family, ...h.fn.inputs, h.fn.output, ...madeOfMean(h.fn.name).dims]);
        h.args.forEach((t) => spoken(t, into));
      } else if (h.kind !== 'variable') spoken(h.arg, into);
    }
  }
  return into;
}

/** Every dimension of a term, and every name of a variable that has an index. */
export const spokenDims = (term: Term): readonly string[] => [...spoken(term)];

/** Does the text of a dimension, or of a variable with an index, mention this dimension? */
export const mentions = (spelled: string, name: Dim): boolean =>
  factorsOf(spelled).some((f) => f === text(name) || readMember(f)?.at.name === name);

/** Does the name occur in a term, as a dimension or in an index? */
export function occursDim(name: Dim, term: Term): boolean {
  demand(term);
  return [...spoken(term)].some((spelled) => mentions(spelled, name));
}
