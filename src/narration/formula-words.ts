/** Statements of the kernel in the words of the claim language. */
import { boundName, write, type Bound, type Formula } from '../kernel/formula.ts';
import type { Term } from '../kernel/term.ts';
import { substituteIn } from '../kernel/binders.ts';
import { contract, variable } from '../kernel/graph.ts';
import { difference } from '../prover/graphs/sum.ts';
import { plainDim, plainName } from './factor-words.ts';
import { conjunction, isCoordinate } from '../prover/lowering/scope.ts';
import { NeedsIndices } from './graph-words.ts';
import { indexLetter, indicesFor, termAt, termWords, tidy, type Words } from './term-words.ts';

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
      forAll: ` for all ${at.map((i, k) => `${i} in 1..${plainDim(left.shape[k] ?? '')}`).join(', ')}`,
    };
  }
}

/** `A is symmetric`, of an equation of a matrix with its transpose. */
function symmetryWords(f: Formula & { readonly kind: 'equal' }, words: Words): string | null {
  const { left, right } = f;
  if (left.shape.length !== 2 || left.shape[0] !== left.shape[1]) return null;
  const isTurned = difference(contract([left], ['ij'], 'ji'), right, noSwaps).size === 0;
  if (!isTurned || difference(left, right, noSwaps).size === 0) return null;
  const text = termWords(right, words);
  const turned = termWords(left, words);
  return `${text.length <= turned.length ? text : turned} is symmetric`;
}
const noSwaps = new Map<string, 1n>();

export const boundWords = (b: Bound): string => {
  if (b.kind === 'function') return plainName(b.fn.name);
  const shape = b.shape.length === 0 ? 'scalar' : b.shape.map(plainDim).join('×');
  return `${plainName(b.name)}: ${shape}`;
};

/** What holds at each place of a vector: the coordinate vector's name and its size. */
export function coordinateOf(f: Formula): { readonly name: string; readonly dim: string } | null {
  if (f.kind !== 'forall' || f.bound.kind !== 'tensor' || f.bound.shape.length !== 1) return null;
  const [dim] = f.bound.shape;
  const { name } = f.bound;
  if (f.body.kind !== 'implies' || dim === undefined) return null;
  const guard = conjunction(isCoordinate(variable(name, [dim])));
  return write(f.body.left) === write(guard) ? { name, dim } : null;
}

/** A quantifier whose name nothing around it has. */
function freshlyBound(
  f: Formula & { readonly kind: 'forall' | 'exists' },
  words: Words,
): { readonly bound: Bound; readonly body: Formula } {
  const { bound, body } = f;
  if (bound.kind !== 'tensor') return { bound, body };
  const plain = plainName(bound.name);
  if (!words.declared.has(plain) && /^\p{L}\w*$/u.test(plain)) return { bound, body };
  const name = freshName(plain, words);
  const term = variable(name, bound.shape);
  return {
    bound: { ...bound, name },
    body: substituteIn(body, bound.name, { kind: 'term', term }),
  };
}

/** A name like the one that is wished, which nothing else has. */
export function freshName(wish: string, words: Words): string {
  const stem = /^\p{L}[\p{L}_]*/u.exec(wish)?.[0] ?? 'v';
  const isFree = (name: string): boolean => !words.taken.has(name) && !words.declared.has(name);
  for (let k = 1; ; k++) if (isFree(`${stem}${k}`)) return `${stem}${k}`;
}

export function formulaWords(f: Formula, words: Words, known: Known = () => undefined): string {
  const own = known(f);
  if (own !== undefined) return own;
  const again = (g: Formula): string => formulaWords(g, words, known);
  const part = (g: Formula): string => {
    const text = again(g);
    const isPlain =
      ['equal', 'less', 'is', 'false'].includes(g.kind) || /^[^()]* != [^()]*$/.test(text);
    return isPlain ? text : `(${text})`;
  };
  switch (f.kind) {
    case 'equal': {
      const symmetric = symmetryWords(f, words);
      if (symmetric !== null) return symmetric;
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
      return isEquivalence(a, b, again)
        ? `${part(a.left)} <=> ${part(a.right)}`
        : `${part(a)} and ${part(b)}`;
    }
    case 'or':
      return `${part(f.left)} or ${part(f.right)}`;
    case 'implies':
      return `${part(f.left)} => ${part(f.right)}`;
    case 'forall':
    case 'exists': {
      const place = coordinateOf(f);
      if (place !== null && f.body.kind === 'implies')
        return coordinateWords(place, f.body.right, words, known);
      return quantifierWords(f, words, known);
    }
    case 'each':
      return `forall ${f.index} in ${f.from}..${plainDim(f.to)}. ${again(f.body)}`;
  }
}

function quantifierWords(
  f: Formula & { readonly kind: 'forall' | 'exists' },
  words: Words,
  known: Known,
): string {
  const { bound, body } = freshlyBound(f, words);
  const inner = {
    ...words,
    declared: new Set([...words.declared, plainName(boundName(bound))]),
  };
  return `${f.kind} ${boundWords(bound)}. ${formulaWords(body, inner, known)}`;
}

type Implication = Formula & { readonly kind: 'implies' };

/** P ⇒ Q and Q ⇒ P. */
const isEquivalence = (a: Formula, b: Formula, text: (f: Formula) => string): a is Implication =>
  a.kind === 'implies' &&
  b.kind === 'implies' &&
  text(a.left) === text(b.right) &&
  text(a.right) === text(b.left);

/** A statement at each place of a vector, with an index for the place. */
function coordinateWords(
  place: { readonly name: string; readonly dim: string },
  there: Formula,
  words: Words,
  known: Known,
): string {
  const letter = indexLetter(words);
  const e = variable(`#${letter}`, [place.dim]);
  const inner = { ...words, taken: new Set([...words.taken, letter]) };
  const indexed = substituteIn(there, place.name, { kind: 'term', term: e });
  const text = formulaWords(indexed, inner, known);
  const range = `${letter} in 1..${plainDim(place.dim)}`;
  const more = / for all (\w+ in \S+(?:, \w+ in \S+)*)$/.exec(text);
  return more === null
    ? `${text} for all ${range}`
    : `${text.slice(0, more.index)} for all ${range}, ${more[1]}`;
}
