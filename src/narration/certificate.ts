/** Inequalities: what the difference of both sides is a sum of, and why each part has its sign. */
import type { Ratio } from '../kernel/ratio.ts';
import type { Term } from '../kernel/term.ts';
import type { Theorem } from '../kernel/theorem.ts';
import { isAtom } from './factor-words.ts';
import { isIdentity, summands } from './identity.ts';
import type { Teller } from './teller.ts';
import { scaledText } from './scaled.ts';

interface Part {
  readonly coefficient: Ratio;
  readonly facts: readonly Theorem[];
  readonly squares: readonly Term[];
}

/** The summands of a certificate as the kernel was given them. */
function partsOf(t: Theorem): Part[] {
  let next = 0;
  return t.derivation.given.map((g) => {
    const [coefficient, count, squares] = g as unknown as [Ratio, number, readonly Term[]];
    const facts = t.derivation.from.slice(next, next + count);
    next += count;
    return { coefficient, facts, squares };
  });
}

/** Does the theorem say what its only premise says? */
export const isRestated = (t: Theorem): boolean => {
  const [part, ...more] = partsOf(t);
  return (
    part !== undefined &&
    more.length === 0 &&
    part.facts.length === 1 &&
    part.squares.length === 0 &&
    part.coefficient.num === part.coefficient.den
  );
};

/** A square as it is written: t^2 of a number, |t|^2 of a vector. */
const squareText = (t: Term, say: Teller): string => {
  const text = say.term(t);
  if (t.shape.length === 0) return `${isAtom(text) ? text : `(${text})`}^2`;
  return t.shape.length === 1 ? `|${text}|^2` : `normF(${text})^2`;
};

function partText({ coefficient, facts, squares }: Part, say: Teller): string | null {
  const factors = facts.map((p) => {
    const f = p.conclusion;
    if (f.kind !== 'less') return null;
    const text = [f.right, f.left].map((x) => say.term(x));
    return text[1] === '0'
      ? text[0]
      : `(${text[0]} - ${/ [+-] /.test(text[1] ?? '') ? `(${text[1]})` : text[1]})`;
  });
  if (factors.includes(null)) return null;
  const all = [
    ...factors.map((x) => x ?? ''),
    ...squares.map((s) => squareText(s, say)).filter((x) => x !== '1^2'),
  ];
  const isScaled = coefficient.num !== coefficient.den;
  const written = all.map((x) =>
    (all.length > 1 && / /.test(x) && !/^[(|]/.test(x)) || (isScaled && isSum(x)) ? `(${x})` : x,
  );
  return scaledText(coefficient, written.join(' '));
}

/** Are there several summands, outside of all brackets? */
const isSum = (text: string): boolean => summands(text).length > 1;

const longest = 110;

const line = /^\{(\d+)\}$/;

/** Why a number is less than itself: two lines that were multiplied are named as such, last. */
export function absurdity(t: Theorem, say: Teller): string[] {
  const parts = partsOf(t);
  const reasons = [...new Set(parts.flatMap((p) => p.facts))].flatMap((p) => say.because(p));
  const products = parts.flatMap(({ facts }) => {
    const [one, two, ...more] = facts.map((p) => line.exec(say.because(p).join())?.[1]);
    const isPair = facts.length === 2 && one !== undefined && two !== undefined;
    return isPair && one !== two && more.length === 0 ? [[one, two] as const] : [];
  });
  const multiplied = new Set(products.flat().map((k) => `{${k}}`));
  return [
    ...reasons.filter((r) => !multiplied.has(r)),
    ...products.map(([one, two]) => `{${one}*${two}}`),
  ];
}

/** left <= right, because right - left is a sum of nonnegative terms. */
export function certificate(t: Theorem, say: Teller): void {
  const f = t.conclusion;
  const [only] = t.derivation.from;
  if (isRestated(t) && only !== undefined && say.same(t, only)) return say.tell(only);
  const parts = partsOf(t).filter((p) => !p.facts.some((q) => isIdentity(say.words(q.conclusion))));
  const reasons = parts.flatMap((p) => p.facts).flatMap((p) => say.because(p));
  const isSquare = (s: Term): boolean => say.term(s) !== '1';
  const told = parts.filter((p) => p.squares.some(isSquare) || p.facts.length > 1);
  const texts = parts.map((p) => partText(p, say));
  if (f.kind !== 'less' || told.length === 0 || texts.includes(null)) {
    say.state(t, reasons);
    return;
  }
  const sum = texts.join(' + ');
  const zero = say.term(f.left) === '0';
  const whole = zero ? say.term(f.right) : null;
  const squares = told.some((p) => p.squares.some(isSquare));
  if (whole === sum) {
    say.state(t, [...reasons, ...(squares ? ['since squares are not negative'] : [])]);
    return;
  }
  const words = `${zero ? whole : 'right - left'} = ${sum}`;
  say.state(t, [
    ...reasons,
    ...(words.length <= longest ? [`since ${words}`] : ['since right - left is a sum of squares']),
  ]);
}
