/** Statements of the kernel in the words of the claim language. */
import type { Bound, Formula } from '../kernel/formula.ts';
import type { Term } from '../kernel/term.ts';
import { plainName } from './factor-words.ts';
import { NeedsIndices } from './graph-words.ts';
import { indicesFor, termAt, termWords, tidy, type Words } from './term-words.ts';

/** Texts of statements that the claim has in its own words, found by what they state. */
export type Known = (f: Formula) => string | undefined;

/** Both sides of a relation under the same indices, and what these range over. */
export function sidesWords(
  first: Term,
  second: Term,
  words: Words,
): { readonly left: string; readonly right: string; readonly forAll: string } {
  const [left, right] = [tidy(first), tidy(second)];
  const open = left.shape.map(() => null);
  try {
    return { left: termAt(left, open, words), right: termAt(right, open, words), forAll: '' };
  } catch (error) {
    if (!(error instanceof NeedsIndices)) throw error;
    const at = indicesFor(left, words);
    const isZero = (t: Term): boolean => t.monomials.length === 0;
    return {
      left: isZero(left) ? '0' : termAt(left, at, words),
      right: isZero(right) ? '0' : termAt(right, at, words),
      forAll: ` for all ${at.join(', ')}`,
    };
  }
}

export const boundWords = (b: Bound): string => {
  if (b.kind === 'function') return plainName(b.fn.name);
  const shape = b.shape.length === 0 ? 'scalar' : b.shape.join('×');
  return `${plainName(b.name)}: ${shape}`;
};

export function formulaWords(f: Formula, words: Words, known: Known = () => undefined): string {
  const own = known(f);
  if (own !== undefined) return own;
  const again = (g: Formula): string => formulaWords(g, words, known);
  const part = (g: Formula): string =>
    ['equal', 'less', 'is', 'false'].includes(g.kind) ? again(g) : `(${again(g)})`;
  switch (f.kind) {
    case 'equal': {
      const { left, right, forAll } = sidesWords(f.left, f.right, words);
      return `${left} = ${right}${forAll}`;
    }
    case 'less': {
      const sign = f.strict ? '<' : '<=';
      const back = f.strict ? '>' : '>=';
      const [l, r] = [termWords(f.left, words), termWords(f.right, words)];
      return l === '0' ? `${r} ${back} 0` : `${l} ${sign} ${r}`;
    }
    case 'is':
      return `${termWords(f.subject, words)} is ${f.predicate}`;
    case 'false':
      return 'a contradiction';
    case 'not': {
      const g = f.body;
      if (g.kind === 'equal') {
        const { left, right, forAll } = sidesWords(g.left, g.right, words);
        if (forAll === '') return `${left} != ${right}`;
      }
      return `not ${part(g)}`;
    }
    case 'and': {
      const [a, b] = [f.left, f.right];
      if (a.kind === 'implies' && b.kind === 'implies') {
        const there = [again(a.left), again(a.right)];
        if (there[0] === again(b.right) && there[1] === again(b.left))
          return `${part(a.left)} <=> ${part(a.right)}`;
      }
      return `${part(a)} and ${part(b)}`;
    }
    case 'or':
      return `${part(f.left)} or ${part(f.right)}`;
    case 'implies':
      return `${part(f.left)} => ${part(f.right)}`;
    case 'forall':
    case 'exists':
      return `${f.kind} ${boundWords(f.bound)}. ${again(f.body)}`;
    case 'each':
      return `forall ${f.index} in ${f.from}..${f.to}. ${again(f.body)}`;
  }
}
