/** Renaming of dimensions: what holds for every n holds for n = 3 and for n = m. */
import type { Dim, Factor, Head, Monomial, Term } from './term.ts';
import { power, ratio, times } from './ratio.ts';
import { factorsOf, literal, renamedDim } from './dimension.ts';
import { seal } from './seal.ts';

type Rename = (d: Dim) => Dim;

function head(h: Head, d: Rename): Head {
  switch (h.kind) {
    case 'variable':
      return { kind: 'variable', name: h.name, shape: h.shape.map(d) };
    case 'jet': {
      const { name, family, inputs, output } = h.fn;
      const fn = { name, family: family.map(d), inputs: inputs.map((x) => (x === null ? null : d(x))), output: output === null ? null : d(output) };
      return { kind: 'jet', fn, orders: [...h.orders], params: h.params.map(d), args: h.args.map((t) => renameDims(t, d)) };
    }
    case 'inverse':
      return { kind: 'inverse', matrix: h.matrix, params: h.params.map(d), arg: renameDims(h.arg, d) };
    case 'operation':
      return { kind: 'operation', name: h.name, params: h.params.map(d), arg: renameDims(h.arg, d) };
  }
}

function monomial(m: Monomial, d: Rename): Monomial {
  let coefficient = m.coefficient;
  const powers: Record<Dim, number> = {};
  for (const [from, k] of Object.entries(m.powers)) {
    for (const to of factorsOf(d(from))) {
      const value = literal(to);
      if (value === null) powers[to] = (powers[to] ?? 0) + k;
      else coefficient = times(coefficient, power(ratio(value), k));
    }
  }
  for (const x of Object.keys(powers)) if (powers[x] === 0) delete powers[x];
  const factors: Factor[] = m.factors.map((f) => ({ head: head(f.head, d), slots: [...f.slots] }));
  return { coefficient, powers, factors, wires: m.wires.map(d), free: [...m.free] };
}

/** Renames every name; products of dimensions are renamed factor by factor, so that `m*n` may become `6`. */
export function renameDims(term: Term, name: Rename): Term {
  const d = (x: Dim): Dim => renamedDim(x, name);
  return seal(term.shape.map(d), term.monomials.map((m) => monomial(m, d)));
}
