/** Decides a quantifier over one real unknown by cutting the line at roots. */
import type { Declaration } from '../language/ast.ts';
import { Undefined, Unsettled, Unsupported } from '../numbers/field.ts';
import { spend } from '../numbers/counted-work.ts';
import { cellsOf, cutAlso, lineAt, Uncut, type Cell } from '../numbers/line.ts';
import type { Q } from '../numbers/rational.ts';
import { degree, type Univariate } from '../numbers/univariate.ts';
import { bind, meetsDeclarations, type Bound } from './bound.ts';
import { mapAssignment } from './lift.ts';
import type { Scope } from './scope.ts';
import type { Truth } from './truth.ts';

/** Upper limit on the number of roots; above it the answer is not known. */
const mostCuts = 16;

/** Work of one cell apart from its arithmetic. */
const cellWork = 8;

/**
 * Whether the declared attributes and the body hold in a cell: `outside` where an attribute does
 * not; null where it is not known.
 */
type Told = Truth | 'outside';

/**
 * Decides a quantifier over one real unknown, at a rational point: the line is cut where anything
 * that is compared vanishes, and the body is evaluated once in every cell. Any body that is made of
 * rational functions, their signs, ranks and definiteness is decided so; null for all others, and
 * where something is undefined in a cell that decides.
 */
export function overOneUnknown(
  universal: boolean,
  variables: readonly Declaration[],
  judge: <T>(scope: Scope<T>) => Truth,
  base: Scope<Q>,
  bound: Bound,
): Truth {
  if (bound.parameters > 1) return null;
  const told = (cuts: Univariate, cell: Cell): Told => {
    spend(cellWork);
    const line = lineAt(cuts, cell);
    try {
      const scope = bind(
        bound,
        { field: line, at: mapAssignment(base.at, line.lift), indices: base.indices },
        bound.parameters === 0 ? [] : [line.unknown],
      );
      return meetsDeclarations(variables, scope) ? judge(scope) : 'outside';
    } catch (error) {
      if (error instanceof Undefined || error instanceof Unsupported || error instanceof Unsettled)
        return null;
      throw error;
    }
  };
  let cuts: Univariate = [1n];
  for (;;) {
    try {
      const all = new Set(cellsOf(cuts).map((cell) => told(cuts, cell)));
      if (all.has(!universal)) return !universal;
      return all.has(null) ? null : universal;
    } catch (error) {
      if (!(error instanceof Uncut)) throw error;
      if (degree(cuts) + degree(error.at) > mostCuts) return null;
      cuts = cutAlso(cuts, error.at);
    }
  }
}
