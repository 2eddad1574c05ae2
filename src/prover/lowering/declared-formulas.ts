/** Attributes of declared names as formulas. */
import { type Formula, and, each, equal, is, less, not } from '../../kernel/formula.ts';
import { contract, identity, number, permute, variable, zeros } from '../../kernel/graph.ts';
import { ratio } from '../../kernel/ratio.ts';
import type { Dim, Term } from '../../kernel/term.ts';
import type { Attribute, Declaration } from '../../language/ast.ts';
import { lengthSquared } from '../../operators/terms.ts';
import { negated } from '../graphs/small-terms.ts';
import { layerMember } from './layers.ts';
import { NotLowerable, coordinate, familyOf, overIndex, scopeOf, tensorShape } from './scope.ts';

const letters = (k: number): string =>
  Array.from({ length: k }, (_, i) => String.fromCharCode(97 + i)).join('');

/** What an attribute says of a term. */
export function attributeFormula(a: Attribute, x: Term): Formula {
  const square = (): Dim => x.shape[0] as Dim;
  const product = (p: Term, q: Term): Term => contract([p, q], ['ij', 'jk'], 'ik');
  const flipped = (): Term => permute(x, [1, 0]);
  switch (a) {
    case 'symmetric':
      return x.shape.length < 2 ? equal(x, x) : equal(x, flipped());
    case 'antisymmetric':
      return equal(x, negated(flipped()));
    case 'diagonal':
      return equal(contract([x], ['ii'], 'ii'), x);
    case 'lower':
    case 'upper':
      throw new NotLowerable(`${a}, which mentions the order of the indices`);
    case 'orthogonal':
      return and(
        equal(product(flipped(), x), identity(square())),
        equal(product(x, flipped()), identity(square())),
      );
    case 'projector':
      return equal(product(x, x), x);
    case 'positive':
      return compared(zeros(x.shape), x, true);
    case 'nonnegative':
      return compared(zeros(x.shape), x, false);
    case 'nonzero':
      return not(equal(x, zeros(x.shape)));
    case 'unit':
      return equal(lengthSquared(x), number(ratio(1n)));
    default:
      if (x.shape.length !== 2) throw new NotLowerable(`${a} of something that is not a matrix`);
      return is(a, x);
  }
}
/** What the attributes of a declaration say, of every member of a family. */
export function declaredFormulas(
  d: Declaration,
  layers: ReadonlySet<Dim> = new Set(),
): { attribute: Attribute; formula: Formula }[] {
  if (d.type.kind !== 'tensor') return [];
  const { family: range } = d;
  if (range && layers.has(range.to)) {
    const member = layerMember(
      d,
      { name: range.index, offset: 0 },
      { ...scopeOf({ declarations: [d] }), layers },
    );
    return d.attributes.map((attribute) => ({
      attribute,
      formula: each(range.index, '1', range.to, attributeFormula(attribute, member)),
    }));
  }
  const [family] = familyOf(d);
  const whole = variable(d.name, tensorShape(d));
  if (family === undefined)
    return d.attributes.map((attribute) => ({
      attribute,
      formula: attributeFormula(attribute, whole),
    }));
  const index = { name: `${d.name}.i`, offset: 0 };
  const e = coordinate(index, family);
  const names = whole.shape.map((_, i) => String.fromCharCode(97 + i)).join('');
  const member = contract([whole, e], [names, 'a'], names.slice(1));
  return d.attributes.map((attribute) => ({
    attribute,
    formula: overIndex(attributeFormula(attribute, member), index.name, family),
  }));
}

/**
 * An order of numbers, or of all entries: of tensors of one shape, each axis is fixed at every
 * coordinate.
 */
export function compared(l: Term, r: Term, strict: boolean): Formula {
  const names = letters(l.shape.length);
  // no claim writes these names, so that they never meet an index of its own
  const axis = (k: number): string => `·${k + 1}`;
  const fixed = l.shape.map((dim, k) => coordinate({ name: axis(k), offset: 0 }, dim));
  const entry = (t: Term): Term => contract([t, ...fixed], [names, ...names], '');
  return l.shape.reduceRight(
    (f: Formula, dim, k) => overIndex(f, axis(k), dim),
    less(entry(l), entry(r), strict),
  );
}
