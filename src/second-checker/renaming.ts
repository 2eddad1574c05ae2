/** Renames names and dimensions of a term all at once. */
import { member, movedName, place, placeText } from './indices.ts';
import { type Q, demand, product, q, refuse, toThe } from './rational.ts';
import { type Head, type Mono, type Term } from './term.ts';
import { type Dim, isDim, multiplied, parts } from './dims.ts';

/** Of dimensions, and of the indices in names. */
export type Renaming = ((d: Dim) => Dim) & { readonly map: ReadonlyMap<Dim, string> };
/** New values for names, in products too. */
export const renaming = (map: ReadonlyMap<Dim, string>): Renaming => {
  const value = (n: Dim): Dim => {
    const to = member(n) ? movedName(n, map) : (map.get(n) ?? n);
    return isDim(to) ? to : refuse(`${to} stands where a dimension is wanted`);
  };
  return Object.assign((d: Dim) => multiplied(...parts(d).names.map(value), `${parts(d).number}`), {
    map,
  });
};
const renamedPowers = (m: Mono, to: Renaming): { c: Q; powers: Map<Dim, number> } => {
  let c = m.c;
  const powers = new Map<Dim, number>();
  for (const [d, k] of m.powers) {
    const { number, names } = parts(to(d));
    c = product(c, toThe(number, k));
    for (const name of names) powers.set(name, (powers.get(name) ?? 0) + k);
  }
  for (const [d, k] of powers) if (k === 0) powers.delete(d);
  return { c, powers };
};
function renamedHead(h: Head, to: Renaming): Head {
  const args = h.args.map((a) => renamed(a, to));
  if (h.kind === 'variable')
    return { ...h, name: movedName(h.name, to.map), shape: h.shape.map(to) };
  const params = h.params.map(to);
  if (h.kind !== 'jet') return { ...h, params, args };
  const { family, inputs, output } = h.fn;
  return {
    ...h,
    params,
    args,
    fn: {
      ...h.fn,
      family: family.map(to),
      inputs: inputs.map((d) => d && to(d)),
      output: output && to(output),
    },
  };
}
/** What holds for all sizes holds with the dimensions renamed. */
export const renamed = (t: Term, to: Renaming): Term => ({
  shape: t.shape.map(to),
  sum: t.sum.flatMap((m) =>
    renamedScalars(m, to).map((scalars) => ({
      ...scalars,
      dims: m.dims.map(to),
      free: m.free,
      factors: m.factors.map((f) => ({ head: renamedHead(f.head, to), at: f.at })),
    })),
  ),
});
/** Powers of a dimension that becomes l+1 are multiplied out. */
function renamedScalars(m: Mono, to: Renaming): { c: Q; powers: Map<Dim, number> }[] {
  const [d, k] = [...m.powers].find(([n]) => to.map.has(n) && !isDim(to.map.get(n))) ?? [null, 0];
  if (d === null) return [renamedPowers(m, to)];
  const at = place(to.map.get(d) as string);
  demand(k > 0 && Number.isSafeInteger(k), `${d} cannot become ${placeText(at)} in a denominator`);
  const rest = new Map(m.powers);
  rest.delete(d);
  let sums = renamedScalars({ ...m, powers: rest }, to);
  for (let i = 0; i < k; i++) {
    const named =
      at.name === null
        ? []
        : sums.map((s) => ({
            c: s.c,
            powers: new Map(s.powers).set(
              at.name as string,
              (s.powers.get(at.name as string) ?? 0) + 1,
            ),
          }));
    sums = [
      ...named,
      ...(at.plus === 0
        ? []
        : sums.map((s) => ({ c: product(s.c, q(BigInt(at.plus))), powers: new Map(s.powers) }))),
    ];
  }
  for (const s of sums) for (const [n, p] of s.powers) if (p === 0) s.powers.delete(n);
  return sums;
}
