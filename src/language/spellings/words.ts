/**
 * Words and signs of the blackboard: `for all`, `iff`, `implies`, `->`, `x ≻ 0`, fractions and
 * scripts in Unicode.
 */
import { attributes, ClaimError } from '../ast.ts';
import { relationSigns, type Token } from '../token.ts';
import { isOwn } from './context.ts';
import type { Context } from './context.ts';
import { endsOperand, operandStart, startsOperand } from './operands.ts';
import { phraseAt } from './phrases.ts';
import {
  closes,
  grouped,
  isForeign,
  isName,
  isSign,
  name,
  number,
  opens,
  piece,
  sign,
} from './piece.ts';
import type { Piece } from './piece.ts';
import { phrasesIn } from './type-words.ts';

/**
 * Relations of other notations as words, with the attribute that they say of what stands before.
 */
const definite: ReadonlyMap<string, string> = new Map([
  ['≻', 'pd'],
  ['\\succ', 'pd'],
]);

const fractions: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['½', ['1', '2']],
  ['⅓', ['1', '3']],
  ['⅔', ['2', '3']],
  ['¼', ['1', '4']],
  ['¾', ['3', '4']],
  ['⅕', ['1', '5']],
  ['⅙', ['1', '6']],
  ['⅛', ['1', '8']],
]);

const lowered = 'ₐa ₑe ₕh ᵢi ⱼj ₖk ₗl ₘm ₙn ₒo ₚp ᵣr ₛs ₜt ᵤu ᵥv ₓx';
const raised = 'ᵃa ᵇb ᶜc ᵈd ᵉe ⁱi ʲj ᵏk ˡl ᵐm ⁿn ᵒo ᵖp ʳr ˢs ᵗt ᵘu ᵛv ʷw ˣx ʸy ᶻz';
const letters = (text: string): ReadonlyMap<string, string> =>
  new Map(text.split(' ').map((pair) => [[...pair][0] as string, [...pair][1] as string]));
const below = letters(lowered);
const above = letters(raised);

/**
 * Letters of the mathematical alphabets, as 𝐖 and 𝔼, are the letters that they draw; small letters
 * above and below the line are not.
 */
const plainLetter = (text: string): string | null => {
  const plain = text.normalize('NFKC');
  return plain !== text && !/\p{Lm}/u.test(text) && /^[A-Za-z]$/.test(plain) ? plain : null;
};

