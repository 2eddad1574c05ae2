/** The size of a dimension, such as `n`, `d[l+1]` or `m*n`, at a point. */
import type { Dim, Shape } from '../language/ast.ts';
import { summandsOf } from '../operators/dimension.ts';
import { Undefined } from '../numbers/field.ts';

/** Values of running indices by name, counted from 1. */
export type Indices = ReadonlyMap<string, number>;

export const noIndices: Indices = new Map();

type Size = (dims: ReadonlyMap<string, number>, indices: Indices) => number;

const indexed = /^(.*)\[([A-Za-z_]\w*)?\s*([+-]?\s*\d+)?\]$/;
/** `L-1`, the end of a range. */
const shifted = /^([A-Za-z_]\w*)([+-]\d+)$/;

const named = (name: string, dims: ReadonlyMap<string, number>): number => {
  const size = dims.get(name);
  if (size === undefined) throw new Error(`the dimension ${name} has no size at this point`);
  return size;
};

const compileFactor = (factor: string): Size => {
  if (/^\d+$/.test(factor)) return () => Number(factor);
  const member = indexed.exec(factor);
  const place = member ? null : shifted.exec(factor);
  if (place) {
    const [, name = '', offset = '0'] = place;
    return (dims, indices) => (indices.get(name) ?? named(name, dims)) + Number(offset);
  }
  if (!member)
    return (dims, indices) => dims.get(factor) ?? indices.get(factor) ?? named(factor, dims);
  const [, base = '', index, offset = '0'] = member;
  const shift = Number(offset.replace(/\s/g, ''));
  return (dims, indices) => {
    const start = index === undefined ? 0 : (indices.get(index) ?? dims.get(index));
    // a family of dimensions may also have been given under its text, as `d[l]`
    if (start === undefined) return named(factor, dims);
    const size = dims.get(`${base}[${start + shift}]`);
    if (size === undefined)
      throw new Undefined(`${base}[${start + shift}] lies outside the family of dimensions`);
    return size;
  };
};

/**
 * The size of a dimension: a name, a literal, a member `d[l-1]` of a family, or a product `m*p` of
 * these; of the end of a range, `L-1` or an index.
 */
export const compileDim = (dim: Dim): Size => {
  const summands = shifted.test(dim) ? [dim] : summandsOf(dim);
  if (summands.length > 1) {
    const sizes = summands.map(compileDim);
    return (dims, indices) => sizes.reduce((sum, s) => sum + s(dims, indices), 0);
  }
  const factors = dim.split('*').map((f) => compileFactor(f.trim()));
  const [first] = factors;
  if (first && factors.length === 1) return first;
  return (dims, indices) => factors.reduce((product, f) => product * f(dims, indices), 1);
};

export const compileShape = (
  shape: Shape,
): ((dims: ReadonlyMap<string, number>, indices: Indices) => readonly number[]) => {
  const dims = shape.map(compileDim);
  if (dims.length === 0) return () => scalarShape;
  return (sizes, indices) => dims.map((d) => d(sizes, indices));
};

const scalarShape: readonly number[] = [];

/** The numeric shape of a shape in names, at a point. */
export const sizes = (
  at: { readonly dims: ReadonlyMap<string, number> },
  shape: Shape,
  indices: Indices = noIndices,
): readonly number[] => compileShape(shape)(at.dims, indices);
