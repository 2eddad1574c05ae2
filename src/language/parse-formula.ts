/** Parses formulas: relations, connectives and quantifiers. */
import { ClaimError, type Relation } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseDeclaration, takeAttribute, unknownAttribute } from './parse-declaration.ts';
import { parseSum } from './parse-expression.ts';
import { parseRange } from './parse-index.ts';
import { joined, make, type DeclarationSyntax, type RangeSyntax, type Syntax } from './syntax.ts';
import { relationSigns, type Token } from './token.ts';

/** The relation sign at the cursor, taken; null where there is none. */
export const takeRelation = (c: Cursor): Relation | null => {
  const { kind, text } = c.token;
  const is = (kind === 'sign' && relationSigns.has(text)) || (kind === 'name' && text === 'in');
  if (!is) return null;
  c.next();
  if (text === '=' && c.is('='))
    throw new ClaimError('equality is written with one sign', c.token, 'write = for ==');
  return text as Relation;
};

const parseRelation = (c: Cursor): Syntax => {
  const first = parseSum(c);
  if (c.take('is')) {
    const found = takeAttribute(c);
    if (!found) throw unknownAttribute(c);
    const said = (one: NonNullable<typeof found>): Syntax =>
      make(
        { kind: 'is', attribute: one.attribute, adjoint: one.adjoint === true, args: [first] },
        joined(first.span, one.span),
      );
    let node = said(found);
    // A is symmetric invertible
    for (let more = takeAttribute(c); more; more = takeAttribute(c))
      node = logic('and', node, said(more));
    return node;
  }
  const args = [first];
  const relations: Relation[] = [];
  for (let relation = takeRelation(c); relation; relation = takeRelation(c)) {
    relations.push(relation);
    args.push(parseSum(c));
  }
  if (relations.length === 0) return first;
  return make({ kind: 'chain', relations, args }, { start: first.span.start, end: c.last.end });
};

type Binder = { readonly range: RangeSyntax } | { readonly groups: DeclarationSyntax[] };

/** `v: m, c: scalar positive` or `i in 1..N`; declared functions are known as such in the body. */
const parseBinders = (c: Cursor, which: 'forall' | 'exists'): readonly Binder[] => {
  const binders: Binder[] = [];
  do {
    const last = binders.at(-1);
    if (c.is('in', 1)) {
      if (which === 'exists')
        throw c.unsupported(
          'exists over an index',
          c.token,
          'write not (forall i in 1..N. not ..)',
        );
      binders.push({ range: parseRange(c) });
    } else {
      const group = parseDeclaration(c);
      if (last && 'groups' in last) last.groups.push(group);
      else binders.push({ groups: [group] });
    }
  } while (c.take(','));
  c.want('.', 'between the variables and the statement about them');
  return binders;
};

const parseQuantifier = (c: Cursor, word: Token, which: 'forall' | 'exists'): Syntax => {
  const binders = parseBinders(c, which);
  const added = { functions: [] as string[], declared: [] as string[] };
  for (const binder of binders) {
    if ('range' in binder) continue;
    for (const group of binder.groups) {
      for (const { name } of group.names) {
        if (!c.declared.has(name)) added.declared.push(name);
        c.declared.add(name);
        if (group.type.kind === 'tensor' || c.functions.has(name)) continue;
        added.functions.push(name);
        c.functions.add(name);
      }
    }
  }
  let node = c.inside(() => parseFormulaSyntax(c));
  for (const name of added.functions) c.functions.delete(name);
  for (const name of added.declared) c.declared.delete(name);
  const span = { start: word.start, end: node.span.end };
  for (const binder of binders.toReversed()) {
    node =
      'range' in binder
        ? make({ kind: 'each', range: binder.range, args: [node] }, span)
        : make({ kind: 'quantifier', which, groups: binder.groups, args: [node] }, span);
  }
  return node;
};

const parseNot = (c: Cursor): Syntax => {
  const word = c.token;
  if (c.take('not')) {
    const body = c.inside(() => parseNot(c));
    return make({ kind: 'not', args: [body] }, joined(word, body.span));
  }
  if (c.take('forall')) return parseQuantifier(c, word, 'forall');
  if (c.take('exists')) return parseQuantifier(c, word, 'exists');
  return parseRelation(c);
};

const logic = (which: 'and' | 'or' | 'implies' | 'iff', left: Syntax, right: Syntax): Syntax =>
  make({ kind: 'logic', which, args: [left, right] }, joined(left.span, right.span));

const parseAnd = (c: Cursor): Syntax => {
  let node = parseNot(c);
  while (c.take('and')) node = logic('and', node, parseNot(c));
  return node;
};

const parseOr = (c: Cursor): Syntax => {
  let node = parseAnd(c);
  while (c.take('or')) node = logic('or', node, parseAnd(c));
  return node;
};

const parseImplies = (c: Cursor): Syntax => {
  const left = parseOr(c);
  if (!c.take('=>')) return left;
  return logic(
    'implies',
    left,
    c.inside(() => parseImplies(c)),
  );
};

/**
 * A formula, or an expression where no relation follows. Weakest first: `<=>`, `=>`, `or`, `and`,
 * `not`, relations.
 */
export const parseFormulaSyntax = (c: Cursor): Syntax => {
  const left = parseImplies(c);
  if (!c.take('<=>')) return left;
  const node = logic('iff', left, parseImplies(c));
  if (c.is('<=>'))
    throw new ClaimError(
      'a row of <=> can be read in two ways',
      c.token,
      'put brackets around one of them',
    );
  return node;
};
