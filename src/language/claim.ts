/** Parses the text of a claim into a typed claim. */
import { ClaimError, type Claim, type Declaration, type Formula } from './ast.ts';
import { Cursor } from './cursor.ts';
import { checkDims, declare } from './declare.ts';
import { elaborateLaw } from './elaborate-expectation.ts';
import { elaborateFormula, FreeIndexError } from './elaborate-formula.ts';
import { layout } from './layout.ts';
import { Lexer } from './lexer.ts';
import { parseClaimSyntax, whole, type ClaimSyntax } from './parse-claim.ts';
import { parseFormulaSyntax } from './parse-formula.ts';
import { Scope } from './scope.ts';
import { ShapeError } from './shape-error.ts';
import { Choices } from './spellings/choices.ts';
import { namesOfClaim } from './spellings/names-of-claim.ts';
import { spell } from './spellings/index.ts';
import { mend } from './suggest.ts';
import { claimText } from './text.ts';
import { reservedAs } from './names.ts';
import { childrenOf, type DeclarationSyntax, type Syntax } from './syntax.ts';
import { realForm } from './complex/real-form.ts';

/** The name in an exponent that is not a number, as k in `A^k` and `A^(k-1)`. */
const exponentName = (node: Syntax): Extract<Syntax, { kind: 'name' }> | null => {
  if (node.kind === 'name') return node;
  if (node.kind !== 'apply' || (node.operator !== 'add' && node.operator !== 'sub')) return null;
  const [a, b] = node.args;
  if (a?.kind === 'name' && b?.kind === 'number') return a;
  return node.operator === 'add' && a?.kind === 'number' && b?.kind === 'name' ? b : null;
};

/**
 * A name that stands in an exponent and is declared nowhere is a positive whole number, as every
 * dimension is.
 */
const addExponents = (node: Syntax, scope: Scope, bound: ReadonlySet<string>): void => {
  const [, exponent] = node.kind === 'apply' && node.operator === 'pow' ? node.args : [];
  const name = exponent && exponentName(exponent);
  if (
    name &&
    name.name !== 'T' &&
    !bound.has(name.name) &&
    !scope.variable(name.name) &&
    reservedAs(name.name) === null
  )
    scope.addDim(name.name, name.span);
  const place = node.kind === 'call' && node.name === 'lambda' ? node.index?.name : null;
  if (
    node.kind === 'call' &&
    place &&
    !bound.has(place) &&
    !scope.variable(place) &&
    reservedAs(place) === null
  )
    scope.addDim(place, node.indexSpan);
  const index =
    node.kind === 'each' || node.kind === 'product'
      ? node.range.index
      : node.kind === 'reduce'
        ? node.index
        : null;
  const names =
    node.kind === 'quantifier'
      ? node.groups.flatMap((g) => g.names.map((n) => n.name))
      : index === null
        ? []
        : [index];
  const inner = names.length === 0 ? bound : new Set([...bound, ...names]);
  for (const child of childrenOf(node)) addExponents(child, scope, inner);
};

const typed = (source: string, syntax: ClaimSyntax): Claim => {
  const scope = new Scope();
  if (syntaxes(syntax).some(speaksOfComplex)) scope.readComplex();
  const declared = syntax.declarations.map((d) => ({
    law: d.law,
    declarations: declare(d, scope),
  }));
  for (const d of syntax.declarations) checkDims(d, scope);
  for (const node of [...syntax.hypotheses, syntax.conclusion])
    addExponents(node, scope, new Set());
  const random = declared.flatMap(({ law, declarations: all }) =>
    law ? all.map((d) => elaborateLaw(d, law, scope)) : [],
  );
  random.forEach((r) => scope.addLaw(r));
  const declarations = declared.flatMap(({ law, declarations: all }) => (law ? [] : all));
  const hypotheses = syntax.hypotheses.map((h) => elaborateFormula(h, scope));
  const conclusion = elaborateFormula(syntax.conclusion, scope, true);
  const claim = {
    source,
    dims: [...scope.dims],
    dimFamilies: [...scope.dimFamilies.values()],
    declarations,
    random,
    hypotheses,
    conclusion,
  };
  return scope.complex ? realForm(claim) : claim;
};

const syntaxes = ({ declarations, hypotheses, conclusion }: ClaimSyntax) =>
  [declarations, hypotheses, [conclusion]].flat();

