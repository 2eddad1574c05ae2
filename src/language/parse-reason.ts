/** Parses the reason after `by` in a proof. */
import { ClaimError, type Expr } from './ast.ts';
import { Cursor } from './cursor.ts';
import { elaborate } from './elaborate.ts';
import { Lexer } from './lexer.ts';
import { parseSum } from './parse-expression.ts';
import type { Reason } from './proof.ts';
import type { Scope } from './scope.ts';
import { settleExpr } from './settle-shapes.ts';
import type { Token } from './token.ts';
import { refuseFree, typingOf } from './typing.ts';
import { Unifier } from './unifier.ts';

export interface ProofNames {
  readonly scope: Scope;
  readonly functions: Set<string>;
  readonly declared: Set<string>;
}

const instantiations = (text: string, start: number, names: ProofNames): Reason['with'] => {
  // The text is read in place, so that spans point into the whole proof.
  const tokens = new Lexer(text)
    .read()
    .map((t) => ({ ...t, start: t.start + start, end: t.end + start }));
  const c = new Cursor(tokens, 0, tokens.length - 1, names.functions, names.declared);
  const found: { name: string; expr: Expr }[] = [];
  do {
    const name = c.name('a variable of the lemma, as in ‘with X := A B’');
    c.want(':=', 'and what stands in for it');
    const unifier = new Unifier();
    const typing = typingOf(names.scope, unifier);
    const expr = elaborate(parseSum(c), typing, null);
    refuseFree(typing);
    found.push({ name: name.text, expr: settleExpr(expr, unifier) });
  } while (c.take(','));
  if (!c.done) throw c.expected('a comma or the end of the line');
  return found;
};

/**
 * Reads a `by` token: `ring`, `hypothesis h`, `induction on L`, `dnfa/cancellation with X := A`.
 */
export const parseReason = (by: Token, names: ProofNames): Reason => {
  const raw = by.text;
  const offset = by.end - raw.length;
  const text = raw.trim();
  const span = { start: by.start, end: by.end };
  const split = /(^|\s)with(\s|$)/.exec(raw);
  const words = (split ? raw.slice(0, split.index) : raw)
    .trim()
    .split(/\s+/)
    .filter((w) => w !== '');
  const [name, ...rest] = words;
  if (name === undefined)
    throw new ClaimError(
      'there is no reason after by',
      span,
      'write a reason, as ring, hypothesis, definition or the id of a lemma',
    );
  const target = (rest[0] === 'on' || rest[0] === 'of' ? rest.slice(1) : rest).join(' ');
  const begin = split ? split.index + split[0].length : raw.length;
  return {
    name,
    target: target === '' ? null : target,
    with: split ? instantiations(raw.slice(begin), offset + begin, names) : [],
    text,
    span,
  };
};
