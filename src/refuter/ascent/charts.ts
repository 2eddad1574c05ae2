/**
 * Values of declared attributes as functions of free numbers, in every domain: positive
 * semidefinite as B B', orthogonal by Cayley.
 */
import type { Attribute, Declaration } from '../../language/ast.ts';
import { memberOf } from '../../language/layers.ts';
import type { Value } from '../../evaluate/assignment.ts';
import { sizeOf, type Sizes } from '../../networks/sizes.ts';
import { inverse } from '../../numbers/elimination.ts';
import type { Field } from '../../numbers/field.ts';
import { add, identity, matmul, scale, subtract, transpose } from '../../numbers/matrix.ts';
import { tensor, type Tensor } from '../../numbers/tensor.ts';

/** A block of free numbers, written as a matrix. */
export interface Block {
  readonly rows: number;
  readonly cols: number;
  /**
   * How the value depends on the numbers: `squares` twice as fast, `turns` in no way that a factor
   * would keep.
   */
  readonly kind: 'entries' | 'squares' | 'turns';
}

/**
 * Values of a declaration from free numbers, the attributes met by construction where that is
 * possible.
 */
export interface Chart {
  readonly blocks: readonly Block[];
  build<T>(field: Field<T>, numbers: readonly (readonly T[])[]): Value<T>;
}

const count = ({ rows, cols }: Block): number => rows * cols;
export const lengthOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, b) => sum + count(b), 0);

type Make = <T>(field: Field<T>, numbers: readonly (readonly T[])[]) => Tensor<T>;
const chart = (blocks: readonly Block[], make: Make): Chart => ({
  blocks,
  build: (field, numbers) => ({ kind: 'tensor', tensor: make(field, numbers) }),
});

const first = <T>(numbers: readonly (readonly T[])[]): readonly T[] => numbers[0] ?? [];

/** Entries chosen by their places; the others are zero. */
const masked =
  (m: number, n: number, keep: (i: number, j: number) => boolean): Make =>
  (field, numbers) =>
    tensor(
      [m, n],
      first(numbers).map((x, k) => (keep(Math.floor(k / n), k % n) ? x : field.zero)),
    );

const mirrored =
  (n: number, sign: 1 | -1): Make =>
  <T>(field: Field<T>, numbers: readonly (readonly T[])[]) => {
    const x = first(numbers);
    return tensor(
      [n, n],
      x.map((own, k): T => {
        const [i, j] = [Math.floor(k / n), k % n];
        if (i === j) return sign === 1 ? own : field.zero;
        const upper = x[Math.min(i, j) * n + Math.max(i, j)] as T;
        return sign === 1 || i < j ? upper : field.neg(upper);
      }),
    );
  };

/**
 * (I − S)(I + S)⁻¹ of the antisymmetric part of the numbers: every orthogonal matrix without the
 * eigenvalue −1.
 */
const cayley = <T>(field: Field<T>, x: readonly T[], n: number): Tensor<T> => {
  const skew = mirrored(n, -1)(field, [x]);
  const one = identity(field, n);
  return matmul(field, subtract(field, one, skew), inverse(field, add(field, one, skew)));
};

/** X (X'X)⁻¹ X', onto the columns of X. */
const projection = <T>(field: Field<T>, x: Tensor<T>, y: Tensor<T>): Tensor<T> => {
  const turned = transpose(y);
  return matmul(field, matmul(field, x, inverse(field, matmul(field, turned, x))), turned);
};

/**
 * What is drawn anew for each start: the rank of a projector, the signs of an orthogonal matrix.
 */
export interface Shape {
  readonly rank: number;
  readonly flips: number;
}

const unit = (n: number): Make => {
  return <T>(field: Field<T>, numbers: readonly (readonly T[])[]) => {
    const u = first(numbers);
    const square = u.reduce((sum, x) => field.add(sum, field.mul(x, x)), field.zero);
    const under = field.add(field.one, square);
    const two = field.fromInteger(2);
    return tensor(
      [n],
      Array.from({ length: n }, (_, i) =>
        i < n - 1
          ? field.div(field.mul(two, u[i] as T), under)
          : field.div(field.sub(field.one, square), under),
      ),
    );
  };
};

const squares: Make = <T>(field: Field<T>, numbers: readonly (readonly T[])[]) => {
  const x = first(numbers);
  return tensor(
    [x.length],
    x.map((t) => field.mul(t, t)),
  );
};

/** Free numbers of which an n×n matrix is made, whatever their size. */
const turnsOf = (n: number): Block => ({ rows: n, cols: n, kind: 'turns' });

