/** How much the playground takes at once. */

/** The longest claim, in characters: more is a mistake or an attack. */
export const longest = 20_000;

/** The longest note or paper. */
export const longestNote = 400_000;

/** Seconds of search: at first, and each time that more is asked for. */
export const times = [2, 10, 60, 300] as const;
