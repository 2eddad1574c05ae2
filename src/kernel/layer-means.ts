/**
 * Means over layers. P[from−1] is constant, and P[k] follows from P[k−1] and from random variables
 * of layer k alone, which are independent of all layers before. So the mean of a polynomial φ in
 * P[k], given P[k−1], is a sum of constants times polynomials in P[k−1], and the means of these
 * follow from those one layer before: each is a sequence, described by its first member and by how
 * a member follows from the ones before. A polynomial is a graph with factors P; a product that is
 * not connected with a factor P is constant. Source: the tower rule E[φ(P[k])] = E[E[φ(P[k]) |
 * P[k−1]]].
 */
import { substitute } from './calculus.ts';
import { alone, split } from './connected-part.ts';
import { occurs } from './occurrence.ts';
import { expectation, type Labelling } from './expectation.ts';
import type { RandomVariable } from './random-variable.ts';
import { add, variable, zeros } from './graph.ts';
import { indexText, readMember, type At } from './indices.ts';
import { renameDim, renameDims } from './rename.ts';
import { demand, fail } from './seal.ts';
import type { Dim, Monomial, Term } from './term.ts';
import { writeMonomial } from './write.ts';

/** The index in what a sequence is made of: a claim cannot write it. */
export const running = '#k';
const before = `${running}-1`;

/**
 * X[from−1] = start, and X[k] = next for k ≥ from: `shape` and `next` are written with k =
 * `running`, `next` through X[k−1].
 */
export interface Recursion {
  readonly name: string;
  readonly shape: readonly Dim[];
  readonly from: number;
  readonly start: Term;
  readonly next: Term;
}
export interface LayerMean {
  /** The mean, in which members of the sequences stand. */
  readonly value: Term;
  readonly sequences: readonly Recursion[];
}

const most = 24;
const deepest = 12;

export const at = (term: Term, index: string): Term =>
  renameDims(term, new Map([[running, index]]));
export const memberAt = (x: Pick<Recursion, 'name' | 'shape'>, index: string): Term =>
  variable(
    `${x.name}[${index}]`,
    x.shape.map((d) => renameDim(d, new Map([[running, index]]))),
  );

/** Throws where the term mentions a member of a family at another index, or inside a function. */
function demandMembers(term: Term, family: string, index: string | null): void {
  for (const { head } of term.monomials.flatMap((m) => m.factors)) {
    if (head.kind !== 'variable')
      for (const inner of head.kind === 'jet' ? head.args : [head.arg])
        demandMembers(inner, family, null);
    else if (
      head.name === family ||
      (readMember(head.name)?.family === family && head.name !== `${family}[${index}]`)
    )
      fail(`the mean over layers of what depends on ${head.name}`);
  }
}

/** Throws where the mean over layers is not known; the families of the random variables. */
function demandLayers(
  term: Term,
  path: Recursion,
  random: readonly RandomVariable[],
  end: At,
): readonly string[] {
  demand(term);
  if (!Number.isInteger(path.from) || path.from < 1)
    fail('layers that begin at no positive number');
  const families = random.map((x) => {
    const found = readMember(x.name);
    return found && found.at.name === running && found.at.offset === 0
      ? found.family
      : fail(`${x.name} is not a member of a layer`);
  });
  demandMembers(term, path.name, indexText(end));
  demandMembers(path.next, path.name, before);
  demandMembers(path.start, path.name, null);
  for (const family of families) {
    for (const t of [term, path.start]) demandMembers(t, family, null);
    demandMembers(path.next, family, running);
  }
  return families;
}

/** How a mean goes back along the layers. */
interface Layers {
  readonly path: Recursion;
  /** E[t | P[index−1]], through P[index−1]. */
  readonly mean: (t: Term, index: string) => Term;
  /** The term at P[from−1], which is constant. */
  readonly first: (t: Term) => Term;
}

/**
 * The mean of a polynomial in P[end]. `random` are the variables W[k] of layer k = `running`,
 * `nameOf` gives a name to each polynomial, by its text. Throws `KernelError` where the mean is not
 * known.
 */
