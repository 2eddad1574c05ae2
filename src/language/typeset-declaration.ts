/** A declaration, set in two dimensions. */
import { list, numeral, row, sign, tight, words, type Typeset } from '../operators/typeset.ts';
import type { Declaration, Shape } from './ast.ts';
import { attributeText } from './text.ts';
import { indexed, typesetDim, typesetName } from './typeset-names.ts';

const reals = sign('\\mathbb{R}');
const times = (parts: readonly Typeset[]): Typeset =>
  row(...parts.flatMap((p, i) => (i === 0 ? [p] : [sign('\\times'), p])));
const complexes = sign('\\mathbb{C}');
const space = (shape: Shape, base: Typeset = reals): Typeset =>
  shape.length === 0
    ? base
    : { kind: 'scripts', base, below: null, above: times(shape.map(typesetDim)) };

const typeOf = (d: Declaration, name: Typeset): readonly Typeset[] => {
  if (d.type.kind === 'activation')
    return [name, sign(':'), reals, sign('\\to'), reals, words('elementwise')];
  if (d.type.kind === 'function')
    return [
      name,
      sign(':'),
      times(d.type.inputs.map((i) => space(i))),
      sign('\\to'),
      space(d.type.output),
    ];
  return [name, sign('\\in'), space(d.type.shape, d.complex ? complexes : reals)];
};

export const typesetDeclaration = (d: Declaration): Typeset => {
  const name = d.family
    ? indexed(d.name, { name: d.family.index, offset: 0 })
    : typesetName(d.name);
  const body = row(
    ...typeOf(d, name),
    ...(d.attributes.length > 0
      ? [words(d.attributes.map((a) => attributeText(a, d.complex === true)).join(', '))]
      : []),
  );
  if (!d.family) return body;
  return tight(
    body,
    sign(',\\ '),
    row(
      typesetName(d.family.index),
      sign('='),
      list([numeral('1'), sign('\\dots'), typesetDim(d.family.to)]),
    ),
  );
};
