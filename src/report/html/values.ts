/** The values of a counterexample, each under its name. */
import type { Assignment, FunctionMap, PolynomialTerm, Value } from '../../evaluate/assignment.ts';
import type { Rational } from '../../numbers/field.ts';
import {
  above,
  applied,
  below,
  fraction,
  letter,
  list,
  numeral,
  parentheses,
  plainWord,
  row,
  sign,
  tight,
  type Typeset,
} from '../../operators/typeset.ts';
import { typesetName } from '../../language/typeset-names.ts';
import { tensorJson } from '../../records/value-json.ts';
import type { FreeEntries, Freedom } from '../../refuter/index.ts';
import { activationText, functionText } from '../function-text.ts';
import { code, math } from './formula.ts';
import { html, type Markup } from './markup.ts';
import { valueMarkup } from './matrix.ts';

const size = ({ num, den }: Rational): Typeset => {
  const n = String(num < 0n ? -num : num);
  return den === 1n ? numeral(n) : fraction(numeral(n), numeral(String(den)));
};

const monomial = (powers: readonly number[], variables: readonly Typeset[]): Typeset[] =>
  powers.flatMap((p, j) =>
    p === 0
      ? []
      : [p === 1 ? (variables[j] as Typeset) : above(variables[j] as Typeset, numeral(String(p)))],
  );

const polynomial = (
  terms: readonly PolynomialTerm<Rational>[],
  variables: readonly Typeset[],
): Typeset => {
  const degree = (t: PolynomialTerm<Rational>): number => t.powers.reduce((sum, p) => sum + p, 0);
  const shown = terms
    .filter((t) => t.coefficient.num !== 0n)
    .toSorted((a, b) => degree(b) - degree(a));
  const parts = shown.flatMap(({ coefficient, powers }, i): Typeset[] => {
    const factors = monomial(powers, variables);
    const one = coefficient.den === 1n && (coefficient.num === 1n || coefficient.num === -1n);
    const body: Typeset = {
      kind: 'product',
      parts: one && factors.length > 0 ? factors : [size(coefficient), ...factors],
    };
    if (i === 0) return coefficient.num < 0n ? [tight(sign('-'), body)] : [body];
    return [sign(coefficient.num < 0n ? '-' : '+'), body];
  });
  return parts.length === 0 ? numeral('0') : row(...parts);
};

const mapMarkup = (name: string, map: FunctionMap<Rational>): Markup => {
  if (map.kind === 'network') return code(functionText(name, map));
  const variables =
    map.inputs === 1
      ? [letter('x')]
      : Array.from({ length: map.inputs }, (_, i) => below(letter('x'), numeral(String(i + 1))));
  const outputs = map.outputs.map((terms) => polynomial(terms, variables));
  return math(
    row(
      applied(typesetName(name), ...variables),
      sign('='),
      outputs.length === 1 ? (outputs[0] as Typeset) : parentheses(list(outputs)),
    ),
    functionText(name, map),
  );
};

/** One named value, or each member of a family; `free` tells the entries that may be anything. */
const valueItems = (
  name: Typeset,
  spoken: string,
  value: Value<Rational>,
  free: readonly Freedom[],
): Markup[] => {
  switch (value.kind) {
    case 'tensor':
      return [
        html`
          ${math(row(name, sign('=')), `${spoken} =`)}${' '}
          ${valueMarkup(tensorJson(value.tensor), free)}
        `,
      ];
    case 'function':
      return [mapMarkup(spoken, value.map)];
    case 'activation':
      return [
        value.activation.kind === 'builtin'
          ? math(
              row(name, sign('='), plainWord(value.activation.name)),
              activationText(spoken, value.activation),
            )
          : code(activationText(spoken, value.activation)),
      ];
    case 'family': {
      let from = 0;
      return value.members.flatMap((member, i) => {
        const count = member.kind === 'tensor' ? member.tensor.data.length : 0;
        from += count;
        return valueItems(
          below(name, numeral(String(i + 1))),
          `${spoken}[${i + 1}]`,
          member,
          free.slice(from - count, from),
        );
      });
    }
  }
};

/** Sizes and values of a point. */
export const pointMarkup = (
  { dims, values }: Assignment<Rational>,
  free: FreeEntries | null = null,
): Markup => {
  const sizes = [...dims].map(([name, n]) =>
    math(row(typesetName(name), sign('='), numeral(String(n))), `${name} = ${n}`),
  );
  const items = [
    ...sizes,
    ...[...values].flatMap(([name, value]) =>
      valueItems(typesetName(name), name, value, free?.get(name) ?? []),
    ),
  ];
  return items.length === 0
    ? html`<p>at every point</p>`
    : html`
      <ul class="point" aria-label="Values">${items.map((item) => html`<li>${item}</li>`)}</ul>
    `;
};
