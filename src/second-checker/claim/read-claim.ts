/** A claim's text read by this program alone: what it grants, and what it says. */
import { equal, type Formula } from '../formula.ts';
import { einsum, zeros, type Term } from '../term.ts';
import type { MeanFunctions } from '../means/mean-functions.ts';
import { declaring, settled, settledLaw } from './names.ts';
import { parseClaim } from './parse-claim.ts';
import { completed } from './placed.ts';
import type { Names } from './known-shapes.ts';
import { expressionsOf, wholes } from './sums-of-dims.ts';
import { declaredStatements, isCoordinate, toStatement } from './to-statements.ts';
import { toTerm } from './to-terms.ts';
import { coordinate, type Scope } from './symbols.ts';
import { args, type At, type ClaimTree, type Declared, type Expr, type Said } from './tree.ts';

export interface Statement {
  readonly hypotheses: readonly Formula[];
  readonly conclusion: Formula;
  /** Covariance matrices that are names: symmetric where a hypothesis says that they are psd. */
  readonly symmetric: readonly Term[];
}

/** Places that are fixed by a number or by a dimension, by the dimension of their axis. */
type Fixed = Map<string, Map<string, At>>;
function fixedIn(
  e: Expr,
  declared: ReadonlyMap<string, Declared>,
  dims: ReadonlySet<string>,
  into: Fixed,
): void {
  const note = (dim: string, at: At): void => {
    const there = into.get(dim) ?? new Map<string, At>();
    into.set(dim, there.set(`${at.name ?? at.plus}`, at));
  };
  if (e.k === 'entry')
    e.places.forEach((at, k) => {
      const dim = e.args[0].shape?.[k];
      if (at && dim !== undefined && dim !== '1' && (at.name === null || dims.has(at.name)))
        note(dim, at);
    });
  else if ('at' in e && e.at !== null && e.at.name === null) {
    const name = e.k === 'variable' ? e.name : e.k === 'derivative' ? e.by : e.fn;
    const family = declared.get(name)?.family;
    if (family) note(family.to, e.at);
  }
  args(e).forEach((a) => fixedIn(a, declared, dims, into));
}

/** Fixed places are coordinate vectors, and two numbers along one axis are two of them. */
function coordinates(list: readonly Said[], claim: ClaimTree): Formula[] {
  const fixed: Fixed = new Map();
  const named = [...claim.declared, ...claim.random.map((r) => r.declared)];
  const declared = new Map(named.map((d) => [d.name, d]));
  for (const e of list.flatMap(expressionsOf)) fixedIn(e, declared, claim.dims, fixed);
  return [...fixed].flatMap(([dim, places]) => {
    const all = [...places.values()];
    const numbers = all.filter((at) => at.name === null);
    const apart = numbers.flatMap((x, i) =>
      numbers.slice(i + 1).map((y) =>
        equal(
          einsum(
            [],
            [
              [coordinate(x, dim), ['i']],
              [coordinate(y, dim), ['i']],
            ],
          ),
          zeros([]),
        ),
      ),
    );
    return [...all.flatMap((at) => isCoordinate(coordinate(at, dim))), ...apart];
  });
}

/** Refuses what it does not read, and says what that is; `means`: the functions that were met. */
export function readClaim(text: string, means: MeanFunctions): Statement {
  const parsed = parseClaim(text);
  const nothing: Names = { declared: new Map(), indices: new Map(), dims: parsed.dims, random: [] };
  const certain = declaring(nothing, parsed.declared);
  const names = { ...certain, random: parsed.random.map((r) => settledLaw(r, certain)) };
  const claim: ClaimTree = {
    ...parsed,
    hypotheses: parsed.hypotheses.map((h) => settled(h, names)),
    conclusion: settled(parsed.conclusion, names),
  };
  const { hypotheses, conclusion } = completed(claim);
  const scope: Scope = { declared: names.declared, depth: 0, isDifferentiated: false, means };
  return {
    hypotheses: [
      ...claim.declared.flatMap(declaredStatements),
      ...hypotheses.map((h) => toStatement(h, scope)),
      ...coordinates([...hypotheses, conclusion], claim),
      ...wholes(
        [...hypotheses, conclusion].flatMap(expressionsOf),
        claim.declared.flatMap((d) => (d.type.k === 'tensor' ? [d.type.shape] : [])),
      ),
    ],
    conclusion: toStatement(conclusion, scope),
    symmetric: names.random.flatMap(({ law: { kind, params } }) => {
      const [, v] = params;
      return kind === 'normal' && v?.k === 'variable' && v.shape?.length === 2
        ? [toTerm(v, scope)]
        : [];
    }),
  };
}