/** Functions that stand before their operand without brackets, and laws, in other words. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['Tr', 'tr'],
  ['Trace', 'tr'],
  ['trace', 'tr'],
  ['ln', 'log'],
  ['Det', 'det'],
]);
const lawWords: ReadonlySet<string> = new Set(['N', 'Normal', 'Gaussian', 'gaussian']);

const otherWord = (
  { kind, text, typed }: Piece,
  next: Piece | undefined,
  last: Piece | undefined,
  context: Context,
): string | null => {
  if (kind !== 'name') return null;
  if (lawWords.has(text) && isSign(last, '~') && isSign(next, '(')) return 'normal';
  if (typed || isOwn(context, text) || !startsOperand(next) || isSign(next, '(')) return null;
  return prefixes.get(text) ?? null;
};

export const readWords = (tokens: readonly Piece[], context: Context): readonly Piece[] => {
  const out: Piece[] = [];
  const closing = new Set<number>();
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Piece;
    const next = tokens[at + 1];
    const phrase =
      token.kind === 'name' && !token.typed && !isOwn(context, token.text)
        ? phraseAt(tokens, at, out)
        : null;
    const fraction = token.kind === 'foreign' ? fractions.get(token.text) : undefined;
    const letter = token.kind === 'foreign' ? plainLetter(token.text) : null;
    const other = phrase ? null : otherWord(token, next, out.at(-1), context);
    if (other !== null) out.push({ ...name(token, other) });
    else if (phrase) {
      out.push(phrase.token);
      at += phrase.count - 1;
    } else if (isSign(token, '->') && !token.typed) out.push(sign(token, '=>'));
    else if (isSign(token, '<') && !endsOperand(out.at(-1)) && angleEnd(tokens, at) > 0) {
      const end = angleEnd(tokens, at);
      out.push(name(token, 'dot'), piece(token, 'sign', '('));
      closing.add(end);
    } else if (closing.has(at)) out.push(piece(token, 'sign', ')'));
    else if (isForeign(token, '⟨') && angleEnd(tokens, at) > 0) {
      out.push(name(token, 'dot'), piece(token, 'sign', '('));
      closing.add(angleEnd(tokens, at));
    } else if (isName(token, 'is')) at = readAttribute(tokens, at, out);
    else if (saysAttribute(tokens, at, out, context)) at = readSaid(tokens, at, out);
    else if (token.kind === 'foreign' && definite.has(token.text) && next?.text === '0') {
      out.push(name(token, 'is'), {
        ...name(token, definite.get(token.text) as string),
        spaced: true,
      });
      at++;
    } else if (fraction)
      out.push(
        { ...sign(token, '('), spaced: true },
        number(token, fraction[0]),
        piece(token, 'sign', '/'),
        piece(token, 'number', fraction[1]),
        piece(token, 'sign', ')'),
      );
    else if (isForeign(token, '⁻')) at = readRaised(tokens, at, out);
    else if (token.kind === 'foreign' && above.has(token.text)) at = readAbove(tokens, at, out);
    else if (token.kind === 'foreign' && below.has(token.text) && out.at(-1)?.kind === 'name') {
      const base = out.pop() as Piece;
      out.push({ ...base, under: [...(base.under ?? []), below.get(token.text) as string] });
    } else if (isForeign(token, '⁺')) pseudo(token, out, context);
    else if (isForeign(token, '†')) dagger(tokens, at, out, context);
    else if (isSign(token, '^') && (isName(next, 'dagger') || isForeign(next, '†'))) {
      dagger(tokens, ++at, out, context);
    } else if (isSign(token, '^') && isSign(next, '+') && !startsSum(tokens[at + 2])) {
      pseudo(next as Piece, out, context);
      at++;
    } else if (letter !== null) out.push({ ...name(token, letter) });
    else out.push(token);
  }
  return out;
};

/** The place of the `>` that closes `<x, y`; 0 where none does. */
const angleEnd = (tokens: readonly Token[], at: number): number => {
  let [depth, commas] = [0, 0];
  for (let i = at + 1; i < Math.min(tokens.length, at + 400); i++) {
    const token = tokens[i] as Token;
    if (opens(token)) depth++;
    else if (closes(token)) depth--;
    if (depth < 0 || token.kind === 'turnstile' || isSign(token, ';') || token.kind === 'end')
      return 0;
    if (depth > 0) continue;
    if (isSign(token, ',')) commas++;
    else if (isSign(token, '>') || isForeign(token, '⟩')) return commas === 1 ? i : 0;
    else if (token.kind === 'sign' && relationSigns.has(token.text)) return 0;
  }
  return 0;
};

/** Nothing after `A^+` can continue an exponent. */
const startsSum = (token: Token | undefined): boolean =>
  token !== undefined && !token.spaced && (token.kind === 'number' || token.kind === 'name');

const longestOperand = 1000;

const pseudo = (at: Piece, out: Piece[], context: Context): void => {
  const start = operandStart(out, context);
  const base = out.splice(start);
  const first = base[0];
  if (!first) return;
  if (base.length > longestOperand)
    throw new ClaimError('what stands before ⁺ is too long', at, 'write pinv(..)');
  out.push(
    { ...name(first, 'pinv'), end: first.start },
    piece(first, 'sign', '('),
    ...base,
    piece(at, 'sign', ')'),
  );
};

/** `eˣ` and `aᵐⁿ`: letters above the line are a product in the exponent. */
const readAbove = (tokens: readonly Piece[], at: number, out: Piece[]): number => {
  const letters: Piece[] = [];
  let end = at;
  for (; tokens[end]?.kind === 'foreign' && above.has(tokens[end]?.text ?? ''); end++) {
    const letter = tokens[end] as Piece;
    const text = above.get(letter.text) as string;
    letters.push({ ...name(letter, text), spaced: end > at, opens: false });
  }
  out.push(piece(tokens[at] as Piece, 'sign', '^'), ...grouped(letters, tokens[at] as Piece));
  return end - 1;
};

