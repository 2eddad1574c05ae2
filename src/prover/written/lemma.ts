/**
 * An earlier theorem used in a later proof: its names replaced, its dimensions fitted, its
 * hypotheses proved again.
 */
import type { Claim } from '../../language/ast.ts';
import type { Dim, Term } from '../../kernel/term.ts';
import { writtenFormula } from '../derived/formula-text.ts';
import { usedLemma } from '../derived/narration.ts';
import { jet, variable } from '../../kernel/graph.ts';
import type { Replacement } from '../../kernel/calculus.ts';
import { write, type Bound, type Formula } from '../../kernel/formula.ts';
import { free } from '../../kernel/binders.ts';
import {
  dims,
  discharge,
  generalise,
  modusPonens,
  specialise,
  type Theorem,
} from '../../kernel/theorem.ts';
import { functionSymbol, tensorShape, type Scope } from '../lowering/scope.ts';

export interface Lemma {
  readonly claim: Claim;
  readonly theorem: Theorem;
}

/** Why ids that may be cited are not lemmas: lines that say what to do. */
export type AbsentLemmas = ReadonlyMap<string, readonly string[]>;

/** Why a lemma cannot be used as asked. */
export class LemmaError extends Error {
  override readonly name = 'LemmaError';
}

interface Name {
  readonly name: string;
  readonly bound: Bound;
}

const namesOf = (claim: Claim): Name[] =>
  claim.declarations.map(
    (d): Name => ({
      name: d.name,
      bound:
        d.type.kind === 'tensor'
          ? { kind: 'tensor', name: d.name, shape: tensorShape(d) }
          : { kind: 'function', fn: functionSymbol(d) },
    }),
  );

const dimsOf = (b: Bound): (Dim | null)[] =>
  b.kind === 'tensor' ? [...b.shape] : [...b.fn.family, ...b.fn.inputs, b.fn.output];

/** What the scope means by a name, when nothing else was said. */
function own(name: string, scope: Scope): { shape: (Dim | null)[]; by: Replacement } | null {
  const d = scope.declarations.get(name);
  if (!d || (d.family && (d.type.kind !== 'tensor' || scope.layers.has(d.family.to)))) return null;
  if (d.type.kind === 'tensor')
    return { shape: tensorShape(d), by: { kind: 'term', term: variable(name, tensorShape(d)) } };
  const fn = functionSymbol(d);
  const x = fn.inputs.map((input, j) => ({
    name: `${name}#${j}`,
    shape: input === null ? [] : [input],
  }));
  const body = jet(
    fn,
    fn.inputs.map(() => 0),
    x.map((v) => variable(v.name, v.shape)),
  );
  return {
    shape: [...fn.family, ...fn.inputs, fn.output],
    by: { kind: 'function', x: x.map((v) => v.name), body },
  };
}

/**
 * The lemma's hypotheses ⇒ its conclusion, at the given terms; names left out keep their meaning in
 * the scope. `prove` proves the hypotheses. Throws `LemmaError`.
 */
export function useLemma(
  lemma: Lemma,
  given: ReadonlyMap<string, Term>,
  scope: Scope,
  prove: (f: Formula) => Theorem | null,
): Theorem {
  const names = namesOf(lemma.claim).filter(({ name }) =>
    [lemma.theorem.conclusion, ...lemma.theorem.hypotheses].some((f) => free(name, f)),
  );
  for (const name of given.keys())
    if (!lemma.claim.declarations.some((d) => d.name === name))
      throw new LemmaError(
        `the lemma has no name ${name}; its names are ${lemma.claim.declarations.map((d) => d.name).join(', ')}`,
      );
  const chosen = names.map(({ name, bound }) => {
    const term = given.get(name);
    const choice = term
      ? { shape: [...term.shape] as (Dim | null)[], by: { kind: 'term', term } as Replacement }
      : own(name, scope);
    if (!choice) {
      const left = names.filter((one) => !given.has(one.name) && !own(one.name, scope));
      const replaced = left.map((one) => `${one.name} := …`).join(', ');
      throw new LemmaError(`say what replaces ${name}: with ${replaced}`);
    }
    return { name, bound, ...choice };
  });
  const sizes = new Map<Dim, Dim>();
  for (const { name, bound, shape } of chosen) fit(name, dimsOf(bound), shape, sizes);
  usedLemma(lemma.theorem);
  let closed = lemma.theorem;
  const hypotheses = [...closed.hypotheses];
  for (const h of hypotheses) closed = discharge(h, closed);
  for (const { bound } of chosen) closed = generalise(bound, closed);
  const renamed = dims(closed, new Map([...sizes].filter(([a]) => !/^\d/.test(a))));
  let open = renamed;
  for (const { by } of [...chosen].reverse()) open = specialise(open, by);
  for (const _ of hypotheses) {
    const f = open.conclusion;
    if (f.kind !== 'implies') throw new LemmaError('the lemma has another form than its claim');
    const t = prove(f.left);
    if (!t)
      throw new LemmaError(
        `its hypothesis does not follow here: ${writtenFormula(f.left) ?? write(f.left)}`,
      );
    open = modusPonens(open, t);
  }
  return open;
}

function fit(
  name: string,
  wanted: readonly (Dim | null)[],
  given: readonly (Dim | null)[],
  sizes: Map<Dim, Dim>,
): void {
  const clash = (): never => {
    throw new LemmaError(`${name} is ${wanted.join('×')} in the lemma and ${given.join('×')} here`);
  };
  if (wanted.length !== given.length) clash();
  wanted.forEach((d, i) => {
    const g = given[i] as Dim | null;
    if (d === null || g === null) return d === g ? undefined : clash();
    if (/^\d/.test(d)) return d === g ? undefined : clash();
    if ((sizes.get(d) ?? g) !== g) clash();
    sizes.set(d, g);
    return undefined;
  });
}
