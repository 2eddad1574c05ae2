/** Prints a counterexample on one line, for the benchmarks. */
import type { Assignment, Value } from '../../src/evaluate/assignment.ts';
import type { Rational } from '../../src/numbers/field.ts';
import { rationalText } from '../../src/numbers/rational-text.ts';

const monomial = (powers: readonly number[]): string =>
  powers.flatMap((p, i) => (p === 0 ? [] : [p === 1 ? `x${i + 1}` : `x${i + 1}^${p}`])).join(' ');

const valueText = (value: Value<Rational>): string => {
  switch (value.kind) {
    case 'family':
      return `(${value.members.map(valueText).join(', ')})`;
    case 'activation':
      return value.activation.kind === 'builtin'
        ? value.activation.name
        : `[${value.activation.coefficients.map(rationalText).join(' ')}]`;
    case 'function':
      return value.map.kind === 'network'
        ? 'network'
        : `(${value.map.outputs.map((terms) => terms.map((t) => `${rationalText(t.coefficient)} ${monomial(t.powers)}`.trim()).join(' + ') || '0').join(', ')})`;
    case 'tensor': {
      const { shape, data } = value.tensor;
      const n = shape[1] ?? 1;
      const rows = Array.from({ length: data.length / n }, (_, i) =>
        data
          .slice(i * n, (i + 1) * n)
          .map(rationalText)
          .join(' '),
      );
      return shape.length === 0 ? rows.join('') : `[${rows.join('; ')}]`;
    }
  }
};

/** A witness in one line. */
export const witnessText = (at: Assignment<Rational>): string =>
  [
    ...[...at.dims].map(([n, s]) => `${n}=${s}`),
    ...[...at.values].map(([n, v]) => `${n}=${valueText(v)}`),
  ].join(' ');
