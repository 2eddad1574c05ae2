/**
 * Calls of words that are usual elsewhere: their place, what to write, and the text with the call
 * rewritten.
 */
import type { Span } from '../ast.ts';
import { builtinActivations, isCalledOperator } from '../names.ts';
import type { Change } from './near-changes.ts';
import { declaredNames } from '../spellings/declared-names.ts';
import { foreignWords } from '../spellings/foreign-words.ts';
import { closes, isSign, opens, partners } from '../spellings/piece.ts';
import { TypeReader } from '../spellings/types.ts';
import type { Token } from '../token.ts';

export interface ForeignCall {
  readonly word: string;
  readonly span: Span;
  readonly instead: string;
  readonly texts: readonly Change[];
}

/** The texts of the arguments between two places. */
const argumentsOf = (
  tokens: readonly Token[],
  from: number,
  to: number,
  text: string,
): readonly string[] => {
  const args: string[] = [];
  let depth = 0;
  let start = from;
  for (let i = from; i <= to; i++) {
    const token = tokens[i] as Token;
    if (opens(token)) depth++;
    else if (closes(token) && i < to) depth--;
    if (i < to && !(depth === 0 && isSign(token, ','))) continue;
    if (i > start)
      args.push(text.slice((tokens[start] as Token).start, (tokens[i - 1] as Token).end));
    start = i + 1;
  }
  return args;
};

export const foreignCalls = (tokens: readonly Token[], text: string): readonly ForeignCall[] => {
  const names = declaredNames(new TypeReader(tokens).read());
  const partner = partners(tokens);
  return tokens.flatMap((token, i) => {
    const [word = ''] = foreignWords.has(token.text) ? [token.text] : token.text.split('_');
    const foreign = token.kind === 'name' ? foreignWords.get(word) : undefined;
    if (!foreign || names.kinds.has(token.text) || names.dims.has(token.text)) return [];
    if (names.kinds.has(word) || isCalledOperator(word) || builtinActivations.has(word)) return [];
    const close = partner.get(i + 1);
    if (close === undefined || !isSign(tokens[i + 1], '(')) return [];
    const args = argumentsOf(tokens, i + 2, close, text);
    const end = (tokens[close] as Token).end;
    const texts = foreign.forms
      .filter((form) => (form.includes('$2') ? args.length === 2 : args.length === 1))
      .map((form) => {
        const filled = (slot: string, arg = ''): string =>
          /^\w+$/.test(arg) || form.includes(`(${slot})`) ? arg : `(${arg})`;
        const call = form
          .replaceAll('$1', filled('$1', args[0]))
          .replaceAll('$2', filled('$2', args[1]));
        return { text: text.slice(0, token.start) + call + text.slice(end), last: true };
      });
    return [
      { word, span: { start: token.start, end: token.end }, instead: foreign.instead, texts },
    ];
  });
};
