/**
 * Stein's lemma: E[x_i g] = E x_i E g + Σ_j Cov(x_i, x_j) E[∂_j g], for a Gaussian x and a smooth g
 * that is integrable with its slope (Stein 1981).
 */
import { derivative } from '../differentiate.ts';
import { add, einsum, labelsFor, type Mono, type Term } from '../term.ts';
import { unread } from '../claim/tree.ts';
import { centreOf, covarianceOf, isVariable } from './random.ts';
import { labelled, pieceOf, sizesOf, type Random } from './random.ts';

/** One factor x less, in sums of products whose means together are the mean of the product. */
export function byParts(m: Mono, x: Random): Term {
  const own = m.factors.find((f) => isVariable(f, x));
  if (!own || x.kind !== 'normal')
    return unread(`the mean of ${x.name} times a function of it, for this law`);
  const outside = [...new Set([...m.free, ...own.at])];
  const [open, places] = [labelled(outside), labelled(own.at)];
  const rest = m.factors.filter((f) => f !== own).map(pieceOf);
  const g = einsum(open, rest, sizesOf(m, outside), m.c, m.powers);
  const slope = derivative(g, x.name, x.shape);
  const free = labelled(m.free);
  const centre = einsum(
    free,
    [
      [g, open],
      [centreOf(x), places],
    ],
    sizesOf(m, m.free),
  );
  const spread = x.central[0] as Term;
  const covariance = covarianceOf(x);
  const moved = covariance ? [...places.slice(0, x.family), ...labelsFor('moved', [''])] : places;
  const link = covariance ? [places[x.family] as string, moved[x.family] as string] : [];
  return add(
    centre,
    einsum(
      free,
      [
        [slope, [...open, ...moved]],
        [spread, link],
      ],
      sizesOf(m, m.free),
    ),
  );
}
