/** The names that a claim declares, for a formula or a proof that is read under it. */
import type { Claim, Declaration, Type } from '../ast.ts';
import type { DeclaredNames, Kind } from './declared-names.ts';

const kindOf = (type: Type): Kind =>
  type.kind !== 'tensor'
    ? 'function'
    : ((['scalar', 'vector', 'matrix'] as const)[type.shape.length] ?? 'tensor');

export const namesOfClaim = (
  claim: Claim,
  declarations: readonly Declaration[],
): DeclaredNames => ({
  kinds: new Map(declarations.map((d) => [d.name, kindOf(d.type)])),
  shapes: new Map(
    declarations.flatMap((d) =>
      d.type.kind === 'tensor' ? [[d.name, d.type.shape] as const] : [],
    ),
  ),
  families: new Set(declarations.filter((d) => d.family !== null).map((d) => d.name)),
  random: new Set(claim.random.map((r) => r.declaration.name)),
  dims: new Set([...claim.dims, ...claim.dimFamilies.map((f) => f.name)]),
  indices: new Set(),
  rangeEnds: new Set(),
});
