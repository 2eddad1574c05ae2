/**
 * What would mend a claim that has no meaning: each change is tried, and the first that helps is
 * shown whole.
 */
import { noMark } from '../parse-claim.ts';
import { ClaimError, type Span } from '../ast.ts';
import { parsePlainClaim } from '../claim.ts';
import { Lexer } from '../lexer.ts';
import { foreignCalls } from './foreign-calls.ts';
import { asImplication } from './implications.ts';
import { asNamed } from './sentences-in-nouns.ts';
import { otherMeanings } from './other-meanings.ts';
import { completed } from './completed.ts';
import { isGreek } from './guessed-types.ts';
import { allReadings } from './both-meanings.ts';
import { changesFor } from './near-changes.ts';
import { nearest } from '../names.ts';
import { latexCommands } from '../spellings/latex-words.ts';
import { asSentence } from '../sentences/as-claim.ts';
import { asNormalDivergence, withLawsAdded } from '../sentences/undeclared-laws.ts';
import { lookAlikes } from '../spellings/refuse-foreign.ts';
import { claimText } from '../text.ts';

/** Texts longer than this are not searched for a mend: each try reads the whole claim. */
const longest = 4000;
const mostTries = 60;
/** The same for a text that is a mend already. */
const mostOfMend = 12;
const mostShown = 2;

/** The normal text of a claim that has a meaning; null for one without a meaning. */
const normal = (text: string): string | null => {
  try {
    return claimText(parsePlainClaim(text));
  } catch (error) {
    if (error instanceof ClaimError) return null;
    throw error;
  }
};

/** Claims to paste, in the quotes that a shell wants, behind what else there is to say. */
export const toPaste = (claims: readonly string[], hint: string | null = null): string => {
  const said = hint === null || hint.startsWith('declare it') ? '' : `${hint}; `;
  return `${said}write ${claims.map((text) => `"${text}"`).join(' or ')}`;
};

const mostRounds = 4;
const isRepeated = ({ message }: ClaimError): boolean =>
  message.startsWith('a formula is wanted') || message.startsWith("log' is not");

/** A text with the same mistake in several places: each is mended in turn. */
const again = (text: string, { message }: ClaimError, rounds = mostRounds): string | null => {
  if (rounds === 0) return null;
  try {
    return claimText(parsePlainClaim(text));
  } catch (error) {
    if (!(error instanceof ClaimError)) throw error;
    if (error.message !== message) return null;
    const [change] = changesFor(text, new Lexer(text).read(), error);
    return change && change.text !== text ? again(change.text, error, rounds - 1) : null;
  }
};

/** Further calls of words that are not read, each in turn. */
const withCallsRead = (text: string, rounds = mostRounds): string | null => {
  const [next] = rounds === 0 ? [] : foreignCalls(new Lexer(text).read(), text);
  if (next === undefined) {
    const error = errorOf(text);
    return error && (completed(text, error, (one) => claimText(parsePlainClaim(one)))[0] ?? null);
  }
  for (const { text: read } of next.texts) {
    const claim = normal(read) ?? withCallsRead(read, rounds - 1);
    if (claim !== null) return claim;
  }
  return null;
};

const mostFirst = 12;
const mostSecond = 16;

/** Two mistakes: a change that leaves another error, and a change that mends that one. */
const inTwoSteps = (
  changes: readonly { readonly text: string }[],
  error: ClaimError,
): string | null => {
  for (const { text } of changes.slice(0, mostFirst)) {
    const next = errorOf(text);
    if (next === null || next.message === error.message) continue;
    for (const change of changesFor(text, new Lexer(text).read(), next).slice(0, mostSecond)) {
      const claim = normal(change.text);
      if (claim !== null) return claim;
    }
  }
  return null;
};

const errorOf = (text: string): ClaimError | null => errorIn(() => parsePlainClaim(text));

const errorIn = (read: () => unknown): ClaimError | null => {
  try {
    read();
    return null;
  } catch (error) {
    if (error instanceof ClaimError) return error;
    throw error;
  }
};

