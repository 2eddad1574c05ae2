/**
 * ml-matrix in a browser, where it is part of the one file: takes the place of `ml-matrix.node.ts`
 * in that build.
 */
import { EigenvalueDecomposition, Matrix, SVD } from 'ml-matrix';

export const mlMatrix = (): Pick<
  typeof import('ml-matrix'),
  'EigenvalueDecomposition' | 'Matrix' | 'SVD'
> => ({ EigenvalueDecomposition, Matrix, SVD });
