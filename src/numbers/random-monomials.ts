/** Products of entries of random variables and of steps, one object for each. */

/** A product of entries and steps; each has one object in a ring, so that it is its own name. */
export interface RandomMonomial {
  readonly number: number;
  /** In rising order of the entries. */
  readonly powers: readonly (readonly [entry: number, power: number])[];
  /** By number in rising order, each once. */
  readonly steps: readonly number[];
}

/** The powers of a product, each entry once. */
const merged = (a: RandomMonomial['powers'], b: RandomMonomial['powers']) => {
  const powers: (readonly [number, number])[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [x, y] = [a[i], b[j]];
    if (x && y && x[0] === y[0]) {
      powers.push([x[0], x[1] + y[1]]);
      [i, j] = [i + 1, j + 1];
    } else if (x && (!y || x[0] < y[0])) {
      powers.push(x);
      i++;
    } else if (y) {
      powers.push(y);
      j++;
    }
  }
  return powers;
};

/** What products of entries and steps multiply to. */
export interface Monomials {
  monomial(powers: RandomMonomial['powers'], steps: readonly number[]): RandomMonomial;
  readonly unit: RandomMonomial;
  times(a: RandomMonomial, b: RandomMonomial): RandomMonomial;
  /** Products that were looked up so far. */
  readonly size: number;
}

const newMonomials = (): Monomials => {
  let size = 0;
  const known = new Map<string, RandomMonomial>();
  const products: Map<RandomMonomial, RandomMonomial>[] = [];
  const monomial: Monomials['monomial'] = (powers, steps) => {
    const name = `${powers.map(([e, k]) => `${e}^${k}`).join(' ')}|${steps.join(' ')}`;
    let found = known.get(name);
    if (found === undefined) {
      found = { number: known.size, powers, steps };
      known.set(name, found);
      products.push(new Map());
    }
    return found;
  };
  const unit = monomial([], []);
  const times = (a: RandomMonomial, b: RandomMonomial): RandomMonomial => {
    if (a === unit) return b;
    if (b === unit) return a;
    const [first, second] = a.number < b.number ? [a, b] : [b, a];
    const ofFirst = products[first.number] as Map<RandomMonomial, RandomMonomial>;
    let found = ofFirst.get(second);
    if (found === undefined) {
      const steps =
        a.steps.length === 0
          ? b.steps
          : b.steps.length === 0
            ? a.steps
            : [...new Set([...a.steps, ...b.steps])].sort((x, y) => x - y);
      found = monomial(merged(a.powers, b.powers), steps);
      ofFirst.set(second, found);
      size += 1;
    }
    return found;
  };
  return {
    monomial,
    unit,
    times,
    get size() {
      return size;
    },
  };
};

/** Products that are kept from one ring to the next: the next point has the same ones mostly. */
const mostKept = 100_000;
let kept = newMonomials();
export const monomials = (): Monomials => {
  if (kept.size > mostKept) kept = newMonomials();
  return kept;
};
