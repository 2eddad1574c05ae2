import { ClaimError, type Claim, type Declaration, type Formula } from './ast.ts';
import { Cursor } from './cursor.ts';
import { declare } from './declare.ts';
import { elaborateLaw } from './elaborate-expectation.ts';
import { elaborateFormula } from './elaborate-formula.ts';
import { layout } from './layout.ts';
import { Lexer } from './lexer.ts';
import { parseClaimSyntax, whole, type ClaimSyntax } from './parse-claim.ts';
import { parseFormulaSyntax } from './parse-formula.ts';
import { Scope } from './scope.ts';
import { ShapeError } from './shape-error.ts';
import { mend } from './suggest.ts';
import { claimText } from './text.ts';

const typed = (source: string, syntax: ClaimSyntax): Claim => {
  const scope = new Scope();
  const declared = syntax.declarations.map((d) => ({ law: d.law, declarations: declare(d, scope) }));
  const random = declared.flatMap(({ law, declarations: all }) => (law ? all.map((d) => elaborateLaw(d, law, scope)) : []));
  random.forEach((r) => scope.addLaw(r));
  const declarations = declared.flatMap(({ law, declarations: all }) => (law ? [] : all));
  const hypotheses = syntax.hypotheses.map((h) => elaborateFormula(h, scope));
  const conclusion = elaborateFormula(syntax.conclusion, scope);
  return { source, dims: [...scope.dims], declarations, random, hypotheses, conclusion };
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
 * Reads and type-checks a claim. Throws `ClaimError` with the place in the text and, where one transposition or one
 * index shift mends the claim, the mended text.
 */
export const parseClaim = (source: string): Claim => {
  const syntax = parseClaimSyntax(source);
  try {
    return typed(source, syntax);
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    throw new ClaimError(error.message, error.span, mend(source, syntax, error.span, normalised) ?? error.suggestion);
  }
};

/** The scope of a claim's own declarations. A proof or a query may not bring in new dimensions. */
export const scopeOf = (claim: Claim, extra: readonly Declaration[] = []): Scope => {
  const scope = new Scope(null, true);
  for (const dim of claim.dims) scope.addDim(dim, { start: 0, end: 0 });
  const closed = new Scope(scope, false);
  for (const d of [...claim.declarations, ...extra]) closed.addVariable(d, d.span);
  for (const r of claim.random) {
    closed.addVariable(r.declaration, r.declaration.span, true);
    closed.addLaw(r);
  }
  return closed;
};

/** Names of a claim that the grammar must know. */
export const namesOf = (declarations: readonly Declaration[]): { readonly functions: Set<string>; readonly declared: Set<string> } => ({
  functions: new Set(declarations.filter((d) => d.type.kind !== 'tensor').map((d) => d.name)),
  declared: new Set(declarations.map((d) => d.name)),
});

/** Reads one formula under a claim's declarations and further ones. Spans point into `text`. */
export const parseFormula = (text: string, claim: Claim, extraDeclarations: readonly Declaration[] = []): Formula => {
  const tokens = layout(new Lexer(text).read());
  const { functions, declared } = namesOf([...claim.declarations, ...claim.random.map((r) => r.declaration), ...extraDeclarations]);
  const end = tokens.length - 1;
  const to = tokens[end - 1]?.kind === 'separator' ? end - 1 : end;
  const syntax = whole(new Cursor(tokens, 0, to, functions, declared), parseFormulaSyntax);
  return elaborateFormula(syntax, scopeOf(claim, extraDeclarations));
};
