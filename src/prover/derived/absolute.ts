/** |s| of a scalar. */
import type { Term } from '../../kernel/term.ts';
import { number, zeros } from '../../kernel/graph.ts';
import { valueOf } from '../../kernel/laws.ts';
import type { Ratio } from '../../kernel/ratio.ts';
import { law, modusPonens, positiveValue, type Theorem } from '../../kernel/theorem.ts';
import { orderBy, summand } from './labelled.ts';
import type { Length } from './lengths.ts';

/** |s|, 0 ≤ |s| and |s|² = s². */
export const absolute = (s: Term): Length => ({
  of: s,
  value: valueOf('abs', s),
  sign: positiveValue('abs', s),
  square: law('abs', s, 0),
});

/** From 0 ≤ c ⇒ φ with a positive number c: φ. */
export const positiveMultiple = (implication: Theorem, c: Ratio): Theorem =>
  modusPonens(
    implication,
    orderBy(zeros([]), number(c), false, [summand([], { num: c.num, den: c.den } satisfies Ratio)]),
  );
