/**
 * Answers of `= ?` compared with automatic derivatives of PyTorch at random points, and with exact
 * arithmetic: `jiti test/tools/answers-against-torch.ts` compares every answer of the table of
 * answers and writes what it finds.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Exported, pythonModule } from '../../src/exports/module.ts';
import { examine } from '../../src/verdict/examine.ts';
import { questionGroups } from '../answers/questions.ts';
import { runPython } from '../exports/python.ts';
import { answersFile } from './answers-table.ts';

export const comparisonFile = fileURLToPath(
  new URL('../../proofs/findings/answers-against-torch.md', import.meta.url),
);

/** Seeds of the random points at which PyTorch compares. */
const seeds = 5;

export interface Compared {
  readonly question: string;
  readonly answer: string;
  /**
   * Points at which PyTorch agrees; null if the claim has no code, or if no random point meets its
   * hypotheses.
   */
  readonly agreed: number | null;
  /** What went wrong, or why there is no code. */
  readonly why: string;
  /** Points at which both sides were compared in exact arithmetic or certified brackets. */
  readonly exact: number;
  /** One of these points contradicts the answer. */
  readonly refuted: boolean;
}

/** The answers of the table, by question. */
export function tabulated(): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of readFileSync(answersFile, 'utf8').split('\n')) {
    const cells = line.split(/(?<!\\)\|/).map((c) => c.trim().replaceAll('\\|', '|'));
    const [, question, answer, verdict] = cells;
    if (!question?.startsWith('`') || !answer?.startsWith('`')) continue;
    if (verdict === 'proved' || verdict === 'survived')
      found.set(question.slice(1, -1), answer.slice(1, -1));
  }
  return found;
}

const driver = `
import json, sys
import answers
found = {}
for name in sys.argv[1].split(","):
    check = getattr(answers, "check_" + name)
    agreed, why = 0, ""
    for seed in range(${seeds}):
        try:
            check(seed)
            agreed += 1
        except Exception as error:
            why = type(error).__name__ + ": " + str(error).strip()
            break
    found[name] = [agreed, why]
print("FOUND " + json.dumps(found))
`;

/** Compares both sides of each answer. */
export async function compared(
  questions: readonly string[],
  answers: ReadonlyMap<string, string> = tabulated(),
): Promise<Compared[]> {
  const asked = questions.flatMap((question) => {
    const answer = answers.get(question);
    return answer === undefined ? [] : [{ question, answer }];
  });
  const exported: Exported[] = [];
  for (const [i, { question, answer }] of asked.entries()) {
    const verdict = await examine(`${question} = ${answer}`, { time: 0.2, seed: 1 });
    exported.push({ id: `a${i}`, verdict });
  }
  // PyTorch compares at points of its own, whatever the verdict is
  const open = exported.map(({ id, verdict }) => ({
    id,
    verdict: { ...verdict, verdict: 'survived' as const, counterexample: null },
  }));
  const module = pythonModule(open, {
    package: 'torch',
    pytest: false,
    source: 'answers.md',
    version: '',
  });
  const missing = new Map(module.missing.map(({ id, why }) => [id, why]));
  const names = exported.map(({ id }) => id).filter((id) => !missing.has(id));
  const found = ran(module.text, names);
  return asked.map(({ question, answer }, i) => {
    const [agreed, error] = found[`a${i}`] ?? [null, missing.get(`a${i}`) ?? 'no result'];
    const unmet = error.includes('no random point meets');
    return {
      question,
      answer,
      agreed: unmet ? null : agreed,
      why: unmet ? 'no random point meets the hypotheses' : error,
      exact: exported[i]?.verdict.trials.met ?? 0,
      refuted: exported[i]?.verdict.verdict === 'refuted',
    };
  });
}

type Found = Readonly<Record<string, readonly [agreed: number | null, why: string]>>;

function ran(text: string, names: readonly string[]): Found {
  if (names.length === 0) return {};
  const cwd = mkdtempSync(join(tmpdir(), 'elenchus-torch-'));
  try {
    writeFileSync(join(cwd, 'answers.py'), text);
    const { out } = runPython(['-c', driver, names.join()], cwd, cwd);
    const line = out.split('\n').find((l) => l.startsWith('FOUND '));
    if (line === undefined) throw new Error(out.slice(-2000));
    return JSON.parse(line.slice('FOUND '.length)) as Found;
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

const cell = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

async function table(): Promise<string> {
  const counts: string[] = [];
  const without: string[] = [];
  const wrong: string[] = [];
  let refuted = 0;
  for (const { title, questions } of questionGroups) {
    const all = await compared(questions);
    const tested = all.filter(({ agreed }) => agreed !== null);
    const good = tested.filter(({ agreed }) => agreed === seeds);
    const exact = all.filter((c) => c.exact > 0);
    refuted += all.filter((c) => c.refuted).length;
    counts.push(
      `| ${title} | ${questions.length} | ${all.length} | ${tested.length} | ${good.length} | ${exact.length} |`,
    );
    for (const { question, why, exact: points } of all.filter(({ agreed }) => agreed === null))
      without.push(`| ${cell(question)} | ${why} | ${points} |`);
    for (const { question, answer, why } of tested.filter(({ agreed }) => agreed !== seeds))
      wrong.push(`| ${cell(question)} | ${cell(answer)} | ${why.split('\n')[0] ?? ''} |`);
  }
  return `# Answers compared with PyTorch

\`jiti test/tools/answers-against-torch.ts\` writes this page. It exports each answer of
[answers.md](answers.md) with its question as a test for PyTorch (Debian's python3-torch): the
derivative by automatic differentiation on one side, the answer on the other, at ${seeds} points of
random sizes in double precision. Independently of that, elenchus compares both sides at
points in exact arithmetic or certified brackets; the last column counts the answers
that had at least one such point. ${refuted === 0 ? 'No point contradicts an answer.' : `${refuted} answers are refuted.`}

| kind | questions | answered | compared by PyTorch | agreed at all ${seeds} points | compared exactly |
|---|---|---|---|---|---|
${counts.join('\n')}

## Differences

${wrong.length === 0 ? 'None.' : `| question | answer | difference |\n|---|---|---|\n${wrong.join('\n')}`}

## Without a comparison by PyTorch

| question | reason | exact points |
|---|---|---|
${without.join('\n')}
`;
}

if (process.argv[1]?.endsWith('answers-against-torch.ts'))
  writeFileSync(comparisonFile, await table());