const comments = /(?:#|%|\/\/)(?!\w).*$/gm;

/** A bracket or a bar that is missing: at the place of the error, or before the relation. */
const closed = (source: string, { message, span }: ClaimError): readonly string[] => {
  if (message.endsWith('closes nothing'))
    return [source.slice(0, span.start) + source.slice(span.end)];
  const sign =
    /^expected ‘([)|\]])’/.exec(message)?.[1] ?? (message.startsWith('‘{’ is never') ? '}' : null);
  if (sign === null) return [];
  const from = Math.max(span.end - 1, source.search(/\|- |⊢|\\vdash/));
  const relation = source.slice(from).search(/\s*(?:[=<>≤≥]|\\le|\\ge)/);
  const places = [relation < 0 ? source.length : from + relation, source.trimEnd().length];
  const open = sign === ')' ? source.lastIndexOf('=', span.start) : -1;
  const before = open < 0 ? [] : [source.slice(0, open).trimEnd().length];
  return [...before, ...places].map((at) => source.slice(0, at) + sign + source.slice(at));
};

/** The word that a hint names, in place of what was typed. */
const meant = (source: string, { suggestion, span }: ClaimError): readonly string[] => {
  const word = /^did you mean ‘?([^’?]+)’?\?$/.exec(suggestion ?? '')?.[1];
  return word === undefined ? [] : [source.slice(0, span.start) + word + source.slice(span.end)];
};

/** The text, completed where it leaves something out; none where it has no meaning. */
const readOr = (text: string, read: (text: string) => string): readonly string[] => {
  try {
    return [read(text)];
  } catch (error) {
    if (!(error instanceof ClaimError)) throw error;
    return completed(text, error, read);
  }
};

/** A sentence in nouns or without a turnstile, as claims; none where it is neither. */
const named = (source: string, read: (text: string) => string): readonly string[] => {
  for (const text of [...asNamed(source), ...asImplication(source)]) {
    const claims = readOr(text, read);
    if (claims.length > 0) return claims;
  }
  return [];
};

/** What a message says besides a claim to paste. */
const hintOf = ({ message, suggestion }: ClaimError): string | null => {
  if (message === noMark) return 'put |- in front of what is claimed';
  const isClaim = suggestion?.includes('|-') || suggestion?.startsWith('a matrix is written');
  return isClaim ? null : suggestion;
};

/** The claims of a sentence: one with declarations, hypotheses or definitions of its own. */
const inSentences = (source: string, read: (text: string) => string): readonly string[] => {
  for (const text of [
    ...asNormalDivergence(source),
    ...withLawsAdded(source),
    ...asSentence(source),
  ]) {
    if (text.replace(/^ *\|- /, '') === source.trim()) continue;
    const claims = readOr(text, read);
    if (claims.length > 0) return allReadings(claims, source, read).slice(0, mostShown);
  }
  return [];
};

/** What else is wrong with a text without a turnstile, where a name is not all that it wants. */
const withoutMark = (
  source: string,
  error: ClaimError,
  read: (text: string) => string,
): ClaimError => {
  if (error.message !== noMark || source.includes(';')) return error;
  if (!error.suggestion?.startsWith('put |-')) return error;
  const mark = '|- ';
  const other = errorIn(() => read(mark + source));
  const isOwn = other !== null && !/^\w+ is not declared$/.test(other.message);
  if (other === null || !(isOwn || other.suggestion?.startsWith('the number'))) return error;
  const { start, end } = other.span;
  const back = (at: number): number => Math.max(0, at - mark.length);
  return new ClaimError(other.message, { start: back(start), end: back(end) }, other.suggestion);
};

