/**
 * Hypotheses and conditions about numbers alone, as `[1, 2; 2, 4] is invertible`: the exact search
 * decides them at its only point.
 */
import { namesOf } from '../language/free-names.ts';
import { complete, type Claim, type Formula } from '../language/index.ts';
import { startSearch } from '../refuter/search.ts';
import type { ExamineOptions } from './options.ts';
import { lateOf } from './walk.ts';

const isNumeral = (dim: unknown): boolean => typeof dim === 'string' && /^\d+$/.test(dim);

/** Does anything in the tree depend on a size, or on a law? */
const varies = (x: unknown): boolean => {
  if (typeof x !== 'object' || x === null) return false;
  if (Array.isArray(x)) return x.some(varies);
  const node = x as Readonly<Record<string, unknown>>;
  const { kind, shape, to } = node;
  if (kind === 'dimension' || kind === 'expectation') return true;
  if (Array.isArray(shape) && !shape.every(isNumeral)) return true;
  if (to !== undefined && !isNumeral(to)) return true;
  return Object.values(node).some(varies);
};

const isConstant = (f: Formula): boolean => namesOf(f).length === 0 && !varies(f);

const claimOf = (claim: Claim, conclusion: Formula): Claim => ({
  ...claim,
  declarations: [],
  dims: [],
  dimFamilies: [],
  random: [],
  hypotheses: [],
  conclusion,
});

/** One point settles it, at little work. */
const look = { trials: 2, time: 100 };

/** Is a hypothesis or condition that mentions no variable false? */
export const hasFalseConstant = (claim: Claim, options: ExamineOptions): boolean =>
  complete(claim).hypotheses.some(({ formula }) => {
    if (!isConstant(formula)) return false;
    const search = startSearch(claimOf(claim, formula), { seed: options.seed });
    search.advance({ ...look, ...lateOf(options) });
    return search.result(false).verdict === 'refuted';
  });
