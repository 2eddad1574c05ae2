/**
 * One claim as a function of Python: at random sizes where it holds, at its counterexample where it
 * is refuted.
 */
import { NoCode, type CodePackage } from '../answers/code.ts';
import type { Claim, Formula } from '../language/ast.ts';
import { complete, parseClaim } from '../language/index.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { assertionLines, conditionCode } from './condition.ts';
import type { Helper, Writer } from './expression.ts';
import { drawnLines, exactLines, sizeConditions } from './inputs.ts';

/** A function, or why there is none. */
export type ClaimTest =
  | {
      readonly kind: 'holds' | 'fails';
      readonly lines: readonly string[];
      readonly helpers: ReadonlySet<Helper>;
    }
  | { readonly kind: 'none'; readonly why: string };

/** The body of the function of a claim that was examined. */
export function claimTest(verdict: Verdict, to: CodePackage): ClaimTest {
  if (verdict.verdict === 'ill-typed' || verdict.verdict === 'gave-up')
    return { kind: 'none', why: `it is ${verdict.verdict}` };
  const writer: Writer = { package: to, helpers: new Set(), derivatives: 0 };
  const claim = parseClaim(verdict.claim);
  const { counterexample } = verdict;
  try {
    const lines =
      counterexample === null
        ? randomLines(claim, writer)
        : [
            ...exactLines(counterexample, writer),
            ...assertionLines(claim.conclusion, writer, true),
          ];
    const kind = counterexample === null ? 'holds' : 'fails';
    return { kind, lines: used(lines), helpers: writer.helpers };
  } catch (error) {
    if (error instanceof NoCode)
      return { kind: 'none', why: `there is no code for ${error.message}` };
    throw error;
  }
}

/** Without the sizes and the derivatives of activations that nothing after them uses. */
function used(lines: readonly string[]): string[] {
  const kept: string[] = [];
  for (const line of lines.toReversed()) {
    const [, name] = /^\s*(?:(\w+) = \d+$|def )/u.exec(line) ?? [];
    const defined = /^\s*def (\w+)\(/u.exec(line)?.[1];
    const asked = name ?? defined;
    if (asked === undefined || mentions(kept, asked)) kept.push(line);
    // the body of the function goes with it
    else if (defined !== undefined) kept.pop();
  }
  return kept.toReversed();
}

const mentions = (lines: readonly string[], name: string): boolean =>
  lines.some((line) =>
    new RegExp(`(?<![\\p{L}\\p{N}_])${name}(?![\\p{L}\\p{N}_])`, 'u').test(line),
  );

function randomLines(claim: Claim, writer: Writer): string[] {
  const draw = drawnLines(claim, writer);
  const conditions = [
    ...sizeConditions(claim),
    ...complete(claim)
      .hypotheses.map(({ formula }) => formula)
      .filter(isNarrow)
      .map((formula) => conditionCode(formula, { ...writer, derivatives: 0 }, false))
      .filter((code) => code !== 'True'),
  ];
  const seeded = ['rng = np.random.default_rng(seed)'];
  const assertion = assertionLines(claim.conclusion, writer, false);
  if (conditions.length === 0) return [...seeded, ...draw, ...assertion];
  return [
    ...seeded,
    'for _ in range(1000):',
    ...draw.map((line) => `    ${line}`),
    `    if ${conditions.join(' and ')}:`,
    '        break',
    'else:',
    '    raise ValueError("no random point meets the hypotheses")',
    ...assertion,
  ];
}

/** A hypothesis that random points may miss; an equation they always miss. */
function isNarrow(formula: Formula): boolean {
  if (formula.kind === 'relation' && ['=', '~~', 'in'].includes(formula.relation))
    throw new NoCode('a hypothesis that random points do not meet');
  if (formula.kind === 'relation') return formula.relation !== '!=';
  // what a declaration grants is drawn so
  return !(formula.kind === 'is' && formula.subject.kind === 'variable');
}
