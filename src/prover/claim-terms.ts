/** The terms of a claim that facts are tried at, each as the claim writes it. */
import type { Claim, Expr } from '../language/ast.ts';
import { exprText } from '../language/index.ts';
import { permute } from '../kernel/graph.ts';
import { KernelError } from '../kernel/seal.ts';
import type { Term } from '../kernel/term.ts';
import { lower } from './lowering/lower.ts';
import { NotLowerable, type Scope } from './lowering/scope.ts';

export interface Named {
  readonly text: string;
  readonly term: Term;
  /** `I`, `0` or `ones`: most facts say nothing there. */
  readonly isConstant: boolean;
}

const most = 14;

/** A type has a shape too, but no place of its own. */
const isExpr = (node: object): node is Expr => 'kind' in node && 'shape' in node && 'span' in node;

/** The expressions of the conclusion, then those of the hypotheses, each once. */
function expressionsOf(claim: Claim): readonly Expr[] {
  const found = new Map<string, Expr>();
  const visit = (x: unknown): void => {
    if (typeof x !== 'object' || x === null) return;
    Object.values(x).forEach(visit);
    if (!isExpr(x) || x.kind === 'number') return;
    const text = exprText(x);
    if (!found.has(text)) found.set(text, x);
  };
  visit(claim.conclusion);
  visit(claim.hypotheses);
  return [...found.values()];
}

function named(e: Expr, scope: Scope): Named | null {
  try {
    const term = lower(e, { ...scope, conditions: [] });
    return { text: exprText(e), term, isConstant: e.kind === 'constant' };
  } catch (error) {
    // what stands under a binder, or has no meaning in the kernel, is not tried
    if (error instanceof NotLowerable || error instanceof KernelError) return null;
    throw error;
  }
}

/** A matrix with a name is tried as its transpose too. */
const transposed = ({ text, term }: Named): readonly Named[] =>
  /^\w+$/.test(text) && term.shape.length === 2
    ? [{ text: `${text}'`, term: permute(term, [1, 0]), isConstant: false }]
    : [];

/** Small ones first. */
export function termsOfClaim(claim: Claim, scope: Scope): readonly Named[] {
  const all = expressionsOf(claim).flatMap((e) => named(e, scope) ?? []);
  const found = new Map(
    [...all, ...all.filter((t) => !t.isConstant).flatMap(transposed)].map((t) => [t.text, t]),
  );
  return [...found.values()].sort((a, b) => a.text.length - b.text.length).slice(0, most);
}
