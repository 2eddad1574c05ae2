/** The experiments of the catalogue, in their short form, as declared. */
import { describe, expect, test } from 'vitest';
import dnfa from '../../properties/dnfa.ts';
import hessian from '../../properties/hessian.ts';
import pdlt from '../../properties/pdlt.ts';
import submersion from '../../properties/submersion.ts';
import { contextOf } from '../../src/experiments/experiment.ts';
import { forms } from '../../src/experiments/form.ts';
import { judgeFindings } from '../../src/experiments/finding.ts';

const all = [dnfa, hessian, pdlt, submersion].flatMap((one) =>
  one.experiments.map(({ name, experiment }) => ({ id: `${one.name}/${name}`, experiment })),
);

describe.each(all)('$id', ({ experiment }) => {
  test('has units with names of their own in both forms', () => {
    for (const form of forms) {
      const units = experiment.units(form);
      expect(new Set(units).size).toBe(units.length);
    }
  });
  test.each([3])(
    'is as declared from seed %i, which check does not take, and has intervals around its values',
    (seed) => {
      const context = contextOf('short', seed, () => {});
      const table = experiment.table(
        experiment.units('short').map((unit) => experiment.measure(unit, context)),
        context,
      );
      expect(
        judgeFindings(experiment.findings, table, 'short').filter((one) => !one.holds),
      ).toEqual([]);
      expect(new Set(table.map((one) => one.name)).size).toBe(table.length);
      for (const { name, value, low, high } of table)
        expect([low <= value, value <= high], name).toEqual([true, true]);
    },
    300_000,
  );
});
