/**
 * Typst: citations are read, and what is written for them compiles where a Typst compiler is
 * installed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { sealOf } from '../../src/writeup/file-seal.ts';
import { readTypst } from '../../src/writeup/read-typst.ts';
import type { CitationRecord } from '../../src/writeup/record.ts';
import { recordText } from '../../src/writeup/record.ts';
import { typstModule } from '../../src/writeup/typst-module.ts';

const paper = `#import "elenchus.typ": *
#include "part.typ"
// #lemma("no/comment")
/* #lemma("no/block") */ \`#lemma("no/raw")\`
#link("https://a.example/b") #lemma("n/trace") and
#counterexample-statement("n/commute").
#let lemma-count(x) = x
#lemma("word") #elenchus-statements()
`;

test('citations have their kinds and places; comments and raw text have none', () => {
  const { items } = readTypst('p.typ', paper);
  expect(items).toEqual([
    { name: 'part.typ', place: { file: 'p.typ', line: 2, column: 1 } },
    { kind: 'lemma', id: 'n/trace', place: { file: 'p.typ', line: 5, column: 38 } },
    { kind: 'counterexample', id: 'n/commute', place: { file: 'p.typ', line: 6, column: 28 } },
  ]);
});

const record: CitationRecord = {
  format: 1,
  document: 'p.typ',
  version: '0.1.0',
  claims: [
    {
      id: 'n/trace',
      kinds: ['lemma'],
      claim: 'A: m x n; B: n x m |- tr(A B) = tr(B A)',
      hash: 'a'.repeat(64),
      verdict: 'proved',
      assumed: [],
      axioms: ['a "quoted" axiom \\ with a backslash'],
      steps: 1,
      written: false,
      trials: 40,
      counterexample: null,
      findings: [],
      source: null,
      file: 'n.md',
      line: 1,
    },
    {
      id: 'n/commute',
      kinds: ['counterexample'],
      claim: 'A: n x n; B: n x n |- A B = B A',
      hash: 'b'.repeat(64),
      verdict: 'refuted',
      assumed: [],
      axioms: [],
      steps: null,
      written: false,
      trials: 5,
      counterexample: {
        dims: { n: 2 },
        values: [{ name: 'A', value: [['1', '0']], text: ['A = [1 0; 0 0]'] }],
        fails: 'A B = B A',
        left: '0',
        right: '1',
        record: null,
      },
      findings: [],
      source: null,
      file: 'n.md',
      line: 4,
    },
  ],
};

test('what is written has a seal', () => {
  expect(sealOf(typstModule(record))).toMatchObject({ document: 'p.typ', intact: true });
});

const compiler = process.env['ELENCHUS_TYPST'] ?? 'typst';
const there = spawnSync(compiler, ['--version']).status === 0;
if (!there) process.stderr.write('typst is not installed: nothing was compiled\n');

describe.runIf(there)('Typst', () => {
  const compile = (text: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'elenchus-typst-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, 'elenchus.typ'), typstModule(record));
    writeFileSync(join(folder, 'p.claims.json'), recordText(record));
    writeFileSync(join(folder, 'p.typ'), `#import "elenchus.typ": *\n${text}\n`);
    return spawnSync(compiler, ['compile', 'p.typ'], { cwd: folder, encoding: 'utf8' });
  };
  test('compiles citations and statements', () => {
    const done = compile(
      '#lemma("n/trace"), #counterexample-statement("n/commute") #elenchus-statements()',
    );
    expect(done.stderr).toBe('');
    expect(done.status).toBe(0);
  });
  test('stops at a claim that is not there, or has not earned its name', () => {
    expect(compile('#lemma("n/other")').stderr).toContain("'n/other' is not among the claims");
    expect(compile('#lemma("n/commute")').stderr).toContain(
      "'n/commute' is refuted, so it is not a lemma",
    );
  });
});