/** Is anything declared complex, at the head or behind forall and exists? */
const speaksOfComplex = (node: DeclarationSyntax | Syntax): boolean => {
  if ('complex' in node) return node.complex;
  if (node.kind === 'quantifier' && node.groups.some(speaksOfComplex)) return true;
  return childrenOf(node).some(speaksOfComplex);
};

const normalised = (text: string): string | null => {
  try {
    return claimText(typed(text, parseClaimSyntax(text)));
  } catch (error) {
    if (error instanceof ClaimError) return null;
    throw error;
  }
};

/**
 * A hypothesis about an index that nothing binds is about every value of it, or about the one of
 * the conclusion.
 */
const readings = (source: string, syntax: ClaimSyntax, error: FreeIndexError): ClaimError => {
  if (error.side !== null) {
    const { at: side, binders } = error.side;
    const whole = syntax.conclusion.span;
    const there = `(${binders}${source.slice(side.start, side.end)})`;
    const inside = source.slice(0, side.start) + there + source.slice(side.end);
    const around =
      `${source.slice(0, whole.start)}${binders}(${source.slice(whole.start, whole.end)})` +
      source.slice(whole.end);
    return new ClaimError(error.message, error.span, `write "${inside}" or "${around}"`);
  }
  const at = syntax.hypotheses.find(
    ({ span }) => span.start <= error.span.start && error.span.end <= span.end,
  )?.span;
  if (!at) return error;
  const [before, said, after] = [
    source.slice(0, at.start),
    source.slice(at.start, at.end),
    source.slice(at.end),
  ];
  const { start, end } = syntax.conclusion.span;
  const conclusion = source.slice(start, end);
  const every = `${before}forall ${error.range}. ${said}${after}`;
  const one = `${before.replace(/;\s*$/, '')} |- forall ${error.range}. (${said}) => (${conclusion})`;
  return new ClaimError(error.message, error.span, `write "${every}" or "${one}"`);
};

/**
 * Reads and type-checks a claim in the plain language. Throws `ClaimError` with the place in the
 * text and, where one transposition or one index shift mends the claim, the mended text.
 */
export const parsePlainClaim = (source: string): Claim => {
  const syntax = parseClaimSyntax(source);
  try {
    return typed(source, syntax);
  } catch (error) {
    if (error instanceof FreeIndexError) throw readings(source, syntax, error);
    if (!(error instanceof ShapeError)) throw error;
    throw new ClaimError(
      error.message,
      error.span,
      mend(source, syntax, error.span, normalised) ?? error.suggestion,
    );
  }
};

/** The scope of a claim's own declarations. A proof or a query may not bring in new dimensions. */
export const scopeOf = (claim: Claim, extra: readonly Declaration[] = []): Scope => {
  const scope = new Scope(null, true);
  for (const dim of claim.dims) scope.addDim(dim, { start: 0, end: 0 });
  for (const f of claim.dimFamilies) scope.dimFamilies.set(f.name, f);
  const closed = new Scope(scope, false);
  for (const d of [...claim.declarations, ...extra]) closed.addVariable(d, d.span);
  for (const r of claim.random) {
    closed.addVariable(r.declaration, r.declaration.span, true);
    closed.addLaw(r);
  }
  return closed;
};

/** Names of a claim that the grammar must know. */
export const namesOf = (
  declarations: readonly Declaration[],
): { readonly functions: Set<string>; readonly declared: Set<string> } => ({
  functions: new Set(declarations.filter((d) => d.type.kind !== 'tensor').map((d) => d.name)),
  declared: new Set(declarations.map((d) => d.name)),
});

/** Reads one formula under a claim's declarations and further ones. Spans point into `text`. */
export const parseFormula = (
  text: string,
  claim: Claim,
  extraDeclarations: readonly Declaration[] = [],
): Formula => {
  const all = [
    ...claim.declarations,
    ...claim.random.map((r) => r.declaration),
    ...extraDeclarations,
  ];
  const tokens = layout(
    spell(new Lexer(text).read(), new Choices(), namesOfClaim(claim, all)).tokens,
  );
  const { functions, declared } = namesOf(all);
  const end = tokens.length - 1;
  const to = tokens[end - 1]?.kind === 'separator' ? end - 1 : end;
  const syntax = whole(new Cursor(tokens, 0, to, functions, declared), parseFormulaSyntax);
  return elaborateFormula(syntax, scopeOf(claim, extraDeclarations));
};