const isTranspose = (tokens: readonly Piece[], at: number): boolean =>
  isSign(tokens[at], "'") ||
  (isName(tokens[at], 'T') && (isSign(tokens[at - 1], '^') || isSign(tokens[at - 1], '.')));

/**
 * `A^†` is the pseudo-inverse in statistics and the adjoint in physics; next to a transpose it is
 * the first.
 */
const dagger = (tokens: readonly Piece[], place: number, out: Piece[], context: Context): void => {
  const at = tokens[place] as Piece;
  const ways = ['† as the pseudo-inverse', "† as the adjoint, which is A' of a real A"];
  const isOther = tokens.some((_, i) => isTranspose(tokens, i));
  if (isOther || context.choices.pick('dagger', at, ways) === 0) pseudo(at, out, context);
  else out.push(piece(at, 'sign', "'"));
};

/** `A⁻¹`, `A⁻ᵀ` and `e⁻ˣ`. */
const readRaised = (tokens: readonly Piece[], at: number, out: Piece[]): number => {
  const token = tokens[at] as Piece;
  const [next, power] = [tokens[at + 1], tokens[at + 2]];
  if (next?.kind === 'foreign' && above.has(next.text)) {
    const inner: Piece[] = [];
    const end = readAbove(tokens, at + 1, inner);
    const shut = piece(token, 'sign', ')');
    out.push(piece(token, 'sign', '^'), piece(token, 'sign', '('), piece(token, 'sign', '-'));
    out.push(...inner.slice(1), shut);
    return end;
  }
  out.push(piece(token, 'sign', '^'), piece(token, 'sign', '-'));
  if (isSign(next, "'")) {
    out.push(piece(token, 'number', '1'));
    return at;
  }
  if (!isSign(next, '^') || power?.kind !== 'number') return at;
  out.push(power);
  return at + 2;
};

/** How many words of an attribute begin at a place, and which it is; null where none does. */
const attributeAt = (tokens: readonly Piece[], at: number): readonly [number, string] | null => {
  const phrase = phrasesIn(tokens).find(({ words }) =>
    words.every((word, i) => tokens[at + i]?.text === word),
  );
  if (phrase) return [phrase.words.length, phrase.attribute];
  const { text = '' } = tokens[at] ?? {};
  return (attributes as readonly string[]).includes(text) ? [1, text] : null;
};

/** `A'A invertible` and `A full column rank` leave out `is`. */
const saysAttribute = (
  tokens: readonly Piece[],
  at: number,
  out: readonly Piece[],
  context: Context,
): boolean => {
  const [token, last] = [tokens[at], out.at(-1)];
  if (token?.kind !== 'name' || token.typed || isOwn(context, token.text)) return false;
  if (!endsOperand(last) || last?.typed || isName(last, 'is') || token.opens) return false;
  const found = attributeAt(tokens, at);
  const next = found && tokens[at + found[0]];
  const before =
    last?.kind === 'name' &&
    ((attributes as readonly string[]).includes(last.text) ||
      ['hermitian', 'unitary'].includes(last.text));
  return (
    next !== null &&
    next !== undefined &&
    !before &&
    (/^(;|,|=>|<=>|\)|and|or|implies|iff|if)$/.test(next.text) ||
      next.kind === 'turnstile' ||
      next.kind === 'end' ||
      next.opens)
  );
};

const readSaid = (tokens: readonly Piece[], at: number, out: Piece[]): number => {
  const token = tokens[at] as Piece;
  const [count, attribute] = attributeAt(tokens, at) as readonly [number, string];
  out.push({ ...name(token, 'is'), spaced: true }, { ...name(token, attribute), spaced: true });
  return at + count - 1;
};

/** `is positive definite`, `is symmetric positive definite`. */
const readAttribute = (tokens: readonly Piece[], at: number, out: Piece[]): number => {
  out.push(tokens[at] as Piece);
  let next = at + 1;
  for (let found = attributeAt(tokens, next); found; found = attributeAt(tokens, next)) {
    out.push({ ...name(tokens[next] as Piece, found[1]) });
    next += found[0];
  }
  return next - 1;
};
