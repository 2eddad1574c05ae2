/**
 * Where an operand begins or ends in a row of tokens: an atom, a factor with its exponents, a whole
 * product.
 */
import { builtinActivations, isCalledOperator, keywords } from '../names.ts';
import { relationSigns } from '../token.ts';
import type { Token } from '../token.ts';
import type { Context } from './context.ts';
import { closes, isSign, opens } from './piece.ts';

/** Signs that reach over the whole product behind them. */
const bigSigns = /^[∇∑∏∂]$|^\\(nabla|sum|prod|partial|derivative)$/;

const isBuiltIn = (text: string): boolean => isCalledOperator(text) || builtinActivations.has(text);

/** Whether an operand may end with this token. */
export const endsOperand = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.kind === 'number' ||
    (token.kind === 'name' && !keywords.has(token.text)) ||
    closes(token) ||
    isSign(token, "'"));

/** Whether an operand may begin with this token. */
export const startsOperand = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.kind === 'number' ||
    (token.kind === 'name' && !keywords.has(token.text) && token.text !== 'kron') ||
    isSign(token, '(') ||
    isSign(token, '|') ||
    isSign(token, '‖') ||
    (token.kind === 'foreign' && (bigSigns.test(token.text) || token.text === '√')));

/** The place behind the last token that is something. */
const lastPlace = (tokens: readonly Token[]): number =>
  tokens.at(-1)?.kind === 'end' ? tokens.length - 1 : tokens.length;

/** The place behind the bracket that closes the one at `at`. */
export const bracketEnd = (tokens: readonly Token[], at: number): number => {
  let depth = 0;
  for (let i = at; i < tokens.length; i++) {
    if (opens(tokens[i])) depth++;
    else if (closes(tokens[i]) && --depth === 0) return i + 1;
  }
  return lastPlace(tokens);
};

const barEnd = (tokens: readonly Token[], at: number): number => {
  const { text } = tokens[at] as Token;
  for (let i = at + 1; i < tokens.length; ) {
    if (opens(tokens[i])) i = bracketEnd(tokens, i);
    else if (isSign(tokens[i], text)) return i + 1;
    else i++;
  }
  return lastPlace(tokens);
};

/** A root, or a built-in function without brackets before its operand. */
const isPrefix = (tokens: readonly Token[], at: number): boolean => {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token?.kind === 'foreign') return token.text === '√';
  return (
    token?.kind === 'name' && isBuiltIn(token.text) && startsOperand(next) && !isSign(next, '(')
  );
};

/**
 * The place behind the atom at `at`: a name with its index and arguments, a number, brackets, bars.
 */
const atomEnd = (tokens: readonly Token[], from: number, context: Context): number => {
  let at = from;
  while (isPrefix(tokens, at)) at++;
  const token = tokens[at];
  if (token === undefined || token.kind === 'end') return at;
  if (isSign(token, '(') || isSign(token, '[')) return bracketEnd(tokens, at);
  if (isSign(token, '|') || isSign(token, '‖')) return barEnd(tokens, at);
  if (token.kind === 'foreign' && bigSigns.test(token.text)) return termEnd(tokens, at + 1);
  if (token.kind !== 'name') return at + 1;
  let end = at + 1;
  const tensor =
    context.names.kinds.has(token.text) && context.names.kinds.get(token.text) !== 'function';
  if (isSign(tokens[end], '[') && !(tokens[end] as Token).spaced) end = bracketEnd(tokens, end);
  if (tensor) return end;
  let primed = end;
  while (isSign(tokens[primed], "'")) primed++;
  if (isSign(tokens[primed], '(')) end = bracketEnd(tokens, primed);
  // grad(f)(x)
  if (/^(grad|jac|hess)$/.test(token.text) && isSign(tokens[end], '('))
    end = bracketEnd(tokens, end);
  return end;
};

/** The place behind the factor at `at`, its transposes and powers included. */
export const factorEnd = (tokens: readonly Token[], at: number, context: Context): number => {
  let end = isSign(tokens[at], '-') ? at + 1 : at;
  end = atomEnd(tokens, end, context);
  for (;;) {
    if (isSign(tokens[end], "'")) end++;
    else if (isSign(tokens[end], '^')) {
      end++;
      if (isSign(tokens[end], '-')) end++;
      end = isSign(tokens[end], '(') ? bracketEnd(tokens, end) : end + 1;
    } else return Math.min(end, lastPlace(tokens));
  }
};

const ends = new Set([...relationSigns, '+', '=>', '<=>', '->', ',', ';', ')', ']', ':']);

/**
 * The place behind the product that begins at `at`: up to a sum, a relation, or the end of the
 * brackets.
 */
export const termEnd = (tokens: readonly Token[], at: number): number => {
  for (let i = at; i < tokens.length; ) {
    const token = tokens[i] as Token;
    if (opens(token)) {
      i = bracketEnd(tokens, i);
      continue;
    }
    if (token.kind === 'end' || token.kind === 'turnstile' || token.kind === 'separator') return i;
    if (token.kind === 'by' || (token.opens && i > at && endsOperand(tokens[i - 1]))) return i;
    // a sum between bars ends nothing
    const inBars = /^[-+]$/.test(token.text) && barIsOpen(tokens, at, i);
    if (token.kind === 'sign' && ends.has(token.text) && !inBars) return i;
    if (isSign(token, '-') && i > at && endsOperand(tokens[i - 1]) && !inBars) return i;
    if (isSign(token, '|') && i > at && !token.spaced && endsOperand(tokens[i - 1])) {
      if (!barIsOpen(tokens, at, i)) return i;
    }
    if (token.kind === 'name' && keywords.has(token.text)) return i;
    i++;
  }
  return lastPlace(tokens);
};

/** Whether an odd number of bars stands between the two places: then the next one closes. */
const barIsOpen = (tokens: readonly Token[], from: number, to: number): boolean => {
  let count = 0;
  for (let i = from; i < to; i++) if (isSign(tokens[i], '|')) count++;
  return count % 2 === 1;
};

/** The place where the operand that ends with the last token begins. */
export const operandStart = (tokens: readonly Token[], context: Context): number => {
  let at = tokens.length - 1;
  while (at > 0 && isSign(tokens[at], "'")) at--;
  if (closes(tokens[at])) {
    let depth = 0;
    for (; at >= 0; at--) {
      if (closes(tokens[at])) depth++;
      else if (opens(tokens[at]) && --depth === 0) break;
    }
    at = Math.max(0, at);
    for (let before = tokens[at - 1]; at > 0; before = tokens[at - 1]) {
      const open = tokens[at] as Token;
      if (
        before?.kind === 'name' &&
        !keywords.has(before.text) &&
        (isSign(open, '[') || !open.spaced)
      ) {
        const kind = context.names.kinds.get(before.text);
        if (isSign(open, '[') || kind === undefined || kind === 'function') return at - 1;
        return at;
      }
      if (closes(before) && !open.spaced) {
        at = operandStart(tokens.slice(0, at), context);
        return at;
      }
      return at;
    }
  }
  if (isSign(tokens[at - 1], '^') && at >= 2) return operandStart(tokens.slice(0, at - 1), context);
  return Math.max(0, at);
};
