/**
 * Modules of PyTorch that are called with their settings and then with a tensor:
 * `nn.LayerNorm(d)(x)`, `nn.Softmax(dim=-1)(x)`.
 */
import { bracketEnd } from './operands.ts';
import { isSign, name } from './piece.ts';
import type { Piece } from './piece.ts';

const modules: ReadonlyMap<string, string> = new Map([
  ['LayerNorm', 'LayerNorm'],
  ['RMSNorm', 'RMSNorm'],
  ['Softmax', 'softmax'],
  ['LogSoftmax', 'log_softmax'],
  ['ReLU', 'relu'],
  ['Sigmoid', 'sigmoid'],
  ['Tanh', 'tanh'],
  ['GELU', 'gelu'],
  ['SiLU', 'silu'],
  ['Softplus', 'softplus'],
  ['MSELoss', 'mse_loss'],
  ['CrossEntropyLoss', 'cross_entropy'],
]);

/** The settings are left out; those that would change the function are not among the defaults. */
export const readModules = (tokens: readonly Piece[]): readonly Piece[] => {
  const out: Piece[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Piece;
    const ours = token.kind === 'name' ? modules.get(token.text) : undefined;
    const end = ours !== undefined && isSign(tokens[at + 1], '(') ? bracketEnd(tokens, at + 1) : -1;
    const settings = end < 0 ? [] : tokens.slice(at + 2, end - 1);
    const isPlain = settings.length <= 1 || /^dim=-?1$/.test(settings.map((t) => t.text).join(''));
    if (end < 0 || !isSign(tokens[end], '(') || !isPlain) out.push(token);
    else {
      out.push({ ...name(token, ours as string) });
      at = end - 1;
    }
  }
  return out;
};
