/**
 * Directional derivatives of kernel terms at a point, by the product and the chain rule on numbers.
 */
import type { Head, Term } from '../kernel/term.ts';
import { field } from './modular.ts';
import { contractGrids, place, type Grid } from './grid.ts';
import { addMonomial, headArguments, headValue, zeros, type Source } from './value.ts';

/** What is varied and how fast: a variable and its direction. */
export interface Direction {
  readonly name: string;
  readonly value: Grid;
}

/** A named scalar, as a rank, moves with the variable: its derivative is not known here. */
export class NoDerivative extends Error {
  override readonly name = 'NoDerivative';
}

const varies = (term: Term, name: string): boolean =>
  term.monomials.some((m) =>
    m.factors.some(({ head }) =>
      head.kind === 'variable'
        ? head.name === name
        : headArguments(head).some((t) => varies(t, name)),
    ),
  );

const plus = (a: Grid, b: Grid): Grid => ({
  shape: a.shape,
  data: a.data.map((x, i) => field.add(x, b.data[i] as number)),
});

/** Sum over the operands' letters that `out` lacks; no letter may stand twice in `out`. */
function product(operands: readonly Grid[], letters: readonly string[], out: string): Grid {
  const names = [...new Set([...letters].flatMap((l) => [...l]))];
  const sizes = names.map(() => 1);
  operands.forEach((g, k) =>
    [...(letters[k] as string)].forEach(
      (c, axis) => void (sizes[names.indexOf(c)] = g.shape[axis] as number),
    ),
  );
  const kept = [...out].map((c) => names.indexOf(c));
  const { data } = contractGrids(
    operands.map((g, k) =>
      place(
        g,
        [...(letters[k] as string)].map((c) => names.indexOf(c)),
        sizes,
      ),
    ),
    sizes,
    kept,
  );
  return { shape: kept.map((w) => sizes[w] as number), data };
}

const named = (count: number, from: number): string =>
  Array.from({ length: count }, (_, i) => String.fromCharCode(from + i)).join('');

/** How fast a head's value moves, one axis for each slot; null where it stands still. */
function headTangent(head: Head, along: Direction, source: Source): Grid | null {
  if (head.kind === 'variable') return head.name === along.name ? along.value : null;
  if (!headArguments(head).some((t) => varies(t, along.name))) return null;
  if (head.kind === 'operation') throw new NoDerivative(head.name);
  const params = named(head.params.length, 97);
  if (head.kind === 'inverse') {
    const [inner, self] = [termTangent(head.arg, along, source), headValue(head, source)];
    const moved = head.matrix
      ? product([self, inner, self], [`${params}PQ`, `${params}QR`, `${params}RS`], `${params}PS`)
      : product([self, inner, self], [params, params, params], params);
    return { shape: moved.shape, data: moved.data.map(field.neg) };
  }
  return head.args.map((arg, j) => alongArgument(head, arg, j, along, source)).reduce(plus);
}

function alongArgument(
  head: Head & { kind: 'jet' },
  arg: Term,
  j: number,
  along: Direction,
  source: Source,
): Grid {
  const { fn, orders } = head;
  const outer = headValue({ ...head, orders: orders.map((k, i) => (i === j ? k + 1 : k)) }, source);
  const inner = termTangent(arg, along, source);
  const [family, params] = [named(fn.family.length, 65), named(head.params.length, 97)];
  const input = fn.inputs[j];
  const derivatives = (k: number): number => (fn.inputs[k] === null ? 0 : (orders[k] ?? 0));
  const before = fn.inputs
    .slice(0, j)
    .reduce((sum, _, k) => sum + derivatives(k), fn.output === null ? 0 : 1);
  const total = fn.inputs.reduce((sum, _, k) => sum + derivatives(k), fn.output === null ? 0 : 1);
  const own = named(total, 0x3b1);
  const fresh = input === null || input === undefined ? '' : 'z';
  const slots = family + params + own.slice(0, before) + fresh + own.slice(before);
  return product([outer, inner], [slots, params + fresh], family + params + own);
}

/**
 * How fast a term's value moves, one axis for each dimension of its shape. Throws `NoDerivative`.
 */
export function termTangent(term: Term, along: Direction, source: Source): Grid {
  const sum = zeros(term, source);
  for (const m of term.monomials) {
    m.factors.forEach(({ head }, at) => {
      const moved = headTangent(head, along, source);
      if (moved !== null)
        addMonomial(sum, m, source, (f, i) => (i === at ? moved : headValue(f.head, source)));
    });
  }
  return sum;
}
