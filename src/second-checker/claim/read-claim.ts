/** A claim's text read by this program alone: what it grants, and what it says. */
import type { Formula } from '../formula.ts';
import type { Term } from '../term.ts';
import type { MeanFunctions } from '../means/mean-functions.ts';
import { placesFixed } from './fixed-places.ts';
import { declaring, settled, settledLaw } from './names.ts';
import { parseClaim } from './parse-claim.ts';
import { completed } from './placed.ts';
import type { Names } from './known-shapes.ts';
import { expressionsOf, wholes } from './sums-of-dims.ts';
import { declaredStatements, toStatement } from './to-statements.ts';
import { toTerm } from './to-terms.ts';
import type { Scope } from './symbols.ts';
import type { ClaimTree } from './tree.ts';

export interface Statement {
  readonly hypotheses: readonly Formula[];
  readonly conclusion: Formula;
  /** Covariance matrices that are names: symmetric where a hypothesis says that they are psd. */
  readonly symmetric: readonly Term[];
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
      ...placesFixed(hypotheses, conclusion, claim, scope),
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
