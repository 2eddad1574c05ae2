/** `jax.grad(lambda w: f)(w)` is the gradient of f by w. */
import { ClaimError } from '../ast.ts';
import { bracketEnd } from './operands.ts';
import { isName, isSign, piece } from './piece.ts';
import type { Piece } from './piece.ts';

const words: ReadonlyMap<string, string> = new Map([
  ['grad', 'grad'],
  ['gradient', 'grad'],
  ['jacobian', 'jac'],
  ['jacfwd', 'jac'],
  ['jacrev', 'jac'],
  ['hessian', 'hess'],
]);

export const readLambdas = (tokens: readonly Piece[]): readonly Piece[] => {
  const at = tokens.findIndex(
    (t, i) =>
      t.kind === 'name' &&
      words.has(t.text) &&
      isSign(tokens[i + 1], '(') &&
      isName(tokens[i + 2], 'lambda') &&
      tokens[i + 3]?.kind === 'name' &&
      isSign(tokens[i + 4], ':'),
  );
  if (at < 0) return tokens;
  const word = tokens[at] as Piece;
  const variable = tokens[at + 3] as Piece;
  const end = bracketEnd(tokens, at + 1);
  const point = tokens.slice(end + 1, bracketEnd(tokens, end) - 1);
  const ours = words.get(word.text);
  if (!isSign(tokens[end], '(') || point.length !== 1 || point[0]?.text !== variable.text)
    throw new ClaimError(
      `the derivative is taken by ${variable.text} and at another point`,
      word,
      `write ${ours}[${variable.text}](..), or declare a function f and write ${ours}(f)(u)`,
    );
  let start = at;
  while (isSign(tokens[start - 1], '.') && tokens[start - 2]?.kind === 'name') start -= 2;
  const first = tokens[start] as Piece;
  return [
    ...tokens.slice(0, start),
    { ...word, text: words.get(word.text) as string, opens: first.opens, spaced: first.spaced },
    piece(word, 'sign', '['),
    { ...variable, spaced: false, opens: false },
    piece(word, 'sign', ']'),
    piece(word, 'sign', '('),
    ...readLambdas(tokens.slice(at + 5, end - 1)),
    piece(word, 'sign', ')'),
    ...readLambdas(tokens.slice(bracketEnd(tokens, end))),
  ];
};
