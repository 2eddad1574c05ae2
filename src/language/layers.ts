/**
 * Families of dimensions, `d[l]`: shapes that vary with an index, and the ends of ranges as `L-1`.
 */
import { atomsOf, mapAtoms } from '../operators/dimension.ts';
import type { Declaration, Dim, Index, Shape, Type } from './ast.ts';

/** `d[l-1]`, `d[0]`: a family and an index in one canonical text. */
const member = /^([A-Za-z_]\w*)\[(?:(-?\d+)|([A-Za-z_]\w*)([+-]\d+)?)\]$/;
const end = /^(?:(-?\d+)|([A-Za-z_]\w*)([+-]\d+)?)$/;

const signed = (offset: number): string =>
  offset === 0 ? '' : offset > 0 ? `+${offset}` : `${offset}`;

/** `l`, `l+1`, `3`. */
export const placeText = ({ name, offset }: Index): string =>
  name === null ? `${offset}` : `${name}${signed(offset)}`;

/** The end of a range, as `L`, `L-1`, `3`; null for any other text. */
export const readPlace = (text: string): Index | null => {
  const found = end.exec(text);
  if (!found) return null;
  const [, number, name, offset] = found;
  return number === undefined
    ? { name: name as string, offset: Number(offset ?? 0) }
    : { name: null, offset: Number(number) };
};

/** A dimension `d[l-1]` as its family and its index; null for a dimension of its own. */
export const readMember = (dim: Dim): { readonly family: string; readonly at: Index } | null => {
  const found = member.exec(dim);
  const at = found && readPlace(dim.slice(dim.indexOf('[') + 1, -1));
  return found && at ? { family: found[1] as string, at } : null;
};

/** An index with a name in it replaced. */
const placedAt = (at: Index, name: string, by: Index): Index =>
  at.name === name ? { name: by.name, offset: at.offset + by.offset } : at;

/** A dimension at another value of an index: `d[l-1]` at l = k+1 is `d[k]`. */
export const dimAt = (dim: Dim, name: string, by: Index): Dim => {
  if (!dim.includes('[')) return dim;
  return mapAtoms(dim, (atom) => {
    const found = readMember(atom);
    return found ? `${found.family}[${placeText(placedAt(found.at, name, by))}]` : atom;
  });
};

export const shapeAt = (shape: Shape, name: string, by: Index): Shape =>
  shape.some((d) => d.includes('[')) ? shape.map((d) => dimAt(d, name, by)) : shape;

/** Whether a shape varies with the index. */
export const variesWith = (shape: Shape, name: string): boolean =>
  shape.some(
    (dim) => dim.includes('[') && atomsOf(dim).some((d) => readMember(d)?.at.name === name),
  );

/** The type of a family's member. */
export const typeAt = (type: Type, name: string, by: Index): Type => {
  if (type.kind === 'tensor') return { kind: 'tensor', shape: shapeAt(type.shape, name, by) };
  if (type.kind === 'activation') return type;
  return {
    kind: 'function',
    inputs: type.inputs.map((s) => shapeAt(s, name, by)),
    output: shapeAt(type.output, name, by),
  };
};

/** The declaration of one member of a family, counted from 1. */
export const memberOf = (d: Declaration, position: number): Declaration =>
  d.family === null
    ? d
    : {
        ...d,
        family: null,
        type: typeAt(d.type, d.family.index, { name: null, offset: position }),
      };
