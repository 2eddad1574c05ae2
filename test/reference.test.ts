/** The reference of facts, cited theorems and rules: complete, without leftovers, and readable. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { factNames } from '../src/kernel/algebra.ts';
import { citationNames } from '../src/kernel/citations.ts';
import { parseClaim } from '../src/language/index.ts';
import { prove } from '../src/prover/prove.ts';
import { entries, entryNamed, search, subjects } from '../src/reference/entries.ts';
import { entryLines } from '../src/reference/entry-text.ts';
import { ruleSketches } from '../src/reference/rule-sketches.ts';
import { theoremSketches } from '../src/reference/theorem-sketches.ts';
import { usedNames } from '../src/reference/use.ts';
import { width } from '../src/report/width.ts';
import { factsIn } from './tools/facts-used.ts';
import { entryFile } from './tools/site/entry-pages.ts';

const rules = join(import.meta.dirname, '../src/kernel/rules');
/** The names under which the kernel's rules make theorems. */
const ruleNames = readdirSync(rules).flatMap((file) =>
  [
    ...readFileSync(join(rules, file), 'utf8').matchAll(
      /\bmake\(\s*([^[]*?)\[|\bmake\(\s*('[a-z ]+'),/g,
    ),
  ].flatMap(([, first = '', second = '']) =>
    [...`${first}${second}`.matchAll(/'([a-z, -]+)'/g)].map((m) => m[1] as string),
  ),
);
const all = entries();

describe('the reference', () => {
  it('has a sketch for every fact, every cited theorem and every rule, and for nothing else', () => {
    const facts = Object.values(subjects).flatMap((s) => Object.keys(s));
    expect(facts.toSorted()).toEqual(factNames().toSorted());
    expect(Object.keys(theoremSketches).toSorted()).toEqual(citationNames().toSorted());
    expect(Object.keys(ruleSketches).toSorted()).toEqual([...new Set(ruleNames)].toSorted());
  });
  it('states each one, and says why it holds in a few sentences', () => {
    for (const { name, statement, sketch, kind, source } of all) {
      expect.soft(statement, name).not.toBe('');
      expect.soft(sketch.length, name).toBeGreaterThan(10);
      expect.soft(sketch.length, name).toBeLessThan(420);
      expect.soft(sketch, name).toMatch(/^[^\s].*[.…]$/);
      expect.soft(source === null, name).toBe(kind === 'rule');
      // without a short form in the notation of claims, there are words
      expect.soft(statement === name, name).toBe(false);
    }
    for (const [name, { says }] of Object.entries(ruleSketches))
      expect.soft(says, name).toBeDefined();
  });
  it('has a page of its own for each', () =>
    expect(new Set(all.map(entryFile)).size).toBe(all.length));
  it('fits 80 columns', () => {
    for (const e of all)
      for (const line of entryLines(e)) expect.soft(width(line), line).toBeLessThanOrEqual(80);
  });
  it('names claims that its facts do prove', () => {
    expect(usedNames().filter((n) => !all.some(({ name }) => name === n))).toEqual([]);
    for (const name of ['abs of a product', 'Böttcher and Wenzel', 'det of a product']) {
      const claim = entryNamed(name)?.use.shortest ?? '';
      const proof = prove(parseClaim(claim), { time: 2000 });
      expect.soft(proof === null ? [] : [...factsIn(proof.theorem)], name).toContain(name);
    }
  });
  it('writes most statements as claims', () => {
    const claims = all.flatMap(({ claim }) => claim ?? []);
    expect(claims.length).toBeGreaterThan(190);
    for (const claim of claims) expect(claim).toMatch(/ \|- ./);
  });
});

describe('a search', () => {
  it('finds by name first, then by statement, source and sketch', () => {
    const found = search(['kernel']).map(({ name }) => name);
    expect(found.slice(0, 3)).toEqual([
      'rank by a kernel',
      'a kernel that is not 0',
      'rank by kernels',
    ]);
    expect(found).toContain('rank inequality of Sylvester');
    expect(search(['qqq'])).toEqual([]);
  });
  it('takes a name in any case', () => expect(entryNamed('weyl')?.name).toBe('Weyl'));
});
