#!/usr/bin/env node
/**
 * `elenchus-recheck file.json…`, or a directory of them: reads each claim and checks its derivation
 * by a program of its own. Exit code 0: all accepted; 1: not all; 2: wrong use. With `--steps` a
 * claim of a form that is not read counts by its steps alone, and the answer says so.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { check, checkSteps, type Answer } from './check.ts';
import { readJson } from './json.ts';
import { Refusal } from './rational.ts';

const wide = 76;
/** Signs that steer a terminal, or turn the direction of writing, are named instead of sent. */
const shown = (line: string): string =>
  line.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`,
  );
/** The names of means are descriptions: E1, E2, … in the order in which the text mentions them. */
function withShortNames(text: string): string {
  const names = [...new Set(text.match(/E#[^\s()[\],;]*/gu) ?? [])];
  return names
    .map((name, k) => [name, `E${k + 1}`] as const)
    .sort(([a], [b]) => b.length - a.length)
    .reduce((t, [name, short]) => t.replaceAll(name, short), text);
}
function clipped(text: string): string {
  const short = withShortNames(text);
  return short.length > 4 * wide ? `${short.slice(0, 4 * wide)} …` : short;
}

function lines(file: string, answer: Answer): string[] {
  if (!answer.accepted) {
    return [
      `refused    ${file}`,
      `  ${answer.step === 0 ? 'the document' : `step ${answer.step}, by ${answer.rule}`}: ${clipped(answer.why)}`,
      ...(answer.stated === '' ? [] : [`  it says    ${clipped(answer.stated)}`]),
      ...(answer.follows === '' ? [] : [`  it follows ${clipped(answer.follows)}`]),
    ];
  }
  const counts = Object.entries(answer.rules).map(([rule, k]) => `${rule} ${k}`);
  return [
    `${answer.claim === '' ? 'steps only' : 'accepted  '} ${file}: ${answer.steps} steps`,
    ...(answer.claim === '' ? [] : [`  claim      ${answer.claim}`]),
    ...answer.granted.map((h) => `  grants     ${clipped(h)}`),
    `  says       ${clipped(answer.goal)}`,
    `  ${counts.join('; ')}`,
    ...answer.axioms.map((name) => `  rests on the cited theorem ${name}`),
    ...answer.trusted.map((rule) => `  trusted from the kernel: ${rule}`),
  ];
}

function summary(answers: readonly Answer[]): string {
  const accepted = answers.filter((a) => a.accepted);
  const trusted = [...new Set(accepted.flatMap((a) => a.trusted))];
  const steps = accepted.reduce((k, a) => k + a.steps, 0);
  const alone = accepted.filter((a) => a.claim === '').length;
  const fromKernel =
    trusted.length > 0
      ? `trusted from the kernel: ${trusted.join(', ')}`
      : 'nothing trusted from the kernel';
  const only = alone > 0 ? `; of ${alone} the steps alone, for their claims are not read` : '';
  return `${accepted.length} of ${answers.length} accepted, ${steps} steps${only}; ${fromKernel}`;
}

/** No derivation comes near it. */
const mostBytes = 2 ** 28;
/** The text of a file that ends: a pipe or a device may not. */
function textOf(file: string): string {
  try {
    const about = statSync(file);
    if (!about.isFile()) throw new Refusal('this is not a regular file');
    if (about.size > mostBytes) throw new Refusal(`this is longer than ${mostBytes} bytes`);
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`this cannot be read: ${(error as NodeJS.ErrnoException).code}`);
  }
}

/** The answer to a file; one that cannot be read, and a text that is not JSON, is refused too. */
function answerTo(file: string): Answer {
  try {
    const document = readJson(textOf(file));
    const found = check(document);
    if (found.accepted || !found.unread || !stepsAlone) return found;
    const steps = checkSteps(document);
    return steps.accepted ? { ...steps, claim: '' } : steps;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const why = error.message;
    return { accepted: false, step: 0, rule: '', why, stated: '', follows: '', unread: false };
  }
}

const options = new Set(['--json', '--steps']);
const operands = process.argv.slice(2).filter((a) => !options.has(a));
const json = process.argv.includes('--json');
const stepsAlone = process.argv.includes('--steps');
/** A directory means the .json files in it. */
function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const found = readdirSync(path)
    .filter((f) => f.endsWith('.json'))
    .sort()
    .map((f) => `${path.replace(/\/$/, '')}/${f}`);
  if (found.length === 0) throw new Error(`no derivations in ${path}`);
  return found;
}

if (operands.length === 0 || operands.some((f) => f.startsWith('-'))) {
  process.stderr.write(
    'usage: elenchus-recheck [--json] [--steps] <file.json or directory>…, written by ' +
      'elenchus try --proof FILE or elenchus check --proofs DIR\n',
  );
  process.exitCode = 2;
} else {
  try {
    const answers = operands.flatMap(filesOf).map((file) => ({ file, answer: answerTo(file) }));
    if (json)
      process.stdout.write(
        `${JSON.stringify(
          answers.map(({ file, answer }) => ({ file, ...answer })),
          null,
          2,
        )}\n`,
      );
    else {
      const text = [
        ...answers.flatMap(({ file, answer }) => lines(file, answer)),
        summary(answers.map(({ answer }) => answer)),
      ];
      process.stdout.write(`${text.map(shown).join('\n')}\n`);
    }
    process.exitCode = answers.every(({ answer }) => answer.accepted) ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}
