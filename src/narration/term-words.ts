/** Terms of the kernel in the words of the claim language, with every sum shown. */
import type { Monomial, Term } from '../kernel/term.ts';
import { zeros } from '../kernel/graph.ts';
import { ratioText } from '../kernel/ratio.ts';
import { difference, termOf } from '../prover/graphs/sum.ts';
import { plainDim, type At, type Families } from './factor-words.ts';
import { graphParts, NeedsIndices, type Wording } from './graph-words.ts';
import { joined } from './parts-of-products.ts';

const letters = 'ijklpqrstuvw';

/** The names that indices may not take, since something else has them. */
export interface Words {
  readonly families: Families;
  readonly taken: ReadonlySet<string>;
  /** Names that a statement here may not bind again: what is declared, and what was brought in. */
  readonly declared: ReadonlySet<string>;
  /** Every sum is written with its index. */
  readonly spelled?: boolean;
}

/** A term; free wires stand at the indices given, or are open. Throws `NeedsIndices`. */
export function termAt(t: Term, at: At, words: Words, used: readonly string[] = []): string {
  if (t.monomials.length === 0) return '0';
  const taken = [...used, ...at.filter((i) => i !== null)];
  const texts = positiveFirst(t.monomials.map((m) => monomialWords(m, at, words, taken)));
  if (texts.length === 1) return unbracketed(texts[0] as string);
  return texts
    .map((text, i) =>
      i === 0 ? text : text.startsWith('-') ? ` - ${text.slice(1)}` : ` + ${text}`,
    )
    .join('');
}

/** A sum begins with a summand that is added, where it has one. */
function positiveFirst(texts: readonly string[]): string[] {
  const first = texts.findIndex((text) => !text.startsWith('-'));
  if (first <= 0) return [...texts];
  return [texts[first] as string, ...texts.slice(0, first), ...texts.slice(first + 1)];
}

/** Without brackets around all of it. */
function unbracketed(text: string): string {
  if (!text.startsWith('(')) return text;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    depth += text[i] === '(' ? 1 : text[i] === ')' ? -1 : 0;
    if (depth === 0) return i === text.length - 1 ? text.slice(1, -1) : text;
  }
  return text;
}

/** A term inside a function: by its entries where it has no form without. */
function inside(t: Term, at: At, words: Words, used: readonly string[]): string {
  try {
    return termAt(t, at, words, used);
  } catch (error) {
    if (!(error instanceof NeedsIndices)) throw error;
    const free = [...letters].filter((x) => !words.taken.has(x) && !used.includes(x));
    const named = at.map((i, k) => i ?? free[k] ?? `i${k}`);
    const open = named.filter((_, k) => at[k] === null);
    return `[${open.join(',')}]: ${termAt(t, named, words, [...used, ...open])}`;
  }
}

/** A letter for one index. */
export const indexLetter = (words: Words): string =>
  [...letters].find((x) => !words.taken.has(x) && !words.declared.has(x)) ?? 'i0';

/** Letters for the indices of a term that has no form without. */
export const indicesFor = (t: Term, words: Words): string[] => {
  const free = [...letters].filter((x) => !words.taken.has(x));
  return t.shape.map((_, i) => free[i] ?? `i${i}`);
};

function monomialWords(m: Monomial, at: At, words: Words, used: readonly string[]): string {
  const given = new Map<number, string>();
  m.free.forEach((wire, i) => {
    const index = at[i];
    if (index !== null && index !== undefined && !given.has(wire)) given.set(wire, index);
  });
  const taken = [...used];
  const wording: Wording = {
    families: words.families,
    spelled: words.spelled === true,
    say: (t, inner) => inside(t, inner, words, taken),
    fresh: () => {
      const found =
        [...letters].find((x) => !words.taken.has(x) && !taken.includes(x)) ?? `i${taken.length}`;
      taken.push(found);
      return found;
    },
  };
  const deltas = m.free.flatMap((wire, i) => {
    const [x, y] = [at[i], given.get(wire)];
    return x !== null && x !== undefined && y !== undefined && x !== y ? [`I[${y},${x}]`] : [];
  });
  const parts = graphParts(m, given, wording);
  const powers = Object.entries(m.powers).filter(([, k]) => k !== 0);
  const sized = (d: string): string => (/[⊕⊗]/.test(d) ? `(${plainDim(d)})` : plainDim(d));
  const power = (d: string, k: number): string => (k === 1 ? sized(d) : `${sized(d)}^${k}`);
  const up = powers.filter(([, k]) => k > 0).map(([d, k]) => power(d, k));
  const down = powers.filter(([, k]) => k < 0).map(([d, k]) => power(d, -k));
  const sign = m.coefficient.num < 0n ? '-' : '';
  const size = {
    ...m.coefficient,
    num: m.coefficient.num < 0n ? -m.coefficient.num : m.coefficient.num,
  };
  const number = ratioText(size);
  const whole = {
    front: [...deltas, ...up, ...parts.front],
    body: parts.body,
    below: [...down, ...parts.below],
  };
  const text = joined(whole, number === '1' ? '' : number);
  return (sign === '') === parts.isNegative ? `-${text}` : text;
}

/** Equal graphs are counted together. */
export const tidy = (t: Term): Term => termOf(difference(t, zeros(t.shape), noSwaps), t.shape);
const noSwaps = new Map<string, 1n>();

/** A term as products of matrices, or with its indices named where there is no such form. */
export function termWords(given: Term, words: Words): string {
  const t = tidy(given);
  try {
    return termAt(
      t,
      t.shape.map(() => null),
      words,
    );
  } catch (error) {
    if (!(error instanceof NeedsIndices)) throw error;
    return termAt(t, indicesFor(t, words), words);
  }
}
