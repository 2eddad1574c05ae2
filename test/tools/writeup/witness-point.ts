/**
 * A filed counterexample as pieces of a sentence: matrices and polynomials as mathematics, families
 * member by member.
 */
import type { Witness } from '../../../src/records/witness.ts';
import type { Json } from '../../../src/records/value-json.ts';
import { nameLatex } from '../../../src/language/index.ts';
import { listed } from '../../../src/writeup/statement.ts';
import type { Piece } from '../../../src/writeup/statement.ts';
import { tensorLatex } from '../../../src/writeup/witness-pieces.ts';

type Fields = { readonly [key: string]: Json };
const isFields = (value: Json | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** Null where something in it has no short form. */
export function pointPieces({ values }: Witness): Piece[] | null {
  const parts = Object.entries(values).flatMap(([name, value]): (string | null)[] =>
    assigned(name, value),
  );
  return parts.includes(null) ? null : listed(parts.map((math) => [{ math: math ?? '' }]));
}

/** A side of what fails; null where it has no short form. */
export const sidePieces = (side: Json): Piece[] | null => {
  if (typeof side === 'string' && side.includes('['))
    return [{ math: `${side.replace(/\[.*/, '').slice(0, 9)}\\ldots` }];
  const math = tensorLatex(side);
  return math === null ? null : [{ math }];
};

function assigned(name: string, value: Json): (string | null)[] {
  const latex = nameLatex(name);
  if (isFields(value) && isList(value['family'])) {
    return value['family'].map((member, i) => {
      const math = tensorLatex(member);
      return math === null ? null : `${latex}_{${i + 1}} = ${math}`;
    });
  }
  if (isFields(value)) return [functionLatex(latex, value)];
  const math = tensorLatex(value);
  return [math === null ? null : `${latex} = ${math}`];
}

function functionLatex(latex: string, value: Fields): string | null {
  if (typeof value['activation'] === 'string')
    return value['activation'] === 'square'
      ? `${latex}(t) = t^2`
      : `${latex} = \\mathrm{${value['activation']}}`;
  const { outputs, inputs } = value;
  if (value['function'] !== 'polynomial' || !isList(outputs)) return null;
  const variable = (i: number): string => (inputs === 1 ? 't' : `t_${i + 1}`);
  const written = outputs.map((terms) => (isList(terms) ? polynomial(terms, variable) : null));
  if (written.includes(null)) return null;
  return `${latex}(t) = ${written.length === 1 ? written[0] : `(${written.join(',\\, ')})`}`;
}

function polynomial(terms: readonly Json[], variable: (i: number) => string): string | null {
  const parts = terms.map((term) => {
    if (!isFields(term) || typeof term['coefficient'] !== 'string' || !isList(term['powers']))
      return null;
    const powers = term['powers']
      .map((power, i) =>
        power === 0 ? '' : power === 1 ? variable(i) : `${variable(i)}^{${String(power)}}`,
      )
      .join('');
    const { coefficient } = term;
    return powers === ''
      ? coefficient
      : coefficient === '1'
        ? powers
        : coefficient === '-1'
          ? `-${powers}`
          : `${coefficient}\\,${powers}`;
  });
  if (parts.includes(null)) return null;
  return parts.length === 0 ? '0' : parts.join(' + ').replaceAll('+ -', '- ');
}
