/** The two parts of the Hessian of a deep linear network under squared error, over any field. */
import type { Field } from '../../numbers/field.ts';
import {
  extent,
  fromRows,
  identity,
  matmul,
  subtract,
  toRows,
  transpose,
} from '../../numbers/matrix.ts';
import type { Tensor } from '../../numbers/tensor.ts';

export interface LinearNet<T> {
  /** From the input on, each units × inputs. */
  readonly layers: readonly Tensor<T>[];
  /** Of each layer, how many of its first rows are parameters; what is below them is fixed. */
  readonly free: readonly number[];
}

export interface Data<T> {
  /** Inputs × data. */
  readonly x: Tensor<T>;
  /** Outputs × data. */
  readonly y: Tensor<T>;
}

/** Square matrices in the parameters, layer by layer and row by row. */
export interface HessianParts<T> {
  /** J'J, the outer product (Gauss–Newton) part. */
  readonly outer: Tensor<T>;
  /** Σ residual · ∇²F, the functional part. */
  readonly functional: Tensor<T>;
}

interface Place {
  readonly layer: number;
  readonly row: number;
  readonly column: number;
}

export const places = ({ layers, free }: LinearNet<unknown>): Place[] =>
  layers.flatMap((w, layer) =>
    Array.from({ length: free[layer]! }, (_, row) =>
      Array.from({ length: extent(w)[1] }, (_c, column) => ({ layer, row, column })),
    ).flat(),
  );

/**
 * The Hessian of ½ Σ_i |W_L … W_1 x_i − y_i|², in two parts, which any other factor than ½
 * multiplies. With W_L … W_1 = A_l W_l C_l, Σ the sum of x x' and Ω that of (residual) x', the
 * outer part has the entries (A_l' A_m)_{ac} (C_l Σ C_m')_{bd}, and the functional part, for l < m,
 * those of A_m' Ω C_l' and W_{m−1} … W_{l+1}.
 */
export function hessianParts<T>(
  field: Field<T>,
  net: LinearNet<T>,
  { x, y }: Data<T>,
): HessianParts<T> {
  const { layers } = net;
  const depth = layers.length;
  const times = (a: Tensor<T>, b: Tensor<T>): Tensor<T> => matmul(field, a, b);
  const rowsAt = (a: Tensor<T>): T[][] => toRows(a);
  /** W_{to−1} … W_from, the identity where there is none. */
  const chain = (from: number, to: number): Tensor<T> => {
    let made = identity(
      field,
      from < depth ? extent(layers[from]!)[1] : extent(layers[depth - 1]!)[0],
    );
    for (let l = from; l < to; l += 1) made = times(layers[l]!, made);
    return made;
  };
  const before = layers.map((_, l) => chain(0, l));
  const after = layers.map((_, l) => chain(l + 1, depth));
  const moment = times(x, transpose(x));
  const residual = times(subtract(field, times(chain(0, depth), x), y), transpose(x));
  const pairs = <R>(made: (l: number, m: number) => R): R[][] =>
    layers.map((_, l) => layers.map((_m, m) => made(l, m)));
  const outs = pairs((l, m) => rowsAt(times(transpose(after[l]!), after[m]!)));
  const ins = pairs((l, m) => rowsAt(times(times(before[l]!, moment), transpose(before[m]!))));
  const pulls = pairs((l, m) =>
    l < m ? rowsAt(times(times(transpose(after[m]!), residual), transpose(before[l]!))) : [],
  );
  const links = pairs((l, m) => (l < m ? rowsAt(chain(l + 1, m)) : []));
  const all = places(net);
  const functional = (p: Place, q: Place): T => {
    if (p.layer === q.layer) return field.zero;
    const [low, high] = p.layer < q.layer ? [p, q] : [q, p];
    const [pull, link] = [pulls[low.layer]![high.layer]!, links[low.layer]![high.layer]!];
    return field.mul(pull[high.row]![low.column] as T, link[high.column]![low.row] as T);
  };
  return {
    outer: fromRows(
      all.map((p) =>
        all.map((q) =>
          field.mul(
            outs[p.layer]![q.layer]![p.row]![q.row] as T,
            ins[p.layer]![q.layer]![p.column]![q.column] as T,
          ),
        ),
      ),
      all.length,
    ),
    functional: fromRows(
      all.map((p) => all.map((q) => functional(p, q))),
      all.length,
    ),
  };
}
