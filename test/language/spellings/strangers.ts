/**
 * What people type who know LaTeX, Python or a blackboard and have not read the language's page:
 * each is read, or answered with what to write. docs/spellings.md shows what becomes of each.
 */
import { readFileSync } from 'node:fs';

/** The lines of a file next to this one that are neither empty nor comments. */
const linesOf = (file: string): readonly string[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));

export const strangers: readonly (readonly [title: string, typed: readonly string[]])[] = [
  ['Typed by people who know LaTeX', linesOf('strangers-latex.txt')],
  ['Typed by people who know Python', linesOf('strangers-python.txt')],
  ['Typed as on a blackboard', linesOf('strangers-blackboard.txt')],
  ['Typed in words, and in the notations of papers', linesOf('strangers-words.txt')],
];
