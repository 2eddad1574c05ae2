/** Statements of a told proof, read as those of a written one with what was brought in before. */
import type { Claim, Declaration, Formula as Said } from '../../language/ast.ts';
import { ClaimError, formulaText, parseProof, type ProofStep } from '../../language/index.ts';
import type { Formula } from '../../kernel/formula.ts';
import type { Context } from '../known/context.ts';
import { lowerFormula } from '../lowering/lower-formula.ts';
import type { Scope } from '../lowering/scope.ts';
import { ProofError } from './proof-error.ts';
import type { Told } from './told.ts';

/** Where a line stands. */
export interface ToldState {
  readonly claim: Claim;
  readonly ctx: Context;
  readonly scope: Scope;
  /** What was brought in, as it is declared. */
  readonly declared: readonly string[];
  /** Names of what was taken: a statement about them does not leave its block. */
  readonly taken: readonly string[];
  /** What was supposed last. */
  readonly supposed: Formula | null;
  readonly patience: number;
}

export const failed = (line: number, what: string): ProofError =>
  new ProofError(`line ${line}: ${what}`, { start: 0, end: 0 });

/** A statement, or each link of a chain and the whole of it. */
export function statementsOf(node: Extract<Told, { kind: 'say' }>, state: ToldState): Spoken[] {
  const { first, links, line } = node;
  if (links.length === 0)
    return [{ text: first, formula: lowered(read(first, state, line), state) }];
  // the whole chain is read at once, since I and 0 take their shapes from it
  const lines = [first, ...links].map((one, i) =>
    i === 0 && !/ (?:=|<=|>=|<|>) /.test(one) ? one : `${one} by order`,
  );
  const chain = parsed(lines, state, line).at(-1);
  if (chain?.kind !== 'chain') throw failed(line, `this is not a chain: ${first}`);
  const terms = [chain.first, ...chain.links.map(({ right }) => right)];
  const said = chain.links.map(({ relation, right, span }, i): Said => {
    const left = terms[i] ?? chain.first;
    return { kind: 'relation', relation, left, right, span };
  });
  const equal = chain.links.every(({ relation }) => relation === '=');
  const whole: Said[] =
    equal && said.length > 1
      ? [
          {
            kind: 'relation',
            relation: '=',
            left: chain.first,
            right: terms.at(-1) ?? chain.first,
            span: chain.span,
          },
        ]
      : [];
  return [...said, ...whole].map((one) => ({
    text: formulaText(one),
    formula: lowered(one, state),
  }));
}

export interface Spoken {
  readonly text: string;
  readonly formula: Formula;
}

export const lowered = (f: Said, { scope }: ToldState): Formula =>
  lowerFormula(f, { ...scope, conditions: [] });

/** The steps of a text, after what was brought in. */
function parsed(lines: readonly string[], state: ToldState, line: number): ProofStep[] {
  try {
    const lets = state.declared.map((one) => `let ${one}`);
    return parseProof([...lets, ...lines].join('\n'), state.claim).parts.flatMap(
      ({ steps }) => steps,
    );
  } catch (error) {
    if (!(error instanceof ClaimError)) throw error;
    throw failed(line, `this is not a statement of the claim language: ${lines.join(' ')}`);
  }
}

export function read(text: string, state: ToldState, line: number): Said {
  const last = parsed([`have ${text} by order`], state, line).at(-1);
  if (last?.kind !== 'fact') throw failed(line, `this is not a statement: ${text}`);
  return last.formula;
}

/** The last of what was brought in. */
export function declaration(
  declared: readonly string[],
  state: ToldState,
  line: number,
): Declaration {
  const steps = parsed(['have 1 = 1 by order'], { ...state, declared }, line);
  const found = steps.findLast((step) => step.kind === 'let');
  if (found?.kind !== 'let') throw failed(line, 'nothing is brought in here');
  return found.variable;
}
