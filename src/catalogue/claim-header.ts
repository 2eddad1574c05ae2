/** The name and the declared verdict of a claim in a document, as `cancellation expect=proved`. */
import { expectations, namePattern } from './entry.ts';
import type { Expectation } from './entry.ts';

export interface ClaimHeader {
  readonly name: string;
  readonly expect: Expectation | null;
}

/**
 * Reads the words of a header; `what` names the whole, `form` shows it. Answers what is wrong with
 * an invalid header.
 */
export function readHeader(
  words: readonly string[],
  what: string,
  form: string,
): ClaimHeader | string {
  const [name, ...options] = words;
  if (name === undefined || name.includes('=')) return `this ${what} has no name: write ${form}`;
  if (!namePattern.test(name))
    return `the name '${name}' must be small letters, digits and single hyphens`;
  let expect: Expectation | null = null;
  for (const option of options) {
    const [key, value] = option.split('=', 2);
    if (key !== 'expect' || value === undefined)
      return `'${option}' is not understood; a ${what} takes a name and expect=VERDICT`;
    expect = expectations.find((e) => e === value) ?? null;
    if (expect === null) return `expect=${value}: a verdict is one of ${expectations.join(', ')}`;
  }
  return { name, expect };
}
