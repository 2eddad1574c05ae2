/**
 * The table of questions and answers: `jiti test/tools/answers-table.ts` asks all of them and
 * rewrites it.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { answer } from '../../src/answers/answer.ts';
import { questionGroups } from '../answers/questions.ts';

export const answersFile = fileURLToPath(
  new URL('../../proofs/findings/answers.md', import.meta.url),
);

/** What was answered: the text of the other side, and whether it is proved. */
export interface Answered {
  readonly answer: string | null;
  readonly verdict: string;
  /** Exact points at which the answer was compared with the question before it was proved. */
  readonly points: number;
}

export async function answered(question: string): Promise<Answered> {
  const { answer: found, verdict } = await answer(`${question} = ?`, { time: 2, seed: 1 });
  return { answer: found, verdict: verdict.verdict, points: verdict.trials.met };
}

/** Each expression as SymPy's diff writes its derivative by the matrix X or the vector x. */
const sympyExpressions: readonly (readonly [question: string, expression: string])[] = [
  ['X: n×n |- grad[X](tr(X^2))', 'diff(Trace(X*X), X)'],
  ['X: n×n invertible |- grad[X](logdet(X))', 'diff(log(Determinant(X)), X)'],
  ['X: n×n invertible |- grad[X](det(X))', 'diff(Determinant(X), X)'],
  ['X: n×n invertible |- grad[X](det(X)^2)', 'diff(Determinant(X)**2, X)'],
  ['X: n×n |- grad[X](tr(X) + tr(X^2))', 'diff(Trace(X) + Trace(X*X), X)'],
  ['X: n×n |- grad[X](exp(tr(X)))', 'diff(exp(Trace(X)), X)'],
  ['X: n×n |- grad[X](tr(X)^2)', 'diff(Trace(X)**2, X)'],
  ['X: n×n invertible |- grad[X](tr(inv(X)))', 'diff(Trace(X.I), X)'],
  ["a: n; X: n×n invertible |- grad[X](a' inv(X) a)", 'diff(a.T*X.I*a, X)'],
  ["A: n×n; x: n |- grad[x](x' A x)", 'diff(x.T*A*x, x)'],
  ['x: n; x != 0 |- grad[x](|x|)', 'diff(sqrt((x.T*x)[0, 0]), x)'],
];

const program = `
from sympy import *
n = symbols('n', positive=True, integer=True)
X, A = MatrixSymbol('X', n, n), MatrixSymbol('A', n, n)
x, a = MatrixSymbol('x', n, 1), MatrixSymbol('a', n, 1)
for text in [${sympyExpressions.map(([, e]) => JSON.stringify(e)).join(', ')}]:
    try:
        print(eval(text))
    except Exception as error:
        print(type(error).__name__)
`;

const cell = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

/** One line: the question and its answer, or that none was found. */
export const rowOf = (question: string, { answer: found, verdict }: Answered): string =>
  `| ${cell(question)} | ${found === null ? '' : cell(found)} | ${found === null ? 'no answer' : verdict} |`;

async function table(): Promise<string> {
  const lines: string[] = [];
  const counts: string[] = [];
  const answers = new Map<string, Answered>();
  for (const { title, questions } of questionGroups) {
    const rows: string[] = [];
    let proved = 0;
    for (const question of questions) {
      const found = await answered(question);
      answers.set(question, found);
      if (found.answer !== null && found.verdict === 'proved') proved += 1;
      rows.push(rowOf(question, found));
    }
    counts.push(`| ${title} | ${questions.length} | ${proved} |`);
    lines.push(
      `## ${title}\n\n| question | answer | verdict |\n|---|---|---|\n${rows.join('\n')}\n`,
    );
  }
  const { stdout } = spawnSync('/usr/bin/python3', ['-c', program], { encoding: 'utf8' });
  const theirs = stdout.trim().split('\n');
  const beside: string[] = [];
  for (const [i, [question]] of sympyExpressions.entries()) {
    const ours = answers.get(question) ?? (await answered(question));
    beside.push(`| ${cell(question)} | ${cell(ours.answer ?? '')} | ${cell(theirs[i] ?? '')} |`);
  }
  return `# Questions and answers

Each question was asked as \`… = ?\`. An answer is *proved* for every dimension by
the kernel, and was compared with the question at exact points before. Where the
best candidate was not proved, it is listed with the verdict on it.
\`jiti test/tools/answers-table.ts\` asks them all again.
[answers-against-torch.md](answers-against-torch.md) compares them with PyTorch.

| kind | questions | answered and proved |
|---|---|---|
${counts.join('\n')}

## Beside SymPy

The same derivatives by SymPy (Debian's python3-sympy), in one run. A 0 is its
answer; so is a derivative that it leaves as it is.

| question | answer | SymPy |
|---|---|---|
${beside.join('\n')}

${lines.join('\n')}`;
}

if (process.argv[1]?.endsWith('answers-table.ts')) writeFileSync(answersFile, await table());
