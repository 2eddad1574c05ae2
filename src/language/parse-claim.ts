/** Parses a claim into declarations, hypotheses and conclusion. */
import { ClaimError } from './ast.ts';
import { Cursor } from './cursor.ts';
import { layout } from './layout.ts';
import { Lexer } from './lexer.ts';
import { limits } from './limits.ts';
import { parseDeclaration, startsDeclaration } from './parse-declaration.ts';
import { parseFormulaSyntax } from './parse-formula.ts';
import type { DeclarationSyntax, Syntax } from './syntax.ts';
import type { Token } from './token.ts';

/** The message about a text without a turnstile. */
export const noMark = 'no sign |- says what is given and what is claimed';

export interface ClaimSyntax {
  readonly declarations: readonly DeclarationSyntax[];
  readonly hypotheses: readonly Syntax[];
  readonly conclusion: Syntax;
}

/** A run of tokens, end excluded. */
type Item = readonly [from: number, to: number];

const itemsOf = (tokens: readonly Token[], from: number, to: number): readonly Item[] => {
  const items: Item[] = [];
  let start = from;
  for (let i = from; i <= to; i++) {
    if (i < to && tokens[i]?.kind !== 'separator') continue;
    if (i > start) items.push([start, i]);
    start = i + 1;
  }
  return items;
};

/** Reads the whole of an item, refusing what is left over. */
export const whole = <T>(c: Cursor, read: (c: Cursor) => T): T => {
  const result = read(c);
  if (!c.done) {
    if (c.token.kind === 'turnstile')
      throw new ClaimError('write the turnstile |- once, outside all brackets', c.token);
    if (c.is(')') || c.is(']'))
      throw new ClaimError(
        `‘${c.token.text}’ closes nothing`,
        c.token,
        'take it out, or open the bracket before',
      );
    if (c.is('|') && c.is('-', 1))
      throw c.expected(
        'an operator, a relation or the end of the item',
        'put spaces on both sides of the turnstile |-',
      );
    throw c.expected('an operator, a relation or the end of the item');
  }
  return result;
};

/** Registers the names of a declaration: the grammar must know which are functions. */
export const announce = (
  declaration: DeclarationSyntax,
  functions: Set<string>,
  declared: Set<string>,
): void => {
  for (const { name } of declaration.names) {
    declared.add(name);
    if (declaration.type.kind !== 'tensor') functions.add(name);
  }
};

const conclusionItem = (tokens: readonly Token[], turnstile: number, end: number): Item => {
  const [first, second] = itemsOf(tokens, turnstile + 1, end);
  if (!first) {
    const at = tokens[turnstile] as Token;
    throw new ClaimError(
      'there is no conclusion after |-',
      at,
      'write what is claimed after the turnstile',
    );
  }
  const extra = second && tokens[second[0]];
  if (extra)
    throw new ClaimError(
      'one conclusion only stands after |-',
      extra,
      'join the formulas with and',
    );
  return first;
};

export const parseClaimSyntax = (source: string): ClaimSyntax => {
  const tokens = layout(new Lexer(source).read(), { of: 'claim', source });
  const end = tokens.length - 1;
  if (end <= 0)
    throw new ClaimError(
      'the claim is empty',
      { start: 0, end: source.length },
      'write a claim, as in ‘A: m×n; B: n×m |- tr(A B) = tr(B A)’',
    );
  const turnstile = tokens.findIndex((t) => t.kind === 'turnstile');
  const items = itemsOf(tokens, 0, turnstile < 0 ? end : turnstile);
  const functions = new Set<string>();
  const declared = new Set<string>();
  const declarations: { syntax: DeclarationSyntax; item: Item }[] = [];
  const formulas: Item[] = [];
  for (const item of items) {
    const c = new Cursor(tokens, ...item, functions, declared);
    if (startsDeclaration(c)) {
      const declaration = whole(c, parseDeclaration);
      announce(declaration, functions, declared);
      declarations.push({ syntax: declaration, item });
      if (declared.size > limits.declarations)
        throw new ClaimError(
          `a claim may declare ${limits.declarations} names at most`,
          declaration.span,
        );
    } else formulas.push(item);
  }
  // a law may mention names that are declared after it, and the grammar must know which of them are
  // functions
  const settled = declarations.map(({ syntax, item }) =>
    syntax.law ? whole(new Cursor(tokens, ...item, functions, declared), parseDeclaration) : syntax,
  );
  const read = (item: Item): Syntax =>
    whole(new Cursor(tokens, ...item, functions, declared), parseFormulaSyntax);
  const hypotheses = formulas.map(read);
  if (turnstile < 0) {
    const last = hypotheses.at(-1)?.span ??
      declarations.at(-1)?.syntax.span ?? { start: 0, end: source.length };
    throw new ClaimError(
      noMark,
      last,
      hypotheses.length > 0
        ? 'put |- in front of what is claimed'
        : 'write |- and a conclusion after the declarations',
    );
  }
  return {
    declarations: settled,
    hypotheses,
    conclusion: read(conclusionItem(tokens, turnstile, end)),
  };
};
