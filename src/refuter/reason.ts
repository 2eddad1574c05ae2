/** Why a search gave up, as a sentence for the user. */
import type { Counts } from './tally.ts';

/** The hypothesis that failed most often, in the words of the claim. */
const hardest = (counts: Counts): string | null => {
  let worst: string | null = null;
  for (const [text, times] of Object.entries(counts.failures))
    if (times > (worst === null ? 0 : (counts.failures[worst] ?? 0))) worst = text;
  return worst;
};

/** A search is meaningful only if one point in this many meets the hypotheses. */
const rarest = 50;

/** Of this many such points one must be decided: a zero vector alone says little. */
const fewest = 10;

/**
 * Why a search that found nothing gave up, in a sentence that says what to do; null where it
 * survived.
 */
export const reasonOf = (counts: Counts): string | null => {
  const worst = hardest(counts);
  if (counts.met === 0) {
    if (counts.cut)
      return (
        'The claim is too large: one trial takes more work than the whole search may; use ' +
        'smaller sizes or powers, split the claim, or give more with --time.'
      );
    if (counts.blocked !== null) return `The hypotheses were never met: ${counts.blocked}.`;
    if (counts.undecided > 0)
      return (
        `Nothing could be decided exactly at ${counts.undecided} of ${counts.run} points: ` +
        `${counts.why ?? 'a value is irrational'}.`
      );
    if (counts.run === 0) return 'The time was over before the first trial; give more with --time.';
    if (counts.undefined > 0 && worst === null)
      return (
        `Of ${counts.run} points drawn the claim was defined at none; state what it needs, as ` +
        'that a matrix is invertible.'
      );
    return (
      `The hypotheses were never met in ${counts.run} ` +
      `trials${worst === null ? '' : `; the one that failed most often is ${worst}`}. They may ` +
      'contradict each other; check them, or give more time with --time.'
    );
  }
  if (counts.uncertified > 0 && counts.why?.includes('cannot be confirmed') === true) {
    return (
      `At ${counts.uncertified} points the conclusion fails, but whether the hypotheses hold ` +
      `there is open: ${counts.why}.`
    );
  }
  if (counts.met * fewest < counts.undecided)
    return (
      `Only ${counts.met} of ${counts.met + counts.undecided} points could be decided exactly: ` +
      `at the others ${counts.why ?? 'a value is irrational'}.`
    );
  if (counts.met * rarest < counts.run) {
    const cause =
      worst === null
        ? 'the claim is seldom defined where it was tried'
        : `the hypothesis that failed most often is ${worst}`;
    return (
      `The hypotheses were met in only ${counts.met} of ${counts.run} trials: ${cause}. State ` +
      'it as an attribute or as an equation that is linear in one variable, or give more time ' +
      'with --time.'
    );
  }
  return null;
};
