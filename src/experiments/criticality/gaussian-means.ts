/**
 * Certified brackets of Gaussian means of an activation, by the trapezoidal rule with a proved
 * remainder.
 */
import { brackets, lowerEnd, upperEnd } from '../../numbers/bracket.ts';
import type { Bracket } from '../../numbers/bracket.ts';
import type { Field } from '../../numbers/field.ts';
import { enclose, hull } from '../../numbers/interval.ts';
import { floor, mul } from '../../numbers/rational.ts';
import type { Q } from '../../numbers/rational.ts';
import { fraction, pi, strip } from './gates.ts';
import type { Gate } from './gates.ts';

/** For z normal with mean 0 and variance K. */
export interface Means {
  /** ⟨σ²⟩. */
  readonly square: Bracket;
  /** ⟨z σ σ'⟩. */
  readonly mixed: Bracket;
  /** ⟨σ'²⟩. */
  readonly slope: Bracket;
}

export interface Precision {
  readonly bits: number;
  /** Distance of the nodes: 1 over it, times three. */
  readonly nodes: number;
  /** The sum goes on to where the density has fallen by e to this power. */
  readonly reach: number;
}

export const coarse: Precision = { bits: 96, nodes: 16, reach: 50 };
export const fine: Precision = { bits: 256, nodes: 48, reach: 120 };

interface Node {
  readonly square: Bracket;
  readonly mixed: Bracket;
  readonly slope: Bracket;
}

export interface GaussianMeans {
  readonly field: Field<Bracket>;
  /** For a K above 0, or all of a bracket of them. */
  at(k: Bracket): Means;
}

/** Sums and products in a domain of brackets. */
const arithmeticIn = (field: Field<Bracket>) => {
  const whole = (n: number): Q => field.fromInteger(n) as Q;
  const times = (...factors: Bracket[]): Bracket =>
    factors.reduce((a, b) => field.mul(a, b), field.one);
  const plus = (...terms: Bracket[]): Bracket =>
    terms.reduce((a, b) => field.add(a, b), field.zero);
  const exp = (a: Bracket): Bracket => field.apply('exp', a);
  const root2Pi = (k: Bracket): Bracket => field.apply('sqrt', times(whole(2), pi(field), k));
  return { whole, times, plus, exp, root2Pi };
};
type Arithmetic = ReturnType<typeof arithmeticIn>;

/** What the integrands, without the density, add up to at z = j h and −j h. */
function nodesOf(
  gate: Gate,
  field: Field<Bracket>,
  step: Q,
  { whole, times, plus }: Arithmetic,
): (j: number) => Node {
  const known: Node[] = [];
  return (j) => {
    const found = known[j];
    if (found !== undefined) return found;
    const z = mul(whole(j), step);
    const { f, slope: d } = gate.at(field, z);
    const g = field.sub(field.one, f);
    const [right, left] = [field.add(f, d), field.sub(g, d)];
    const made = {
      square: times(z, z, plus(times(f, f), times(g, g))),
      mixed: times(z, z, plus(times(f, right), times(g, left))),
      slope: plus(times(right, right), times(left, left)),
    };
    known[j] = made;
    return made;
  };
}

/**
 * The remainder of the rule and of the nodes beyond R = n h: there (A + z)³ <= 8z³, which with
 * the density falls.
 */
const remainder = (
  gate: Gate,
  field: Field<Bracket>,
  step: Q,
  { whole, times, plus, exp, root2Pi }: Arithmetic,
  k: Bracket,
  last: number,
): Bracket => {
  const growth = whole(gate.growth ** 2);
  const border = field.add(field.one, strip);
  const m = times(
    growth,
    whole(4),
    exp(field.div(times(strip, strip), times(whole(2), k))),
    plus(times(border, border, border), field.one, times(whole(3), k, k)),
  );
  const rule = field.div(
    times(whole(2), m),
    field.sub(exp(field.div(times(whole(2), pi(field), strip), step)), field.one),
  );
  const square = times(mul(whole(last), step), mul(whole(last), step));
  const fallen = exp(field.neg(field.div(square, times(whole(2), k))));
  const tail = field.div(
    times(whole(16), growth, k, plus(square, times(whole(2), k)), fallen),
    root2Pi(k),
  );
  return plus(rule, tail);
};

/**
 * An integral of w over the line differs from h Σ w(jh) by at most 2M/(e^{2πa/h} − 1) where w is
 * analytic for |Im z| < a and ∫|w(x + ib)|dx <= M for every |b| < a (Trefethen and Weideman, SIAM
 * Review 56, 2014, theorem 5.1). Here each
 * |w| is at most g² (A + |x|)³ e^{a²/2K} times the normal density in x, with A = 1 + a and the gate's growth g, and
 * (A + |x|)³ <= 4(A³ + |x|³), E|x|³ <= 1 + 3K².
 */
export function gaussianMeans(gate: Gate, { bits, nodes, reach }: Precision): GaussianMeans {
  const field = brackets(bits);
  const step = fraction(3, nodes);
  const arithmetic = arithmeticIn(field);
  const { whole, times, plus, exp, root2Pi } = arithmetic;
  const node = nodesOf(gate, field, step, arithmetic);

  const at = (k: Bracket): Means => {
    // R >= A, R² >= 3K and R² >= 2 K reach, squares compared: (j h)² is 9 j²/nodes²
    const far = Math.max(7, 2 * reach * (Number(floor(upperEnd(k))) + 1));
    const last = Math.ceil((Math.sqrt(far) * nodes) / 3) + 1;
    // e^{−(j+1)² c} from e^{−j² c} by the factor e^{−(2j+1) c}, with c = h²/2K
    const base = exp(field.neg(field.div(mul(step, step), times(whole(2), k))));
    const twice = times(base, base);
    let [weight, factor]: [Bracket, Bracket] = [field.one, base];
    // at 0, F = 1/2
    let sums: Node = { square: field.zero, mixed: field.zero, slope: fraction(1, 4) };
    for (let j = 1; j <= last; j += 1) {
      [weight, factor] = [times(weight, factor), times(factor, twice)];
      const { square, mixed, slope } = node(j);
      sums = {
        square: plus(sums.square, times(weight, square)),
        mixed: plus(sums.mixed, times(weight, mixed)),
        slope: plus(sums.slope, times(weight, slope)),
      };
    }
    const most = upperEnd(remainder(gate, field, step, arithmetic, k, last));
    const scale = field.div(step, root2Pi(k));
    const enclosed = (sum: Bracket): Bracket => around(field, times(scale, sum), most);
    return {
      square: enclosed(sums.square),
      mixed: enclosed(sums.mixed),
      slope: enclosed(sums.slope),
    };
  };
  return { field, at };
}

/** All numbers at most `by` away from the bracket. */
const around = (field: Field<Bracket>, a: Bracket, by: Q): Bracket =>
  spanned(lowerEnd(field.sub(a, by)), upperEnd(field.add(a, by)));

/** Far more than any bracket here has, so that what is rounded away does not show. */
const bitsOfEnds = 320;

/** All numbers between two rationals, the smaller first. */
export const spanned = (lo: Q, hi: Q, bits = bitsOfEnds): Bracket =>
  hull(enclose(lo, bits), enclose(hi, bits));
