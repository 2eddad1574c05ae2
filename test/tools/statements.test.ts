/**
 * The table of statements and the gallery are current, and what they rest on has the verdict it
 * declares.
 */
import { describe, expect, test } from 'vitest';
import { family, property } from '../../src/catalogue/entry.ts';
import { examine } from '../../src/verdict/examine.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import { degenerateAt } from '../../src/records/degenerate.ts';
import { checker } from '../../src/cli/checker.ts';
import ansatz from '../../proofs/ansatz.ts';
import capacity from '../../proofs/capacity.ts';
import dnfa from '../../proofs/dnfa.ts';
import gallery from '../../proofs/gallery.ts';
import hessian from '../../proofs/hessian.ts';
import minima from '../../proofs/minima.ts';
import order from '../../proofs/order.ts';
import pdlt from '../../proofs/pdlt.ts';
import results from '../../proofs/results.ts';
import submersion from '../../proofs/submersion.ts';
import width from '../../proofs/width.ts';
import falseAnsatz from '../../properties/ansatz.ts';
import falseCapacity from '../../properties/capacity.ts';
import falseDnfa from '../../properties/dnfa.ts';
import falseGallery from '../../properties/gallery.ts';
import falseHessian from '../../properties/hessian.ts';
import falseMinima from '../../properties/minima.ts';
import falsePdlt from '../../properties/pdlt.ts';
import falseResults from '../../properties/results.ts';
import falseSubmersion from '../../properties/submersion.ts';
import trained from '../../properties/trained.ts';
import falseWidth from '../../properties/width.ts';
import { galleryPage, standing, statementsTable } from './statements.ts';

const fresh = [ansatz, results, minima, width, gallery];
const refuted = [falseAnsatz, falseResults, falseMinima, falseWidth, falseGallery];
const older = [dnfa, hessian, submersion, capacity, pdlt];
const olderRefuted = [falseDnfa, falseHessian, falseSubmersion, falseCapacity, falsePdlt];
const membersOf = (families: readonly (typeof ansatz)[]) =>
  families.flatMap((f) => f.members.map((m) => ({ ...m, id: `${f.name}/${m.name}` })));

test('the table is current', async () => {
  const table = statementsTable([...older, ...fresh, ...olderRefuted, ...refuted, trained]);
  await expect(table).toMatchFileSnapshot('../../proofs/findings/statements.md');
});
test('the gallery is current', async () => {
  await expect(galleryPage(gallery, falseGallery)).toMatchFileSnapshot('../../docs/gallery.md');
});
test('a row that settles a statement in part leaves it weaker', () => {
  expect(standing([])).toBe('M');
  expect(standing([{ whole: false }])).toBe('W');
  expect(standing([{ whole: false }, { whole: true }])).toBe('S');
});
test('an invalid number is reported', () => {
  const fields = { claim: 'x: n |- x = 0', expect: 'refuted', source: 'a test' } as const;
  const wrong = family('wrong', [property('one', { ...fields, settles: ['Z1'] })]);
  expect(() => statementsTable([wrong])).toThrow('there is no statement Z1');
});

describe('what is proved', () => {
  const proved = new Map<string, Verdict>();
  const before = membersOf([order, dnfa]).filter(
    ({ id }) => id.startsWith('order/') || id === 'dnfa/nearest-tight-frame',
  );
  test.each([...before, ...membersOf(fresh)])('$id', async ({ id, claim, proof }) => {
    const verdict = await examine(claim, {
      time: 0.2,
      seed: 3,
      lemmas: proved,
      patience: 10_000,
      ...(proof === null ? {} : { proof }),
    });
    expect(verdict.verdict, verdict.message ?? '').toBe('proved');
    proved.set(id, verdict);
  });
});

describe('what is refuted', () => {
  test.each(membersOf(refuted))('$id', async ({ claim, nondegenerate }) => {
    const verdict = await examine(claim, { time: 10, seed: 3 });
    expect(verdict.verdict, verdict.message ?? '').toBe('refuted');
    const at = verdict.counterexample?.at;
    if (!at) throw new Error('refuted without a counterexample');
    expect(degenerateAt(verdict.claim, nondegenerate, at, checker)).toEqual([]);
  });
});
