/** Statements of a told proof, read as those of a written one with what was brought in before. */
import type { Claim, Declaration, Expr, Formula as Said } from '../../language/ast.ts';
import { ClaimError, formulaText, parseProof, type ProofStep } from '../../language/index.ts';
import { partsOf } from '../../language/parts.ts';
import { sidesOf } from '../../language/related-expressions.ts';
import type { Bound, Formula } from '../../kernel/formula.ts';
import { KernelError } from '../../kernel/seal.ts';
import type { Term } from '../../kernel/term.ts';
import type { Theorem } from '../../kernel/theorem.ts';
import type { Context } from '../known/context.ts';
import { lower } from '../lowering/lower.ts';
import { lowerFormula } from '../lowering/lower-formula.ts';
import { NotLowerable, type Scope } from '../lowering/scope.ts';
import { ProofError } from './proof-error.ts';
import type { Told } from './told.ts';

/** An index with the end of its range, which begins at 1. */
export interface Ranged {
  readonly name: string;
  readonly to: string;
}

/** Where a line stands. */
export interface ToldState {
  readonly claim: Claim;
  readonly ctx: Context;
  readonly scope: Scope;
  /** What was brought in, as it is declared. */
  readonly declared: readonly string[];
  /** Indices that were brought in, the first one first. */
  readonly ranges: readonly Ranged[];
  /** What is arbitrary here. */
  readonly lets: readonly (Bound & { readonly kind: 'tensor' })[];
  /** What was stated so far in this block and around it. */
  readonly stated: readonly Theorem[];
  /** The hypotheses and the ranges of indices alone, without what was stated. */
  readonly base: Context;
  /** What the lines with a number in front state. */
  readonly numbered: ReadonlyMap<number, readonly Theorem[]>;
  /** What the line before states. */
  readonly previous: readonly Theorem[];
  /** The hypotheses of the claim, as the kernel writes them. */
  readonly own: ReadonlySet<string>;
  /** Names of what was taken: a statement about them does not leave its block. */
  readonly taken: readonly string[];
  /** What was named for something that exists: `Take c = 1/d.` */
  readonly witnesses: readonly Term[];
  /** What was supposed last. */
  readonly supposed: Formula | null;
  readonly patience: number;
}

export const failed = (line: number, what: string): ProofError =>
  new ProofError(`line ${line}: ${what}`, { start: 0, end: 0 });

/** A statement, or each link of a chain and the whole of it. */
export function statementsOf(node: Extract<Told, { kind: 'say' }>, state: ToldState): Spoken[] {
  const { first, links, line } = node;
  if (links.length === 0) return [spoken(first, read(first, state, line), state)];
  // under an index each link is a statement of its own
  if (state.ranges.length > 0) return linkByLink([first, ...links], state, line);
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
  return [...said, ...whole].map((one) => spoken(formulaText(one), one, state));
}

/** Each link and the whole, read apart: entries are numbers, whose shapes need no context. */
function linkByLink(lines: readonly string[], state: ToldState, line: number): Spoken[] {
  const [head = '', ...rest] = lines;
  const opened = / (=|<=|>=|<|>) /.exec(head);
  const first = opened === null ? head : head.slice(0, opened.index);
  const links = opened === null ? rest : [head.slice(opened.index + 1), ...rest];
  let left = first;
  const said = links.map((one) => {
    const text = `${left} ${one}`;
    left = one.replace(/^\S+ +/, '');
    return spoken(text, read(text, state, line), state);
  });
  if (said.length < 2 || links.some((one) => !one.startsWith('= '))) return said;
  const text = `${first} = ${left}`;
  return [...said, spoken(text, read(text, state, line), state)];
}

export interface Spoken {
  readonly text: string;
  readonly formula: Formula;
  /** The terms in it, as they are written. */
  readonly terms: readonly Term[];
}

export const spoken = (text: string, said: Said, state: ToldState): Spoken => ({
  text,
  formula: lowered(said, state),
  terms: termsWritten(said, state),
});

/** Every expression in a statement, from the inside out, that has a term of its own here. */
function termsWritten(said: Said, { scope }: ToldState): Term[] {
  const found: Term[] = [];
  const visit = (e: Expr): void => {
    partsOf(e).forEach(visit);
    try {
      found.push(lower(e, { ...scope, conditions: [] }));
    } catch (error) {
      // an index or a bound name that has no meaning outside of its binder
      if (!(error instanceof NotLowerable || error instanceof KernelError)) throw error;
    }
  };
  sidesOf(said, true).forEach(visit);
  return found;
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

/** `S for all i in 1..m, j in 1..n` as `forall i in 1..m. forall j in 1..n. S`. */
function withQuantifiers(text: string): string {
  const found = /^(.*) for all ((?:\w+ in 1\.\.[^\s,]+(?:, )?)+)$/.exec(text);
  if (found === null) return text;
  const [, statement = '', ranges = ''] = found;
  return `${ranges
    .split(', ')
    .map((range) => `forall ${range}. `)
    .join('')}${statement}`;
}

/** A statement as the language writes it, for all values of the indices that were brought in. */
export const statementText = (text: string, ranges: readonly Ranged[]): string =>
  `${ranges.map(({ name, to }) => `forall ${name} in 1..${to}. `).join('')}${withQuantifiers(text)}`;

/** A statement about the indices that were brought in: read for all of them, then at each. */
export function read(text: string, state: ToldState, line: number): Said {
  const words = `have ${statementText(text, state.ranges)} by order`;
  const last = parsed([words], state, line).at(-1);
  if (last?.kind !== 'fact') throw failed(line, `this is not a statement: ${text}`);
  let { formula } = last;
  for (const _ of state.ranges) if (formula.kind === 'each') formula = formula.body;
  return formula;
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
