/**
 * Connectives read from left to right: what the left side decides, the right side is not asked for.
 */
import { Undefined, Unsupported } from '../numbers/field.ts';
import { both, either, implied, same, type Truth } from './truth.ts';

type Ask = () => Truth;

/**
 * Where the left side is open, a right side without a value may be excused by it: then nothing is
 * decided.
 */
const open = (ask: Ask): Truth => {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Undefined) throw new Unsupported('a guard that cannot be decided here');
    throw error;
  }
};

const asked =
  (decides: boolean, join: (a: Truth, b: Truth) => Truth) =>
  (left: Ask, right: Ask): Truth => {
    const a = left();
    if (a === decides) return join(a, null);
    return join(a, a === null ? open(right) : right());
  };

/** `and`, `or`, `=>` and `<=>` of questions. */
export const lazily = {
  and: asked(false, both),
  or: asked(true, either),
  implies: asked(false, implied),
  iff: (left: Ask, right: Ask): Truth => same(left(), right()),
} as const;
