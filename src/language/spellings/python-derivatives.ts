/**
 * Derivatives as Python's packages write them: `jax.grad(lambda w: f)(w)`, `torch.autograd.grad(f,
 * w)`, `jax.jacobian(jnp.tanh)(x)`.
 */
import { ClaimError } from '../ast.ts';
import { bracketEnd } from './operands.ts';
import { builtinActivations, isCalledOperator } from '../names.ts';
import { closes, isName, isSign, opens, piece } from './piece.ts';
import type { Piece } from './piece.ts';

const words: ReadonlyMap<string, string> = new Map([
  ['grad', 'grad'],
  ['gradient', 'grad'],
  ['jacobian', 'jac'],
  ['jacfwd', 'jac'],
  ['jacrev', 'jac'],
  ['hessian', 'hess'],
]);

/** What is differentiated, by what, and the place behind it all. */
interface Derived {
  readonly variable: Piece;
  readonly body: readonly Piece[];
  readonly end: number;
}

const putFor = (body: readonly Piece[], from: Piece, to: Piece): readonly Piece[] =>
  body.map((t) => (t.kind === 'name' && t.text === from.text ? { ...t, text: to.text } : t));

/** One name in brackets, as `(w)` behind `jax.grad(f)`. */
const pointAt = (tokens: readonly Piece[], at: number): Piece | null => {
  const [point] = tokens.slice(at + 1);
  return isSign(tokens[at], '(') && point?.kind === 'name' && isSign(tokens[at + 2], ')')
    ? point
    : null;
};

/** The first comma between the arguments of the bracket at `open`; -1 where there is none. */
const commaIn = (tokens: readonly Piece[], open: number, end: number): number => {
  let depth = 0;
  for (let i = open + 1; i < end - 1; i++) {
    if (opens(tokens[i])) depth++;
    else if (closes(tokens[i])) depth--;
    else if (depth === 0 && isSign(tokens[i], ',')) return i;
  }
  return -1;
};

/** `grad(lambda w: e)(w)`, `hessian(lambda w: e, w)`. */
const ofLambda = (tokens: readonly Piece[], at: number): Derived | null => {
  const variable = tokens[at + 3];
  if (!isName(tokens[at + 2], 'lambda') || variable?.kind !== 'name') return null;
  if (!isSign(tokens[at + 4], ':')) return null;
  const end = bracketEnd(tokens, at + 1);
  const comma = commaIn(tokens, at + 1, end);
  const behind = comma < 0 ? pointAt(tokens, end) : null;
  const inside = comma >= 0 && comma === end - 3 ? (tokens[comma + 1] ?? null) : null;
  const point = behind ?? inside;
  const body = tokens.slice(at + 5, comma < 0 ? end - 1 : comma);
  const isFree = point?.text === variable.text || !body.some((t) => t.text === point?.text);
  if (point?.kind !== 'name' || !isFree)
    throw new ClaimError(
      `the derivative is taken by ${variable.text} and at another point`,
      tokens[at] as Piece,
      `write grad[${variable.text}](..), or declare a function f and write grad(f)(u)`,
    );
  return { variable: point, body: putFor(body, variable, point), end: behind ? end + 3 : end };
};

/** `jax.jacobian(jnp.tanh)(x)`: of a function that is built in. */
const ofBuiltIn = (tokens: readonly Piece[], at: number): Derived | null => {
  const end = bracketEnd(tokens, at + 1);
  const word = tokens[end - 2];
  const point = pointAt(tokens, end);
  if (!point || word?.kind !== 'name' || !isBuiltIn(word.text)) return null;
  const inner = tokens.slice(at + 2, end - 1);
  if (inner.some((t, i) => t.kind !== 'name' && !(isSign(t, '.') && i % 2 === 1))) return null;
  const body = [...inner, piece(word, 'sign', '('), point, piece(word, 'sign', ')')];
  return { variable: point, body, end: end + 3 };
};

/** `torch.autograd.grad(e, w)`: by a name behind the comma. */
const ofPair = (tokens: readonly Piece[], at: number): Derived | null => {
  const end = bracketEnd(tokens, at + 1);
  const comma = commaIn(tokens, at + 1, end);
  const variable = tokens[comma + 1];
  if (comma < 0 || end !== comma + 3 || variable?.kind !== 'name') return null;
  const first = isSign(tokens[end], '[') && tokens[end + 1]?.text === '0' ? end + 3 : end;
  const body = tokens.slice(at + 2, comma);
  return body.length > 1 ? { variable, body, end: first } : null;
};

const isBuiltIn = (text: string): boolean =>
  isCalledOperator(text) ||
  builtinActivations.has(text) ||
  /^(?:logsumexp|log_softmax)$/.test(text);

/** `vmap(grad(f))(x)` is f' of each entry: the tokens of `f'(x)`, and the place behind them. */
const slopeAt = (tokens: readonly Piece[], at: number): readonly [Piece[], number] | null => {
  if (!isName(tokens[at], 'vmap') || !isSign(tokens[at + 1], '(')) return null;
  const end = bracketEnd(tokens, at + 1);
  const open = tokens.findIndex((t, i) => i > at && isName(t, 'grad')) + 1;
  const word = tokens[end - 3];
  if (open === 0 || open >= end || bracketEnd(tokens, open) !== end - 1) return null;
  if (word?.kind !== 'name' || !isSign(tokens[end], '(')) return null;
  return [[{ ...word, spaced: true, opens: false }, piece(word, 'sign', "'")], end];
};

/** Derivatives as Python's packages write them. */
export const readLambdas = (typed: readonly Piece[]): readonly Piece[] => {
  const mapped = typed.findIndex((_, i) => slopeAt(typed, i) !== null);
  const slope = mapped < 0 ? null : slopeAt(typed, mapped);
  let start = mapped;
  while (isSign(typed[start - 1], '.') && typed[start - 2]?.kind === 'name') start -= 2;
  const tokens = slope ? [...typed.slice(0, start), ...slope[0], ...typed.slice(slope[1])] : typed;
  for (let at = 0; at < tokens.length; at++) {
    const word = tokens[at] as Piece;
    const ours = word.kind === 'name' ? words.get(word.text) : undefined;
    if (ours === undefined || !isSign(tokens[at + 1], '(')) continue;
    const found = ofLambda(tokens, at) ?? ofBuiltIn(tokens, at) ?? ofPair(tokens, at);
    if (found === null) continue;
    let start = at;
    while (isSign(tokens[start - 1], '.') && tokens[start - 2]?.kind === 'name') start -= 2;
    const first = tokens[start] as Piece;
    return [
      ...tokens.slice(0, start),
      { ...word, text: ours, opens: first.opens, spaced: first.spaced },
      piece(word, 'sign', '['),
      { ...found.variable, spaced: false, opens: false },
      piece(word, 'sign', ']'),
      piece(word, 'sign', '('),
      ...readLambdas(found.body),
      piece(word, 'sign', ')'),
      ...readLambdas(tokens.slice(found.end)),
    ];
  }
  return tokens;
};
