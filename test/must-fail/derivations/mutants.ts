/** Mutants of a written derivation, step by step. */
import type {
  Claim,
  Expr,
  Formula,
  Link,
  Proof,
  ProofPart,
  ProofStep,
  Reason,
} from '../../../src/language/index.ts';
import { damaged } from './expression-mutants.ts';

export interface Mutant {
  readonly what: string;
  readonly proof: Proof;
}

/** One link of a chain, or one step that is not a chain, with its mutants. */
export interface Mutated {
  readonly step: string;
  readonly mutants: readonly Mutant[];
}

type Chain = Extract<ProofStep, { kind: 'chain' }>;

const because = (reason: Reason, name: string): Reason => ({
  ...reason,
  name,
  target: null,
  with: [],
  text: name,
});

const namesOf = (claim: Claim, proof: Proof): string[] => [
  ...claim.declarations
    .filter((d) => d.type.kind === 'tensor' && d.family === null)
    .map((d) => d.name),
  ...proof.parts
    .flatMap((p) => p.steps)
    .flatMap((s) => (s.kind === 'take' ? s.variables.map((d) => d.name) : [])),
];

function* linkMutants(
  step: Chain,
  at: number,
  names: readonly string[],
): Iterable<{ what: string; step: ProofStep | null }> {
  const link = step.links[at] as Link;
  const set = (other: Link): ProofStep => ({ ...step, links: step.links.with(at, other) });
  for (const { what, expr } of damaged(link.right, names))
    yield { what, step: set({ ...link, right: expr }) };
  if (at === 0)
    for (const { what, expr } of damaged(step.first, names))
      yield { what: `${what}, on the left`, step: { ...step, first: expr } };
  if (link.reason.name !== 'ring')
    yield { what: 'by ring alone', step: set({ ...link, reason: because(link.reason, 'ring') }) };
  const next = step.links[at + 1];
  if (next)
    yield {
      what: 'exchange the step with the next',
      step: { ...step, links: step.links.with(at, next).with(at + 1, link) },
    };
  yield {
    what: 'drop the step',
    step: step.links.length === 1 ? null : { ...step, links: step.links.toSpliced(at, 1) },
  };
}

function* formulaMutants(
  f: Formula,
  names: readonly string[],
): Iterable<{ what: string; formula: Formula }> {
  if (f.kind === 'relation') {
    for (const { what, expr } of damaged(f.left, names))
      yield { what, formula: { ...f, left: expr } };
    for (const { what, expr } of damaged(f.right, names))
      yield { what: `${what}, on the right`, formula: { ...f, right: expr } };
  } else if (f.kind === 'is') {
    for (const { what, expr } of damaged(f.subject, names))
      yield { what, formula: { ...f, subject: expr } };
  } else if (f.kind === 'each') {
    for (const m of formulaMutants(f.body, names))
      yield { what: m.what, formula: { ...f, body: m.formula } };
  } else if (f.kind === 'and') {
    for (const m of formulaMutants(f.left, names))
      yield { what: m.what, formula: { ...f, left: m.formula } };
    for (const m of formulaMutants(f.right, names))
      yield { what: m.what, formula: { ...f, right: m.formula } };
  }
}

function* otherMutants(
  step: Exclude<ProofStep, Chain>,
  names: readonly string[],
): Iterable<{ what: string; step: ProofStep | null }> {
  yield { what: 'drop the step', step: null };
  if (step.kind === 'take')
    for (const m of formulaMutants(step.such, names))
      yield { what: m.what, step: { ...step, such: m.formula } };
  if (step.kind === 'fact' || step.kind === 'suppose')
    for (const m of formulaMutants(step.formula, names))
      yield { what: m.what, step: { ...step, formula: m.formula } };
  if (step.kind === 'fact' && step.reason.name !== 'ring')
    yield { what: 'by ring alone', step: { ...step, reason: because(step.reason, 'ring') } };
}

/** Every step of the derivation, each with all its mutants. */
export const mutated = (claim: Claim, proof: Proof): Mutated[] => {
  const names = namesOf(claim, proof);
  const steps: Mutated[] = [];
  proof.parts.forEach((part, p) =>
    part.steps.forEach((step, s) => {
      const place = (m: { what: string; step: ProofStep | null }): Mutant[] => {
        const changed: ProofPart = {
          ...part,
          steps: m.step === null ? part.steps.toSpliced(s, 1) : part.steps.with(s, m.step),
        };
        return changed.steps.length === 0
          ? []
          : [{ what: m.what, proof: { parts: proof.parts.with(p, changed) } }];
      };
      const name = `part ${p + 1}, step ${s + 1}`;
      if (step.kind === 'chain') {
        for (const at of step.links.keys())
          steps.push({
            step: `${name}, link ${at + 1}`,
            mutants: [...linkMutants(step, at, names)].flatMap(place),
          });
      } else {
        steps.push({ step: name, mutants: [...otherMutants(step, names)].flatMap(place) });
      }
    }),
  );
  return steps;
};

/**
 * What every link, fact and object of a derivation says, as claims of their own: what must be true
 * if it was rightly accepted.
 */
export const statements = (claim: Claim, proof: Proof): Claim[] => {
  const { conclusion } = claim;
  const found: Claim[] = [];
  const before = proof.parts.filter((p) => p.direction === null).flatMap((p) => p.steps);
  for (const part of proof.parts) {
    const given =
      conclusion.kind === 'iff' && part.direction !== null
        ? [part.direction === '=>' ? conclusion.left : conclusion.right]
        : [];
    const declarations = [...claim.declarations];
    const hypotheses = [...claim.hypotheses, ...given];
    const say = (f: Formula): void => {
      found.push({
        ...claim,
        declarations: [...declarations],
        hypotheses: [...hypotheses],
        conclusion: f,
      });
    };
    for (const step of part.direction === null ? part.steps : [...before, ...part.steps]) {
      if (step.kind === 'take') {
        declarations.push(...step.variables);
        hypotheses.push(step.such);
      }
      if (step.kind === 'let') declarations.push(step.variable);
      if (step.kind === 'suppose') hypotheses.push(step.formula);
      if (step.kind === 'fact') say(step.formula);
      if (step.kind === 'chain') {
        let left: Expr = step.first;
        for (const { relation, right, span } of step.links) {
          say({ kind: 'relation', relation, left, right, span });
          left = right;
        }
      }
    }
  }
  return found;
};
