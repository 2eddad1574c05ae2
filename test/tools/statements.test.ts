/** The table of statements and the gallery are current; the verdicts under them are those of the catalogue. */
import { expect, test } from 'vitest';
import { family, property } from '../../src/catalogue/entry.ts';
import ansatz from '../../proofs/ansatz.ts';
import capacity from '../../proofs/capacity.ts';
import dnfa from '../../proofs/dnfa.ts';
import gallery from '../../proofs/gallery.ts';
import hessian from '../../proofs/hessian.ts';
import minima from '../../proofs/minima.ts';
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
