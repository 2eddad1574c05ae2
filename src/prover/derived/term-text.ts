/**
 * Terms of the kernel for people: matrix products where a graph is a chain, index notation where it
 * is not.
 */
import type { Factor, Head, Monomial, Term } from '../../kernel/term.ts';
import { ratioText } from '../../kernel/ratio.ts';
import { shortName } from '../graphs/mean-numbers.ts';

const primes = (k: number): string => "'".repeat(k);

function headText(head: Head): string {
  switch (head.kind) {
    case 'variable':
      return head.name.startsWith('#') ? `e_${head.name.slice(1)}` : head.name.replaceAll('#', '');
    case 'jet': {
      const args = head.args.map((a) => termText(a)).join(', ');
      const order = head.orders.reduce((a, b) => a + b, 0);
      const vector = head.fn.inputs.some((d) => d !== null);
      const names =
        head.fn.output === null ? ['', 'grad', 'hess', 'D^3'] : ['', 'jac', 'D^2', 'D^3'];
      if (!vector) return `${shortName(head.fn.name)}${primes(order)}(${args})`;
      return order === 0
        ? `${shortName(head.fn.name)}(${args})`
        : `${names[order] ?? `D^${order}`}(${shortName(head.fn.name)})(${args})`;
    }
    case 'inverse':
      return head.matrix ? `inv(${termText(head.arg)})` : `(1/(${termText(head.arg)}))`;
    case 'operation':
      return `${head.name}(${termText(head.arg)})`;
  }
}

export function termText(t: Term): string {
  if (t.monomials.length === 0) return '0';
  return t.monomials
    .map((m, i) => {
      const text = monomialText(m);
      return i === 0 ? text : text.startsWith('-') ? ` - ${text.slice(1)}` : ` + ${text}`;
    })
    .join('');
}

function scalarText(m: Monomial, scalars: readonly string[]): string {
  const c = ratioText(m.coefficient);
  const dims = Object.entries(m.powers).map(([d, k]) => (k === 1 ? d : `${d}^${k}`));
  const parts = [...dims, ...scalars];
  if (c === '1' && parts.length > 0) return parts.join(' ');
  if (c === '-1' && parts.length > 0) return `-${parts.join(' ')}`;
  return [c, ...parts].join(' ');
}

function monomialText(m: Monomial): string {
  const scalars = m.factors.filter((f) => f.slots.length === 0).map((f) => headText(f.head));
  const rest = m.factors.filter((f) => f.slots.length > 0);
  const front = scalarText(m, scalars);
  const body = chains(m, rest) ?? indexed(m, rest);
  if (body === '') return front;
  return front === '1' ? body : front === '-1' ? `-${body}` : `${front} ${body}`;
}

/** The graph as products of matrices, traces and inner products, or null. */
function chains(m: Monomial, factors: readonly Factor[]): string | null {
  if (factors.some((f) => f.slots.length > 2) || m.free.length > 2) return null;
  const ends = new Map<number, number>();
  for (const f of factors) for (const w of f.slots) ends.set(w, (ends.get(w) ?? 0) + 1);
  for (const w of m.free) ends.set(w, (ends.get(w) ?? 0) + 1);
  if ([...ends.values()].some((n) => n !== 2)) return null;
  if (m.free.length === 2 && m.free[0] === m.free[1]) {
    if (factors.length === 0) return 'I';
    const apart = !factors.some((f) => f.slots.includes(m.free[0] as number));
    const scalars = apart ? chains({ ...m, free: [] }, factors) : null;
    return scalars === null ? null : `${scalars} I`;
  }
  const left = new Set(factors);
  const words: string[] = [];
  const walk = (start: Factor, from: number): string => {
    const word: string[] = [];
    let [factor, wire]: [Factor | undefined, number] = [start, from];
    while (factor) {
      left.delete(factor);
      const forward: boolean = factor.slots[0] === wire;
      word.push(headText(factor.head) + (factor.slots.length === 2 && !forward ? "'" : ''));
      const out: number | undefined =
        factor.slots.length === 2 ? factor.slots[forward ? 1 : 0] : undefined;
      const here: Factor = factor;
      factor =
        out === undefined ? undefined : [...left].find((f) => f !== here && f.slots.includes(out));
      wire = out ?? -1;
    }
    return word.join(' ');
  };
  const first = m.free[0];
  if (first !== undefined) {
    const start = factors.find((f) => f.slots.includes(first));
    if (!start) return null;
    words.push(walk(start, first));
  }
  const second = m.free[1];
  if (second !== undefined) {
    const start = [...left].find((f) => f.slots.includes(second));
    if (start) words.push(`(${walk(start, second)})'`);
  }
  while (left.size > 0) {
    const vector = [...left].find((f) => f.slots.length === 1);
    const start = vector ?? ([...left][0] as Factor);
    if (vector) {
      left.delete(vector);
      const wire = vector.slots[0] as number;
      const next = [...left].find((f) => f.slots.includes(wire));
      words.unshift(`(${headText(vector.head)}' ${next ? walk(next, wire) : ''})`);
    } else words.unshift(`tr(${walk(start, start.slots[0] as number)})`);
  }
  return words.join(' ');
}

function indexed(m: Monomial, factors: readonly Factor[]): string {
  const names = new Map<number, string>();
  const name = (w: number): string => {
    if (!names.has(w)) names.set(w, 'ijklmnopqrstuvwxyz'[names.size] ?? `i${names.size}`);
    return names.get(w) as string;
  };
  const free = m.free.map(name);
  const parts = factors.map((f) => `${headText(f.head)}[${f.slots.map(name).join(',')}]`);
  const deltas =
    free.length === 2 && free[0] === free[1] && parts.length > 0 ? ` on the diagonal` : '';
  return parts.join(' ') + deltas;
}
