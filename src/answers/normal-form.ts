/**
 * The kernel's normal form of the expression, back in the language: means are paired, traces and
 * products collected.
 */
import type { Claim, Expr } from '../language/ast.ts';
import { ClaimError } from '../language/ast.ts';
import { claimText, exprText, parseClaim } from '../language/index.ts';
import { KernelError } from '../kernel/seal.ts';
import { goalOf, NotLowerable } from '../prover/index.ts';
import { termText } from '../prover/derived/term-text.ts';
import { NoRule } from './target.ts';
import { resolved, type Declared } from './resolve.ts';

/**
 * None where the kernel has no meaning for the expression, or the form has no words in the
 * language.
 */
export function normalForm(claim: Claim, asked: Expr, declared: Declared): (Expr | string)[] {
  const text = lowered(claim);
  if (text === null) return [];
  const read = reread(claim, asked, text);
  if (read === null) return [];
  try {
    return [resolved(read, declared), text];
  } catch (error) {
    if (error instanceof NoRule) return [read, text];
    throw error;
  }
}

function lowered(claim: Claim): string | null {
  try {
    const { conclusion } = goalOf(claim);
    return conclusion.kind === 'equal' ? termText(conclusion.left) : null;
  } catch (error) {
    if (error instanceof NotLowerable || error instanceof KernelError) return null;
    throw error;
  }
}

/** The text as an expression of the claim; null where it is not one. */
function reread(claim: Claim, asked: Expr, text: string): Expr | null {
  const whole = claimText(claim);
  const at = whole.lastIndexOf('|-');
  try {
    const { conclusion } = parseClaim(`${whole.slice(0, at)}|- ${exprText(asked)} = ${text}`);
    if (conclusion.kind !== 'relation') return null;
    return conclusion.right.shape.join() === asked.shape.join() ? conclusion.right : null;
  } catch (error) {
    if (error instanceof ClaimError) return null;
    throw error;
  }
}
