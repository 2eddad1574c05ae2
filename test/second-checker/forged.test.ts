/**
 * Documents changed at one place, drawn from all places: most are refused. Where a changed document
 * is accepted, its goal is the old one, or another true statement: numbers decide.
 */
import { describe, expect, test } from 'vitest';
import { check, checkSteps } from '../../src/second-checker/check.ts';
import { text } from '../../src/second-checker/formula-text.ts';
import { read } from '../../src/second-checker/read.ts';
import { documentFor, type Mutable } from './documents.ts';
import { forged, generator, places } from './forge.ts';
import { violated } from './numbers.ts';

const claims = [
  'A: m×n; B: n×m |- tr(A B) = tr(B A)',
  "W: m×n; h: n; phi: activation |- jac[h](phi(W h)) = diag(phi'(W h)) W",
  'x, y: n; c: scalar |- |x + c y|^2 = |x|^2 + 2 c dot(x, y) + c^2 |y|^2',
  "J: k×n |- J' J is psd",
  'A, B: n×n invertible |- inv(A B) = inv(B) inv(A)',
  "J: k×n; H: k×k pd |- rank(J' H J) = rank(J)",
];
const says = (document: unknown): string => {
  const { goal, axioms } = read(document);
  return [text(goal.conclusion), ...goal.hypotheses.map((h) => text(h.formula)), ...axioms].join(
    ' ; ',
  );
};
const draws = 150;

describe.each(claims)('%s', (claim) => {
  const document = documentFor(claim);
  const all = places(document).filter((path) => path.length > 0);
  test('no place can be changed into something false', () => {
    const draw = generator(claim.length);
    let refused = 0;
    for (let k = 0; k < draws; k++) {
      const path = all[draw(all.length)] as (typeof all)[number];
      const changed = forged(document, path, draw);
      const answer = check(changed);
      if (!answer.accepted) refused++;
      else if (says(changed) !== says(document))
        expect(violated(read(changed)), `${path.join('.')}: ${says(changed)}`).toBe(false);
    }
    expect(refused).toBeGreaterThan(draws / 2);
  });
  test('no step can be left out, nor its premises exchanged for others', {
    timeout: 120_000,
  }, () => {
    const steps = document['steps'] as { from: number[]; conclusion: number }[];
    steps.forEach((step, i) => {
      const shorter = JSON.parse(JSON.stringify(document)) as { steps: { from: number[] }[] };
      shorter.steps.splice(i, 1);
      shorter.steps.forEach((s) => (s.from = s.from.map((k) => (k > i ? k - 1 : k))));
      const used = steps.some((s) => s.from.includes(i)) || i === steps.length - 1;
      const again = steps.some(
        (s, j) => j !== i && j < steps.length && s.conclusion === step.conclusion,
      );
      if (used && !again) expect(check(shorter).accepted, `step ${i + 1}`).toBe(false);
    });
  });
  test('the goal alone cannot be changed', () => {
    const formulas = (document['formulas'] as unknown[]).length;
    for (let k = 0; k < formulas; k++) {
      const changed = JSON.parse(JSON.stringify(document)) as Mutable & {
        goal: { conclusion: number };
      };
      if (changed.goal.conclusion === k) continue;
      changed.goal.conclusion = k;
      expect(check(changed).accepted && says(changed) !== says(document)).toBe(false);
    }
  });
});

describe('means of functions under other names', () => {
  const claim = 'x: scalar ~ normal(0, 1); f, g: R -> R |- E[f(x)] + E[g(x)] = E[g(x)] + E[f(x)]';
  const document = documentFor(claim);
  const whole = JSON.stringify(document);
  const names = [...new Set(whole.match(/"E#[^"]*"/g) ?? [])];
  const accepted = (text: string): boolean => check(JSON.parse(text)).accepted;
  test('a name may be another, if it is another everywhere', () => {
    // each mean, and the function that its value is
    expect(names).toHaveLength(4);
    expect(accepted(whole)).toBe(true);
    expect(accepted(whole.replaceAll(names[0] as string, '"E#other"'))).toBe(true);
  });
  test('two means are not one', () => {
    const one = whole.replaceAll(names[0] as string, names[1] as string);
    expect(accepted(one)).toBe(false);
  });
  test('a declared function is not the name of a mean, and a mean is not a declared function', () => {
    expect(accepted(whole.replaceAll(names[0] as string, '"f"'))).toBe(false);
    const declared = JSON.stringify(documentFor('f: R -> R; a: scalar |- f(a) = f(a)'));
    expect(accepted(declared)).toBe(true);
    expect(accepted(declared.replaceAll('"name":"f"', '"name":"E#f"'))).toBe(false);
  });
  test('a step about means says what follows from its law and from what is averaged', () => {
    const square = documentFor('x: scalar ~ normal(0, 1); f: R -> R |- E[f(x)]^2 <= E[f(x)^2]');
    expect(check(square).accepted).toBe(true);
    const { steps, formulas } = square as unknown as {
      readonly steps: readonly { readonly rule: string; readonly conclusion: number }[];
      readonly formulas: readonly { kind: string; left?: number; right?: number }[];
    };
    const facts = steps.filter((s) => s.rule === 'mean').map((s) => formulas[s.conclusion]);
    expect(facts).not.toHaveLength(0);
    for (const f of facts)
      if (f?.kind === 'less') [f.left, f.right] = [f.right as number, f.left as number];
    expect(check(square).accepted).toBe(false);
    expect(checkSteps(square).accepted).toBe(false);
  });
});
