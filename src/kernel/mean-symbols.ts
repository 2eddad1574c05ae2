/**
 * What the name of a mean function tells: it begins with E#, then come the functions and the
 * dimensions that the mean is made of. A rule that renames or replaces one of these would turn the
 * mean into another without changing its name, so it asks here first.
 */
const mark = 'E#';
const between = ' | ';

/** A sign that no name may hold is written as its number between two dots, and so is a dot. */
const spelled = (text: string): string =>
  text.replace(
    /[\s:,;(){}<>|[\]+^!~·]/gu,
    (sign) => `·${(sign.codePointAt(0) as number).toString(36)}·`,
  );

export const isMeanName = (name: string): boolean => name.startsWith(mark);

/** What a mean function is made of besides its arguments. */
export interface Made {
  readonly functions: readonly string[];
  /** Dimensions whose values the arguments do not tell. */
  readonly dims: readonly string[];
}

export const meanName = ({ functions, dims }: Made, description: readonly string[]): string =>
  mark + spelled([functions.join(' '), dims.join(' '), ...description].join(between));

const nothing: Made = Object.freeze({ functions: Object.freeze([]), dims: Object.freeze([]) });
const read = new Map<string, Made>();
/** What a mean function of this name is made of; nothing for any other name. */
export function madeOfMean(name: string): Made {
  if (!isMeanName(name)) return nothing;
  const known = read.get(name);
  if (known) return known;
  const [functions = '', dims = ''] = name.slice(mark.length).split(spelled(between));
  const words = (text: string): readonly string[] =>
    Object.freeze(text === '' ? [] : text.split(spelled(' ')));
  const made = Object.freeze({ functions: words(functions), dims: words(dims) });
  read.set(name, made);
  return made;
}
