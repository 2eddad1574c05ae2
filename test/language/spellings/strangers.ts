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

/** Statements as papers, programs and blackboards have them: no declarations, no turnstile. */
export const papers: readonly (readonly [title: string, typed: readonly string[]])[] = [
  ['LaTeX of papers and textbooks', linesOf('papers-latex.txt')],
  ['NumPy, PyTorch, JAX and SymPy', linesOf('papers-python.txt')],
  ['Blackboards, mail and Unicode', linesOf('papers-blackboard.txt')],
  ['A second list of all three', linesOf('papers-mixed.txt')],
  ['A third list of all three', linesOf('papers-third.txt')],
];