export function layerMean(
  term: Term,
  path: Recursion,
  random: readonly RandomVariable[],
  end: At,
  nameOf: (text: string) => string,
  label: Labelling,
): LayerMean {
  const families = demandLayers(term, path, random, end);
  const mean = (t: Term, index: string): Term => {
    const here = random.map((x) => layerAt(x, index));
    for (const x of here)
      for (const family of [...families, path.name])
        for (const p of lawTerms(x.law)) demandMembers(p, family, null);
    return expectation(
      substitute(t, `${path.name}[${index}]`, { kind: 'term', term: at(path.next, index) }),
      here,
      label,
    );
  };
  const first = (t: Term): Term =>
    substitute(t, `${path.name}[${path.from - 1}]`, { kind: 'term', term: path.start });
  const layers: Layers = { path, mean, first };
  if (end.name === null) return overCounted(term, end.offset, layers);
  const found = bySequences(term, { name: end.name, offset: end.offset }, layers, nameOf, label);
  const { value, sequences } = found;
  if (
    [value, ...sequences.flatMap((s) => [s.start, s.next])].some((t) =>
      families.some((f) => occurs(`${f}[${running}]`, t)),
    )
  )
    fail('something random is left');
  return path.from === 1 && end.offset >= 0 ? withoutPassing(found, indexText(end)) : found;
}

/** The mean over a number of layers: layer by layer. */
function overCounted(term: Term, last: number, { path, mean, first }: Layers): LayerMean {
  if (last - path.from >= deepest)
    fail(`a mean over more than ${deepest} layers of which each is counted`);
  let value = term;
  for (let k = last; k >= path.from; k--) value = mean(value, `${k}`);
  return { value: first(value), sequences: [] };
}

/** The mean over any number of layers: a sequence for each polynomial that is met. */
function bySequences(
  term: Term,
  end: { readonly name: string; readonly offset: number },
  { path, mean, first }: Layers,
  nameOf: (text: string) => string,
  label: Labelling,
): LayerMean {
  const known = new Map<
    string,
    { readonly part: Term; readonly sequence: Pick<Recursion, 'name' | 'shape'> }
  >();
  /**
   * The term with each polynomial in P[index] replaced by its mean; `back` is the index at which
   * that one is called `running`.
   */
  const replaced = (t: Term, index: string, back: ReadonlyMap<string, string>): Term => {
    const parts = t.monomials.map((m) => {
      const found = split(m, `${path.name}[${index}]`);
      if (!found) return alone(m);
      const part = renameDims(found.part, back);
      const [graph] = part.monomials as [Monomial];
      const { text } = writeMonomial(graph, label(graph));
      if (!known.has(text) && known.size === most)
        fail(`a mean over layers of more than ${most} polynomials`);
      const own = known.get(text) ?? { part, sequence: { name: nameOf(text), shape: part.shape } };
      known.set(text, own);
      return found.rest(memberAt(own.sequence, index));
    });
    return parts.length === 0 ? zeros(t.shape) : add(...parts);
  };
  const value = replaced(
    term,
    indexText(end),
    new Map([[end.name, indexText({ name: running, offset: -end.offset })]]),
  );
  const sequences: Recursion[] = [];
  // a map is read on while it grows
  for (const { part, sequence } of known.values()) {
    const next = replaced(mean(part, running), before, new Map([[running, `${running}+1`]]));
    sequences.push({
      ...sequence,
      from: path.from,
      start: first(at(part, `${path.from - 1}`)),
      next,
    });
  }
  return { value, sequences };
}

/**
 * A mean that follows from others and from which none follows is written through those: there is a
 * layer `index`.
 */
function withoutPassing({ value, sequences }: LayerMean, index: string): LayerMean {
  const passing = sequences.filter(
    ({ name }) => !sequences.some((s) => occurs(`${name}[${before}]`, s.next)),
  );
  const put = (t: Term, { name, next }: Recursion): Term =>
    substitute(t, `${name}[${index}]`, { kind: 'term', term: at(next, index) });
  return {
    value: passing.reduce(put, value),
    sequences: sequences.filter((s) => !passing.includes(s)),
  };
}

/** The random variable of layer `running` at another. */
export const layerAt = (x: RandomVariable, index: string): RandomVariable => ({
  ...x,
  name: x.name.replace(`[${running}]`, `[${index}]`),
  shape: x.shape.map((d) => renameDim(d, new Map([[running, index]]))),
  law: lawAt(x.law, index),
});
const lawTerms = (law: RandomVariable['law']): readonly Term[] =>
  law.kind === 'rademacher'
    ? []
    : law.kind === 'normal'
      ? [law.mean, law.variance]
      : [law.mean, ...law.central];
function lawAt(law: RandomVariable['law'], index: string): RandomVariable['law'] {
  if (law.kind === 'rademacher') return law;
  const mean = at(law.mean, index);
  return law.kind === 'normal'
    ? { kind: 'normal', mean, variance: at(law.variance, index) }
    : { kind: 'independent', mean, central: law.central.map((t) => at(t, index)) };
}
