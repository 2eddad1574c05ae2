/** Parametrises a value by free numbers on which it depends linearly. */
import type { Declaration } from '../../language/ast.ts';
import type { PolynomialMap, PolynomialTerm, Value } from '../../evaluate/assignment.ts';
import { range } from '../../networks/elimination.ts';
import { monomials } from '../../networks/polynomials.ts';
import type { Q } from '../../numbers/rational.ts';
import { tensor } from '../../numbers/tensor.ts';
import { affineForms, type Affine } from './affine.ts';

/**
 * A value as a linear function of free numbers: the entries of a matrix, the upper triangle of a
 * symmetric one, coefficients.
 */
export interface Parameters {
  readonly values: readonly Q[];
  /** The value with other numbers, or with unknowns in their place. */
  build<T extends Affine>(values: readonly T[]): Value<T | Q>;
}

const most = 48;

/**
 * For each entry of an n×n matrix which free number it is and with what sign; null where it is
 * always zero.
 */
const pattern = (
  n: number,
  kind: 'symmetric' | 'antisymmetric' | 'diagonal',
): { readonly free: number[]; readonly entries: (readonly [number, 1 | -1] | null)[] } => {
  const free: number[] = [];
  const at = new Map<number, number>();
  for (const i of range(n))
    for (const j of range(n)) {
      const wanted = kind === 'diagonal' ? i === j : kind === 'symmetric' ? i <= j : i < j;
      if (wanted) {
        at.set(i * n + j, free.length);
        free.push(i * n + j);
      }
    }
  const entries = range(n * n).map((k): readonly [number, 1 | -1] | null => {
    const own = at.get(k);
    if (own !== undefined) return [own, 1];
    const mirrored = at.get((k % n) * n + Math.floor(k / n));
    return mirrored === undefined ? null : [mirrored, kind === 'antisymmetric' ? -1 : 1];
  });
  return { free, entries };
};

const tensorParameters = (
  value: Extract<Value<Q>, { readonly kind: 'tensor' }>,
  d: Declaration,
): Parameters | null => {
  const { shape, data } = value.tensor;
  const has = new Set(d.attributes);
  if (has.has('orthogonal') || has.has('projector') || has.has('unit')) return null;
  const kind = has.has('diagonal')
    ? 'diagonal'
    : has.has('antisymmetric')
      ? 'antisymmetric'
      : has.has('symmetric') || has.has('psd') || has.has('pd')
        ? 'symmetric'
        : null;
  if (kind === null || shape.length !== 2) {
    return { values: data, build: (values) => ({ kind: 'tensor', tensor: tensor(shape, values) }) };
  }
  const { free, entries } = pattern(shape[0] ?? 1, kind);
  return {
    values: free.map((k) => data[k] ?? 0),
    build: <T extends Affine>(values: readonly T[]) => ({
      kind: 'tensor',
      // the negative of a form is a form, of a number a number
      tensor: tensor(
        shape,
        entries.map((e): T | Q =>
          e === null
            ? 0
            : e[1] === 1
              ? (values[e[0]] ?? 0)
              : (affineForms.neg(values[e[0]] ?? 0) as T | Q),
        ),
      ),
    }),
  };
};

/**
 * Coefficients of all monomials of degree at most 2 and of those that are there; of the linear ones
 * alone where that is too many.
 */
const polynomialParameters = (map: PolynomialMap<Q>): Parameters | null => {
  for (const degree of [2, 1, 0]) {
    const plain = monomials(map.inputs, degree).map(
      (powers) => [powers.join(','), powers] as const,
    );
    const slots = map.outputs.flatMap((terms, output) => {
      const all = new Map<string, readonly number[]>(plain);
      const coefficients = new Map<string, Q>();
      for (const t of terms) {
        const key = t.powers.join(',');
        all.set(key, t.powers);
        if (!coefficients.has(key)) coefficients.set(key, t.coefficient);
      }
      return [...all].map(([key, powers]) => ({
        output,
        powers,
        value: coefficients.get(key) ?? 0,
      }));
    });
    if (slots.length > most) continue;
    return {
      values: slots.map((s) => s.value),
      build: <T extends Affine>(values: readonly T[]) => ({
        kind: 'function',
        map: {
          ...map,
          outputs: map.outputs.map((_, output) => {
            const terms: PolynomialTerm<T | Q>[] = [];
            slots.forEach((s, i) => {
              const coefficient = values[i] ?? 0;
              if (s.output === output && coefficient !== 0)
                terms.push({ coefficient, powers: s.powers });
            });
            return terms;
          }),
        },
      }),
    };
  }
  return null;
};

/**
 * The value in free numbers on which it depends linearly; null where its attributes tie them
 * together otherwise.
 */
export const parametersOf = (value: Value<Q>, d: Declaration): Parameters | null => {
  switch (value.kind) {
    case 'tensor':
      return tensorParameters(value, d);
    case 'activation': {
      if (value.activation.kind === 'builtin') return null;
      const { coefficients } = value.activation;
      const values = range(4).map((i) => coefficients[i] ?? 0);
      return {
        values,
        build: (c) => ({ kind: 'activation', activation: { kind: 'polynomial', coefficients: c } }),
      };
    }
    case 'function': {
      if (value.map.kind === 'polynomial') return polynomialParameters(value.map);
      const { map } = value;
      const last = map.layers[map.layers.length - 1];
      if (last === undefined || last.activation !== null) return null;
      const weights = last.weights.data.length;
      // a network is linear in the weights of its last layer
      return {
        values: [...last.weights.data, ...last.bias],
        build: (values) => ({
          kind: 'function',
          map: {
            ...map,
            layers: [
              ...map.layers.slice(0, -1),
              {
                ...last,
                weights: tensor(last.weights.shape, values.slice(0, weights)),
                bias: values.slice(weights),
              },
            ],
          },
        }),
      };
    }
    case 'family': {
      const parts = value.members.map((m) => parametersOf(m, { ...d, family: null }));
      if (parts.some((p) => p === null)) return null;
      const sizes = parts.map((p) => p?.values.length ?? 0);
      return {
        values: parts.flatMap((p) => p?.values ?? []),
        build: <T extends Affine>(values: readonly T[]) => {
          let start = 0;
          const members = value.members.map((m, i): Value<T | Q> => {
            const own = values.slice(start, start + (sizes[i] ?? 0));
            start += own.length;
            return parts[i]?.build(own) ?? m;
          });
          return { kind: 'family', members };
        },
      };
    }
  }
};
