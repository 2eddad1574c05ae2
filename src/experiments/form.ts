/** The two forms of an experiment: one for every check, one for a long run. */

/**
 * `short` takes seconds and runs with every check; `long` takes minutes, on all cores, and can be
 * resumed.
 */
export const forms = ['short', 'long'] as const;
/** Which form of an experiment runs: `short` or `long`. */
export type Form = (typeof forms)[number];
