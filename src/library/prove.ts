/** A proof of a claim, asked for by a program. */
import type { Proved } from '../prover/index.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { citedIn } from '../catalogue/cited-ids.ts';
import { asClaim, type ClaimLike } from './claim.ts';

/** How `prove` goes about it. */
export interface ProveOptions {
  /** A derivation to be checked, step by step; without one the prover looks for it by itself. */
  readonly proof?: string;
  /**
   * What the derivation may use, by the id that stands in its reasons: proofs that this program
   * made.
   */
  readonly uses?: Readonly<Record<string, Proof>>;
  /** Seconds for the prover, 1.5 unless given. */
  readonly patience?: number;
  /** Seed of the cross-examination of what was proved; 1 unless given. */
  readonly seed?: number;
}

/** What the kernel accepted, for every dimension. */
export interface Proof {
  /** Normalised text of the claim. */
  readonly claim: string;
  /** Hash of the normalised statement. */
  readonly hash: string;
  /** Every hypothesis that the derivation used, in the words of the claim. */
  readonly assumed: readonly string[];
  /** Cited theorems it rests on. */
  readonly axioms: readonly string[];
  /** The derivation told, a line a step with its reason. */
  readonly derivation: readonly string[];
  /** The whole derivation as a JSON text, which `elenchus-recheck` checks again. */
  document(): string;
}

/**
 * A derivation that was given does not follow; the message shows the step, both sides' normal forms
 * and their difference.
 */
export class DerivationError extends Error {
  override readonly name = 'DerivationError';
}

const made = new WeakMap<Proof, Verdict>();

function verdictsOf(uses: Readonly<Record<string, Proof>>): ReadonlyMap<string, Verdict> {
  return new Map(
    Object.entries(uses).map(([id, proof]) => {
      const verdict = made.get(proof);
      if (verdict === undefined)
        throw new TypeError(`uses.${id} is not a proof that prove() of this program answered`);
      return [id, verdict];
    }),
  );
}

/** What to say of a lemma that the derivation cites and that was not passed. */
export const notPassed = (
  proof: string | undefined,
  uses: Readonly<Record<string, Proof>> = {},
): ReadonlyMap<string, readonly string[]> =>
  new Map(
    citedIn(proof ?? '')
      .filter((id) => !(id in uses))
      .map((id) => [
        id,
        [
          `no lemma is called ${id}`,
          `pass its proof: prove(claim, { proof, uses: { '${id}': await prove('…') } })`,
        ],
      ]),
  );

/**
 * Proves a claim for every dimension by a derivation that the kernel checks, and that the other
 * judges then try to break. Null where the prover finds none: that says nothing about the claim.
 * Throws `IllTyped`; `DerivationError` where the `proof` that was given does not follow;
 * `Disagreement` where two judges contradict each other.
 */
export async function prove(
  input: ClaimLike,
  { proof, uses = {}, patience, seed = 1 }: ProveOptions = {},
): Promise<Proof | null> {
  const claim = asClaim(input);
  const { proveClaim } = await import('../verdict/examine.ts');
  const verdict = await proveClaim(claim, {
    seed,
    lemmas: verdictsOf(uses),
    absent: notPassed(proof, uses),
    ...(proof === undefined ? {} : { proof }),
    ...(patience === undefined ? {} : { patience: patience * 1000 }),
  });
  if (verdict.proof === null || verdict.hash === null) {
    if (proof !== undefined)
      throw new DerivationError(verdict.message ?? 'the derivation does not reach the claim');
    return null;
  }
  const [{ goalOf, written }, { derivationText }] = await Promise.all([
    import('../prover/index.ts'),
    import('../derivations/derivation-json.ts'),
  ]);
  const proved = verdict.proof as Proved;
  const {
    hash,
    assumed,
    axioms,
    claim: text,
    proof: { derivation },
  } = { ...verdict, hash: verdict.hash, proof: verdict.proof };
  const found: Proof = {
    claim: text,
    hash,
    assumed,
    axioms,
    derivation,
    document: () => {
      const { theorem, ...proves } = written(goalOf(asClaim(text)), proved.theorem);
      return derivationText(theorem, { ...proves, text, hash });
    },
  };
  made.set(found, verdict);
  return found;
}