const orthogonalChart = (n: number, has: ReadonlySet<Attribute>, shape: Shape): Chart => {
  if (has.has('symmetric') || has.has('projector')) {
    if (has.has('projector')) return chart([], (field) => identity(field, n));
    return chart([{ ...turnsOf(n), cols: shape.rank }], (field, numbers) => {
      const x = tensor([n, shape.rank], first(numbers));
      const twice = scale(field, field.fromInteger(2), projection(field, x, x));
      return subtract(field, identity(field, n), twice);
    });
  }
  return chart([turnsOf(n)], (field, numbers) => {
    const q = cayley(field, first(numbers), n);
    return tensor(
      [n, n],
      q.data.map((x, k) => ((shape.flips >> (k % n)) & 1 ? field.neg(x) : x)),
    );
  });
};

const projectorChart = (n: number, has: ReadonlySet<Attribute>, shape: Shape): Chart => {
  const thin: Block = { ...turnsOf(n), cols: shape.rank };
  if (has.has('symmetric') || has.has('psd'))
    return chart([thin], (field, numbers) => {
      const x = tensor([n, shape.rank], first(numbers));
      return projection(field, x, x);
    });
  return chart([thin, thin], (field, numbers) =>
    projection(
      field,
      tensor([n, shape.rank], numbers[0] ?? []),
      tensor([n, shape.rank], numbers[1] ?? []),
    ),
  );
};

const matrixChart = (n: number, m: number, has: ReadonlySet<Attribute>, shape: Shape): Chart => {
  if (has.has('orthogonal')) return orthogonalChart(n, has, shape);
  if (has.has('projector')) return projectorChart(n, has, shape);
  const whole: Block = { rows: m, cols: n, kind: 'entries' };
  const definite = has.has('psd') || has.has('pd');
  const signed = has.has('positive') || has.has('nonnegative');
  if (has.has('diagonal'))
    return chart(
      [{ rows: 1, cols: n, kind: definite || signed ? 'squares' : 'entries' }],
      <T>(field: Field<T>, numbers: readonly (readonly T[])[]) => {
        const d = definite || signed ? squares(field, numbers).data : first(numbers);
        return tensor(
          [n, n],
          Array.from({ length: n * n }, (_, k) =>
            k % (n + 1) === 0 ? (d[k % n] as T) : field.zero,
          ),
        );
      },
    );
  if (definite)
    return chart([{ rows: n, cols: n, kind: 'squares' }], (field, numbers) => {
      const b = tensor([n, n], first(numbers));
      return matmul(field, b, transpose(b));
    });
  if (signed)
    return chart([{ ...whole, kind: 'squares' }], (field, numbers) => {
      const grid = tensor([m, n], squares(field, numbers).data);
      return has.has('symmetric') ? mirrored(n, 1)(field, [grid.data]) : grid;
    });
  if (has.has('antisymmetric')) return chart([whole], mirrored(n, -1));
  if (has.has('symmetric')) return chart([whole], mirrored(n, 1));
  if (has.has('lower'))
    return chart(
      [whole],
      masked(m, n, (i, j) => i >= j),
    );
  if (has.has('upper'))
    return chart(
      [whole],
      masked(m, n, (i, j) => i <= j),
    );
  return chart([whole], (_, numbers) => tensor([m, n], first(numbers)));
};

/** The chart of one member; null where no chart has the type. */
const memberChart = (d: Declaration, sizes: Sizes, shape: Shape): Chart | null => {
  if (d.type.kind !== 'tensor') return null;
  const sides = d.type.shape.map((dim) => sizeOf(dim, sizes));
  const has = new Set(d.attributes);
  if (sides.length === 2) return matrixChart(sides[1] ?? 1, sides[0] ?? 1, has, shape);
  const total = sides.reduce((a, b) => a * b, 1);
  if (has.has('unit') && sides.length === 1)
    return chart([{ rows: 1, cols: total - 1, kind: 'turns' }], unit(total));
  const positive = ['positive', 'nonnegative', 'psd', 'pd'].some((a) => has.has(a as Attribute));
  return chart(
    [{ rows: 1, cols: total, kind: positive ? 'squares' : 'entries' }],
    (field, numbers) => tensor(sides, positive ? squares(field, numbers).data : first(numbers)),
  );
};

/** The chart of a declaration at some sizes; null where its values have none. */
export const chartOf = (d: Declaration, sizes: Sizes, shape: Shape): Chart | null => {
  if (d.family === null) return memberChart(d, sizes, shape);
  const members = Array.from({ length: sizeOf(d.family.to, sizes) }, (_, i) =>
    memberChart(memberOf(d, i + 1), sizes, shape),
  );
  const known = members.filter((c): c is Chart => c !== null);
  if (known.length < members.length) return null;
  return {
    blocks: known.flatMap((c) => c.blocks),
    build: (field, numbers) => {
      let from = 0;
      return {
        kind: 'family',
        members: known.map((c) => {
          const own = numbers.slice(from, from + c.blocks.length);
          from += c.blocks.length;
          return c.build(field, own);
        }),
      };
    },
  };
};
