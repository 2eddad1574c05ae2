/**
 * Which function of the claim's text each mean with a name in a document is: those whose values
 * stand at the same arguments in both. The guess needs no trust, for the statements are compared
 * when the names are read so.
 */
import type { Formula } from '../formula.ts';
import type { Sameness } from '../same.ts';
import type { Fn, Head, Term } from '../term.ts';
import { mark } from './mean-functions.ts';
import { functionKey, termsOf, type Reading, type Readings } from './renamed-functions.ts';

type Jet = Head & { readonly kind: 'jet' };
/** How documents begin the names of means. */
export const marked = 'E#';
const mostTried = 400;
const mostOrders = 720;

const insideOf = (t: Term): readonly Jet[] =>
  t.sum.flatMap((m) =>
    m.factors.flatMap(({ head }) => [
      ...(head.kind === 'jet' ? [head] : []),
      ...head.args.flatMap(insideOf),
    ]),
  );

/** The values of each function whose name begins so. */
function valuesOf(list: readonly Formula[], beginning: string): Map<string, Jet[]> {
  const found = new Map<string, Jet[]>();
  for (const jet of list.flatMap(termsOf).flatMap(insideOf))
    if (jet.fn.name.startsWith(beginning)) {
      const key = functionKey(jet.fn);
      found.set(key, [...(found.get(key) ?? []), jet]);
    }
  return found;
}

/** Every order in which inputs of one list are those of another. */
function ordersOf(
  wanted: Fn['inputs'],
  given: Fn['inputs'],
  taken: readonly number[] = [],
): number[][] {
  const d = wanted[taken.length];
  if (d === undefined) return [[...taken]];
  return given.flatMap((e, j) =>
    e === d && !taken.includes(j) ? ordersOf(wanted, given, [...taken, j]) : [],
  );
}

const factorial = (k: number): number => (k <= 1 ? 1 : k * factorial(k - 1));
const isAffordable = (fn: Fn): boolean =>
  [...new Set(fn.inputs)].reduce(
    (all, d) => all * factorial(fn.inputs.filter((e) => e === d).length),
    1,
  ) <= mostOrders;

/** The readings of one function, those first under which most of its values stand in the text. */
function readingsOf(
  jets: readonly Jet[],
  text: ReadonlyMap<string, Jet[]>,
  same: Sameness,
): Reading[] {
  const fn = (jets[0] as Jet).fn;
  const valueText = (j: Jet, order: readonly number[]): string =>
    JSON.stringify(order.map((k) => [j.orders[k], same.id(j.args[k] as Term)]));
  const found = [...text.values()].flatMap((there) => {
    const own = (there[0] as Jet).fn;
    const fits =
      own.output === fn.output &&
      own.kinks === fn.kinks &&
      own.family.join() === fn.family.join() &&
      own.inputs.length === fn.inputs.length;
    if (!fits || !isAffordable(own)) return [];
    const known = new Set(there.map((j) => valueText(j, [...own.inputs.keys()])));
    return ordersOf(own.inputs, fn.inputs).map((order) => ({
      reading: { fn: own, order },
      met: jets.filter((j) => known.has(valueText(j, order))).length,
    }));
  });
  return found.sort((a, b) => b.met - a.met).map((f) => f.reading);
}

/** Readings of all the means of a document, the likeliest first. */
export function* readingsBetween(
  document: readonly Formula[],
  text: readonly Formula[],
  same: Sameness,
): Generator<Readings> {
  const said = valuesOf(text, mark);
  const names = [...valuesOf(document, marked)];
  const choices = names.map(([, jets]) => readingsOf(jets, said, same));
  let tried = 0;
  function* from(k: number, chosen: readonly (readonly [string, Reading])[]): Generator<Readings> {
    const name = names[k]?.[0];
    if (name === undefined) {
      yield new Map(chosen);
      tried++;
      return;
    }
    for (const reading of choices[k] ?? []) {
      if (tried >= mostTried) return;
      // two names for one function would say less
      if (chosen.some(([, r]) => r.fn.name === reading.fn.name)) continue;
      yield* from(k + 1, [...chosen, [name, reading]]);
    }
  }
  yield* from(0, []);
}
