/**
 * Claims that are read by both readers: of the catalogue, of the tests' own texts, and of a list
 * next to this file.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { strategyCases } from '../prover/strategies.ts';
import { ClaimError, parseClaim, type Claim } from '../../src/language/index.ts';

const root = resolve(import.meta.dirname, '../..');
const filesUnder = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((f) => ending.test(f))
    .map((f) => join(root, folder, f))
    .sort();

/** Texts between quotes of any kind that hold a turnstile. */
const quoted = (source: string): string[] =>
  [...source.matchAll(/`((?:[^`\\]|\\.)*)`|'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/g)]
    .map((m) => (m[1] ?? m[2] ?? m[3] ?? '').replace(/\\(.)/g, '$1'))
    .filter((text) => /\|-|⊢/.test(text));
const listed = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split('\t')[1] ?? '')
    .filter((text) => text !== '');

const reads = (text: string): Claim[] => {
  try {
    return [parseClaim(text)];
  } catch (error) {
    if (error instanceof ClaimError || error instanceof RangeError) return [];
    throw error;
  }
};

/** Every text that the language reads as a claim, each once. */
export const claims = (): readonly { readonly text: string; readonly claim: Claim }[] => {
  const sources = [
    ...filesUnder('proofs', /\.ts$/),
    ...filesUnder('properties', /\.ts$/),
    ...filesUnder('test', /\.ts$/),
  ];
  const texts = [
    ...sources.flatMap((f) => quoted(readFileSync(f, 'utf8'))),
    ...Object.values(strategyCases).flatMap((c) => [...c.proves, ...c.shares, ...c.refuses]),
    ...filesUnder('test/second-checker/claims', /\.tsv$/).flatMap(listed),
  ];
  return [...new Set(texts)].flatMap((text) => reads(text).map((claim) => ({ text, claim })));
};
