#!/usr/bin/env node
/** `elenchus-recheck file.json…`: checks exported derivations by a program of its own. Exit code 0: all accepted; 1: not all; 2: wrong use. */
import { readFileSync } from 'node:fs';
import { check, type Answer } from './check.ts';

const wide = 76;
const clipped = (text: string): string => (text.length > 4 * wide ? `${text.slice(0, 4 * wide)} …` : text);

function lines(file: string, answer: Answer): string[] {
  if (!answer.accepted) {
    return [
      `refused    ${file}`, `  ${answer.step === 0 ? 'the document' : `step ${answer.step}, by ${answer.rule}`}: ${clipped(answer.why)}`,
      ...(answer.stated === '' ? [] : [`  it says    ${clipped(answer.stated)}`]), ...(answer.follows === '' ? [] : [`  it follows ${clipped(answer.follows)}`]),
    ];
  }
  const counts = Object.entries(answer.rules).map(([rule, k]) => `${rule} ${k}`);
  return [
    `accepted   ${file}: ${answer.steps} steps`, `  ${counts.join('; ')}`,
    ...answer.axioms.map((name) => `  rests on the cited theorem ${name}`), ...answer.trusted.map((rule) => `  trusted from the kernel: ${rule}`),
  ];
}

/** The answer to a file; a text that is no JSON is refused too. */
function answerTo(file: string): Answer {
  const text = readFileSync(file, 'utf8');
  try {
    return check(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { accepted: false, step: 0, rule: '', why: `this is no JSON: ${error.message}`, stated: '', follows: '' };
  }
}

const files = process.argv.slice(2).filter((a) => a !== '--json');
const json = process.argv.includes('--json');
if (files.length === 0 || files.some((f) => f.startsWith('-'))) {
  process.stderr.write('usage: elenchus-recheck [--json] file.json…, files as elenchus try --proof and elenchus check --proofs write them\n');
  process.exitCode = 2;
} else {
  try {
    const answers = files.map((file) => ({ file, answer: answerTo(file) }));
    if (json) process.stdout.write(`${JSON.stringify(answers.map(({ file, answer }) => ({ file, ...answer })), null, 2)}\n`);
    else process.stdout.write(`${answers.flatMap(({ file, answer }) => lines(file, answer)).join('\n')}\n`);
    process.exitCode = answers.every(({ answer }) => answer.accepted) ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}
