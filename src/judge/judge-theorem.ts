/** Checks every step of a kernel theorem by numbers at random points. */
import { inOrder } from '../derivations/in-order.ts';
import type { Formula } from '../kernel/formula.ts';
import type { Theorem } from '../kernel/theorem.ts';
import type { Dim } from '../kernel/term.ts';
import { random, type Random } from '../numbers/random.ts';
import { Disagreement } from '../verdict/disagreement.ts';
import { judgeCertificate, type Certificate, type Equation } from './certificate.ts';
import { judgeStep } from './other-steps.ts';

export interface JudgeOptions {
  readonly seed: number;
}

/**
 * `steps` judged by numbers, of which `decisive` at sizes where an identity of generic tensors
 * holds only if it holds at all sizes.
 */
export interface Judged {
  readonly steps: number;
  readonly decisive: number;
}

const equation = (f: Formula): Equation | null => (f.kind === 'equal' ? f : null);

function certificateOf(theorem: Theorem): Certificate | null {
  const { uses = [], from } = theorem.derivation;
  const goal = equation(theorem.conclusion);
  const used = uses.map((u) => ({ equation: equation(u.equation.conclusion), context: u.context }));
  const symmetries = from.slice(uses.length).map((t) => equation(t.conclusion));
  if (goal === null || used.some((u) => u.equation === null) || symmetries.includes(null))
    return null;
  return { ...goal, uses: used as Certificate['uses'], symmetries: symmetries as Equation[] };
}

const sizesText = (sizes: ReadonlyMap<Dim, number>): string =>
  [...sizes].map(([d, k]) => `${d} = ${k}`).join(', ');

/**
 * Judges every step of a derivation that numbers can judge, modulo 2^31 − 1 and without the
 * kernel's code: certificates of equations, derivatives, sums of squares, inverses. Throws
 * `Disagreement` at the first step that fails.
 */
export function judgeTheorem(theorem: Theorem, { seed }: JudgeOptions): Judged {
  const generator = random(seed);
  let [judged, decisive] = [0, 0];
  inOrder(theorem).forEach((step, place) => {
    const outcome = judgeOne(step, generator, (why) => disagreement(step, place, why, seed));
    if (outcome === null) return;
    judged++;
    if (outcome) decisive++;
  });
  return { steps: judged, decisive };
}

/** Whether the step was judged decisively; null where it was not judged. */
function judgeOne(
  step: Theorem,
  generator: Random,
  objection: (why: string) => Disagreement,
): boolean | null {
  const { rule, from } = step.derivation;
  if (rule === 'ring' || rule === 'linear') {
    const certificate = certificateOf(step);
    if (certificate === null)
      throw objection('its certificate uses a formula that is not an equation');
    const ruling = judgeCertificate(certificate, generator);
    if (!ruling.holds) throw objection(`${ruling.why}, at ${sizesText(ruling.sizes)}`);
    return ruling.decisive;
  }
  const answer = judgeStep(
    { rule, from: from.map((t) => t.conclusion), conclusion: step.conclusion },
    generator,
  );
  if (answer === false)
    throw objection('the numbers of its conclusion are not those its premises give');
  return answer === null ? null : false;
}

function disagreement(step: Theorem, place: number, why: string, seed: number): Disagreement {
  const { rule } = step.derivation;
  return new Disagreement(
    `step ${place + 1} of a derivation, by ${rule}`,
    [
      { judge: 'kernel', says: `accepted step ${place + 1}, by ${rule}` },
      { judge: 'exact judge', says: why },
    ],
    `seed ${seed}`,
  );
}
