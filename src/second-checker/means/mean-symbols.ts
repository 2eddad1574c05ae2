/** What tells means from other functions: their names, and that they take tensors as they are. */
import { multiplied, type Dim } from '../dims.ts';

/** Means are functions with names that begin so: in documents, and as they are read here. */
export const isMeanName = (name: string): boolean => name.startsWith('E#') || name.startsWith('E@');

/** A mean takes a tensor of these axes as it is, of which nothing is differentiated. */
export const takesTensor = (
  name: string,
  input: Dim | null,
  axes: readonly Dim[],
  order: number,
): boolean => isMeanName(name) && axes.length > 1 && order === 0 && input === multiplied(...axes);