/** An error about a sign or a command: the text with others for it, where that has a meaning. */
export const respelled = (
  source: string,
  error: ClaimError,
  read: (text: string) => string,
): ClaimError => {
  if (source.length > longest) return error;
  // a number times the vector of ones
  const withOnes = source.replaceAll(/·\s*1(?![\w.])/g, '· ones');
  const ones = withOnes === source ? [] : readOr(withOnes, read);
  const sentence = ones.length > 0 ? ones : inSentences(source, read);
  if (sentence.length > 0)
    return new ClaimError(error.message, error.span, toPaste(sentence, hintOf(error)));
  const { suggestion } = error;
  if (/"[^"]*\|-/.test(suggestion ?? '')) {
    // a declaration that is made up for a word: names that are run together may be meant
    const [, word = ''] = /"(\w{2,3}): /.exec(suggestion ?? '') ?? [];
    const isMadeUp =
      word !== '' &&
      !isGreek(word) &&
      error.message.endsWith('is not declared') &&
      !new RegExp(`\\b${word}\\s*(?:[:,∈]|\\\\in\\b|in\\b)`).test(source);
    const claims = isMadeUp ? completed(source, error, read) : [];
    return claims.length === 0 ? error : new ClaimError(error.message, error.span, toPaste(claims));
  }
  const { start, end } = error.span;
  const typed = source.slice(start, end);
  const near = typed.startsWith('\\') ? nearest(typed, latexCommands) : null;
  const others = [
    source.replace(/\?\s*$/, ''),
    [...source].map((c) => lookAlikes.get(c) ?? c).join(''),
    source.replaceAll(comments, (c) => `--${c.slice(1)}`),
    near === null ? source : source.slice(0, start) + near + source.slice(end),
  ];
  for (const text of [...others, ...closed(source, error), ...meant(source, error)]) {
    const found = text === source ? [] : readOr(text, read);
    if (found.length > 0)
      return new ClaimError(
        error.message,
        error.span,
        toPaste(found, others.includes(text) ? null : error.suggestion),
      );
  }
  const claims = [...new Set(otherMeanings(source, error).flatMap((text) => readOr(text, read)))];
  if (claims.length > 0) {
    // how a matrix is written does not help where a word is not an attribute
    const said = error.message.startsWith('expected an attribute') ? null : error.suggestion;
    const all = allReadings(claims, source, read);
    return new ClaimError(error.message, error.span, toPaste(all.slice(0, mostShown), said));
  }
  const found = completed(source, error, read);
  const whole = found.length > 0 ? found : named(source, read);
  if (whole.length === 0) return withoutMark(source, error, read);
  return new ClaimError(
    error.message,
    error.span,
    toPaste(allReadings(whole, source, read).slice(0, mostShown)),
  );
};

/**
 * The error with its place in the typed text, and the claim that was probably meant where one
 * change makes it.
 */
export const repaired = (
  plain: string,
  error: ClaimError,
  back: (span: Span) => Span,
  isMend = false,
): ClaimError => {
  const at = back(error.span);
  const { suggestion } = error;
  if (suggestion !== null && suggestion.includes('|-') && normal(suggestion) !== null) {
    return new ClaimError(error.message, at, toPaste([suggestion]));
  }
  if (plain.length > longest) return new ClaimError(error.message, at, error.suggestion);
  const tokens = new Lexer(plain).read();
  const word = foreignCalls(tokens, plain)[0];
  const found = new Set<string>();
  const all = word ? word.texts : changesFor(plain, tokens, error);
  for (const { text, last } of all.slice(0, isMend ? mostOfMend : mostTries)) {
    const claim =
      normal(text) ??
      (isRepeated(error) ? again(text, error) : null) ??
      (word ? withCallsRead(text) : null);
    if (claim !== null) found.add(claim);
    if (found.size >= mostShown || (found.size > 0 && last)) break;
  }
  if (found.size === 0 && !isMend) {
    const claim = inTwoSteps(all, error);
    if (claim !== null) found.add(claim);
  }
  // E[..] without a random variable is not what was meant
  for (const claim of found)
    if (word && /\bE\[/.test(claim) && !claim.includes('~')) found.delete(claim);
  if (word)
    return new ClaimError(
      `${word.word} is not a word of this language`,
      back(word.span),
      found.size > 0 ? toPaste([...found].slice(0, 1), word.instead) : word.instead,
    );
  return new ClaimError(
    error.message,
    at,
    found.size > 0 ? toPaste([...found], error.suggestion) : error.suggestion,
  );
};
