/** From a typed claim, at sizes of its dimensions, to the machine's graph. */
import type { Claim, Formula } from '../../language/ast.ts';
import { namesIn } from '../../evaluate/names.ts';
import { definitionIn, multipleIn } from './definitions.ts';
import { Unlaned } from './graph.ts';
import type { Chosen, Lowered } from './lowered.ts';
import { Lowering } from './lowering.ts';

/** Throws `Unlaned` where something in the claim is not known to the machine. */
export const lower = (
  claim: Claim,
  sizes: ReadonlyMap<string, number>,
  chosen: ReadonlyMap<string, Chosen>,
): Lowered => {
  if (claim.random.length > 0 || claim.dimFamilies.length > 0)
    throw new Unlaned('random variables, or layers');
  const low = new Lowering(claim, sizes, chosen);
  const dimensionsOnly = (h: Formula): boolean =>
    h.kind === 'relation' && [...namesIn(h.left), ...namesIn(h.right)].length === 0;
  const stated = new Set<Formula>();
  for (const h of claim.hypotheses) {
    const found = definitionIn(low, h);
    if (found === null) continue;
    low.recipes.set(found.name, found.value);
    if (found.holds) stated.add(h);
  }
  if (claim.conclusion.kind === 'iff' || claim.conclusion.kind === 'implies')
    multipleIn(low, claim.conclusion);
  const hypotheses = claim.hypotheses
    .filter((h) => !dimensionsOnly(h) && !stated.has(h))
    .map((h) => low.truth(h));
  const conclusion = low.truth(claim.conclusion);
  for (const d of claim.declarations) if (d.type.kind === 'tensor') low.valueOf(d.name);
  return {
    graph: low.graph,
    raw: low.raw,
    values: low.tensors(),
    hypotheses: [...low.needs, ...hypotheses],
    conclusion,
    judged: low.judged,
  };
};
