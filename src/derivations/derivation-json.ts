/**
 * A theorem with all that it rests on as a document that another program can check:
 * proofs/derivation-format.md.
 */
import type { Formula } from '../kernel/formula.ts';
import { Theorem } from '../kernel/theorem.ts';
import { inOrder } from './in-order.ts';
import { Tables, type Json } from './tables.ts';

/**
 * The claim that a theorem proves: its normalised text and hash, what it grants, and what it says.
 */
export interface Proves {
  readonly text: string;
  readonly hash: string;
  readonly hypotheses: readonly { readonly text: string; readonly formula: Formula }[];
  readonly conclusion: Formula;
}

/** The document as an object; throws `KernelError` for anything but a theorem. */
export function derivationJson(theorem: Theorem, proves: Proves): Json {
  Theorem.demand(theorem);
  const tables = new Tables();
  const steps = inOrder(theorem);
  const number = new Map(steps.map((t, i) => [t, i]));
  const lines = steps.map((t): Json => {
    const { rule, from, given, uses = [] } = t.derivation;
    return {
      rule,
      from: from.map((p) => number.get(p) as number),
      given: given.map((g) => tables.given(g)),
      uses: uses.map((u) => tables.term(u.context)),
      hypotheses: t.hypotheses.map((h) => tables.formula(h)),
      conclusion: tables.formula(t.conclusion),
    };
  });
  const goal = {
    hypotheses: proves.hypotheses.map(({ text, formula }) => ({
      text,
      formula: tables.formula(formula),
    })),
    conclusion: tables.formula(proves.conclusion),
  };
  return {
    format: 'elenchus derivation',
    version: 1,
    claim: { text: proves.text, hash: proves.hash },
    goal,
    axioms: theorem.axioms,
    terms: tables.terms,
    ...(tables.means.length > 0 ? { means: tables.means } : {}),
    formulas: tables.formulas,
    steps: lines,
  };
}

const entries = (list: readonly Json[]): string =>
  list.length === 0 ? '[]' : `[\n${list.map((x) => `  ${JSON.stringify(x)}`).join(',\n')}\n ]`;

/** The document as text: an entry of a table, or a step, to a line. */
export function derivationText(theorem: Theorem, proves: Proves): string {
  const document = derivationJson(theorem, proves) as Readonly<Record<string, Json>>;
  const lines = Object.entries(document).map(
    ([name, value]) =>
      ` ${JSON.stringify(name)}: ${Array.isArray(value) ? entries(value as readonly Json[]) : JSON.stringify(value)}`,
  );
  return `{\n${lines.join(',\n')}\n}\n`;
}
