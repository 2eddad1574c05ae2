import {
  ClaimError,
  claimHash,
  claimText,
  formatError,
  parseClaim,
  type Claim,
} from '../language/index.ts';
import type { Assignment } from '../evaluate/assignment.ts';
import type { Rational } from '../numbers/field.ts';
import type { Lemma, Proved } from '../prover/index.ts';
import { assumedBy, everythingAssumed, neededConditions, refuseConditions } from './assumptions.ts';
import { Disagreement } from './disagreement.ts';
import { placeOf } from './place.ts';
import type { CoveredResult } from '../refuter/search.ts';
import type { Trials, Verdict } from './verdict.ts';

/** What goes on during an examination. */
export interface ExamineProgress {
  readonly phase: string;
  readonly trials: Trials;
}

export interface ExamineOptions {
  /** Seconds for the search. */
  readonly time: number;
  readonly seed: number;
  /** A derivation to be checked; without one the prover looks for it by itself. */
  readonly proof?: string;
  /** Verdicts of lemmas that were proved before in this process, by id: a derivation may use them. */
  readonly lemmas?: ReadonlyMap<string, Verdict>;
  /** A claim that is not defined everywhere is an error. */
  readonly strict?: boolean;
  /** Witnesses of this and other claims, tried first where they fit; asked for when a search begins. */
  readonly filed?: () => Promise<readonly Assignment<Rational>[]>;
  /** Milliseconds for the prover: more where a proof is expected, less where none is. */
  readonly patience?: number;
  /** Attack what is proved for longer, and ask the computer algebra packages too, which take a second to load. */
  readonly thorough?: boolean;
  readonly onProgress?: (progress: ExamineProgress) => void;
  /** Stops the search, which then answers with what it has. */
  readonly signal?: AbortSignal;
}

/** Milliseconds in which the prover looks for a derivation of its own, unless the caller has more patience. */
const proverTime = 1500;
/** As many where the answer is to come at once. */
const glanceTime = 100;
/** The search tries to refute what was proved at this many points, in so many milliseconds: it never should. */
const cross = { brief: { trials: 40, time: 60 }, thorough: { trials: 200, time: 800 } };

/** A claim in, an earned verdict out. Throws `Disagreement` where two judges contradict each other. */
export async function examine(input: Claim | string, options: ExamineOptions): Promise<Verdict> {
  const began = performance.now();
  const { claim, wrong } = await read(input, options, began);
  if (claim === null) return wrong;
  const verdict = await judged(claim, options, began);
  if (options.thorough) {
    const { secondOpinion } = await import('../opinions/second-opinion.ts');
    await secondOpinion(claim, verdict);
  }
  return verdict;
}

/** What `examine` answers where it would answer at once; null where that takes longer. */
export async function glance(text: string, options: ExamineOptions): Promise<Verdict | null> {
  const began = performance.now();
  const { claim, wrong } = await read(text, options, began);
  if (claim === null) return wrong;
  const quick = await attackBriefly(claim, options);
  if (quick.verdict === 'refuted') return searched(claim, options, began);
  if (quick.trials.met === 0) return null;
  const { proof } = await derive(claim, { ...options, patience: glanceTime });
  return proof && accepted(claim, proof, options, began, quick);
}

type Read =
  | { readonly claim: Claim; readonly wrong: null }
  | { readonly claim: null; readonly wrong: Verdict };

async function read(
  input: Claim | string,
  { strict }: ExamineOptions,
  began: number,
): Promise<Read> {
  try {
    const claim = typeof input === 'string' ? parseClaim(input) : input;
    if (strict) await refuseConditions(claim);
    return { claim, wrong: null };
  } catch (error) {
    if (error instanceof ClaimError)
      return {
        claim: null,
        wrong: illTyped(typeof input === 'string' ? input : input.source, error, began),
      };
    throw error;
  }
}

/** The kernel's verdict, cross-examined; or that of the search. */
async function judged(claim: Claim, options: ExamineOptions, began: number): Promise<Verdict> {
  // a false claim shows it at once, mostly: then no time goes into proving it
  const quick =
    options.proof === undefined && !options.thorough ? await attackBriefly(claim, options) : null;
  const derived =
    quick?.verdict === 'refuted' ? { proof: null, failure: null } : await derive(claim, options);
  return derived.proof
    ? accepted(claim, derived.proof, options, began, quick)
    : searched(claim, options, began, derived.failure);
}

/** The verdict of the search alone. */
async function searched(
  claim: Claim,
  options: ExamineOptions,
  began: number,
  failure: string | null = null,
): Promise<Verdict> {
  const found = await attack(claim, options, options.time * 1000);
  const unmet = found.verdict !== 'refuted' && found.trials.met === 0;
  const reason = unmet && (await contradictory(claim)) ? vacuous : found.reason;
  const message = [failure, reason].filter((m) => m !== null).join('\n') || null;
  return {
    ...blank(claim, began),
    verdict: found.verdict,
    assumed: everythingAssumed(claim, await neededConditions(claim)),
    trials: found.trials,
    counterexample: found.counterexample,
    coverage: found.coverage,
    message,
  };
}

/** The kernel's verdict alone, cross-examined: `proved`, or `gave-up` with what is wrong with the derivation that was given. */
export async function proveClaim(
  claim: Claim,
  given: Omit<ExamineOptions, 'time'>,
): Promise<Verdict> {
  const began = performance.now();
  const options = { ...given, time: 0 };
  const { proof, failure } = await derive(claim, options);
  if (proof) return accepted(claim, proof, options, began);
  return {
    ...blank(claim, began),
    verdict: 'gave-up',
    assumed: everythingAssumed(claim, await neededConditions(claim)),
    message: failure,
  };
}

/** What the kernel accepted is proved, unless its hypotheses contradict each other. */
async function accepted(
  claim: Claim,
  proof: Proved,
  options: ExamineOptions,
  began: number,
  quick: CoveredResult | null = null,
): Promise<Verdict> {
  const attacked = await crossExamine(claim, proof, options, quick);
  if (attacked === null)
    return {
      ...blank(claim, began),
      verdict: 'gave-up',
      assumed: everythingAssumed(claim, await neededConditions(claim)),
      message: vacuous,
    };
  return {
    ...blank(claim, began),
    verdict: 'proved',
    assumed: assumedBy(claim, proof, await neededConditions(claim)),
    axioms: proof.axioms,
    proof,
    trials: attacked.trials,
    coverage: attacked.coverage,
    message: attacked.trials.met === 0 ? neverMet : null,
  };
}

const blank = (claim: Claim, began: number): Verdict => ({
  verdict: 'survived',
  claim: claimText(claim),
  hash: claimHash(claim),
  assumed: [],
  axioms: [],
  proof: null,
  trials: { run: 0, met: 0 },
  seconds: (performance.now() - began) / 1000,
  counterexample: null,
  message: null,
});

/** A derivation that was given is checked; otherwise one is looked for. */
async function derive(
  claim: Claim,
  options: ExamineOptions,
): Promise<{ proof: Proved | null; failure: string | null }> {
  const { checkProof, NotLowerable, prove, ProofError } = await import('../prover/index.ts');
  if (options.proof === undefined)
    return { proof: prove(claim, { time: options.patience ?? proverTime }), failure: null };
  try {
    return { proof: checkProof(claim, options.proof, lemmasOf(options.lemmas)), failure: null };
  } catch (error) {
    if (error instanceof ProofError) {
      const [what = '', ...details] = error.message.split('\n');
      return {
        proof: null,
        failure: [formatError(options.proof, new ClaimError(what, error.span)), ...details].join(
          '\n',
        ),
      };
    }
    if (error instanceof ClaimError)
      return { proof: null, failure: formatError(options.proof, error) };
    if (error instanceof NotLowerable)
      return { proof: null, failure: `the kernel has no rules for ${error.message}` };
    throw error;
  }
}

async function contradictory(claim: Claim): Promise<boolean> {
  const { contradictsItself } = await import('../prover/index.ts');
  return contradictsItself(claim, { time: proverTime });
}

function lemmasOf(verdicts: ExamineOptions['lemmas']): Map<string, Lemma> {
  const lemmas = new Map<string, Lemma>();
  for (const [id, verdict] of verdicts ?? []) {
    const proof = verdict.proof as Proved | null;
    if (proof?.theorem)
      lemmas.set(id, { claim: parseClaim(verdict.claim), theorem: proof.theorem });
  }
  return lemmas;
}

const attack = async (
  claim: Claim,
  { seed, signal, filed, onProgress }: ExamineOptions,
  time: number,
  trials?: number,
): Promise<CoveredResult> => {
  const { search } = await import('../refuter/search.ts');
  return search(claim, {
    time,
    seed,
    ...(trials === undefined ? {} : { trials }),
    ...(filed === undefined || trials !== undefined ? {} : { filed: await filed() }),
    ...(signal === undefined ? {} : { signal }),
    onProgress: ({ run, met }) => onProgress?.({ phase: 'searching', trials: { run, met } }),
  });
};

const neverMet =
  'no point was found that meets the hypotheses and conditions: check that they do not contradict each other';
const vacuous =
  'hypotheses never met: they contradict each other, so that anything follows from them; weaken or drop one';

/** The same points each time. */
const attackBriefly = (claim: Claim, options: ExamineOptions): Promise<CoveredResult> =>
  attack(claim, options, cross.brief.time, cross.brief.trials);

/** The other judges look at what the kernel accepted; none of them may object. Null where the hypotheses contradict each other. */
async function crossExamine(
  claim: Claim,
  proof: Proved,
  options: ExamineOptions,
  quick: CoveredResult | null,
): Promise<CoveredResult | null> {
  const text = claimText(claim);
  const accepted = {
    judge: 'kernel',
    says: `proved, on ${proof.assumed.join('; ') || 'no hypothesis'}`,
  } as const;
  const { judgeClaim, judgeTheorem } = await import('../judge/index.ts');
  const judge = { seed: options.seed };
  const found =
    quick ??
    (await (options.thorough
      ? attack(claim, options, cross.thorough.time, cross.thorough.trials)
      : attackBriefly(claim, options)));
  if (found.trials.met === 0 && (await contradictory(claim))) return null;
  judgeTheorem(proof.theorem, judge);
  if (judgeClaim(claim, judge) === 'fails') {
    throw new Disagreement(
      text,
      [
        accepted,
        { judge: 'exact judge', says: 'the two sides differ at a point of a prime field' },
      ],
      `seed ${options.seed}`,
    );
  }
  if (found.verdict === 'refuted') {
    throw new Disagreement(
      text,
      [accepted, { judge: 'search', says: 'refuted, by an exact counterexample' }],
      `seed ${options.seed}`,
    );
  }
  return found;
}

function illTyped(text: string, { message, span, suggestion }: ClaimError, began: number): Verdict {
  return {
    verdict: 'ill-typed',
    claim: text,
    hash: null,
    assumed: [],
    axioms: [],
    proof: null,
    trials: { run: 0, met: 0 },
    seconds: (performance.now() - began) / 1000,
    counterexample: null,
    message,
    place: placeOf(text, span),
    suggestion,
  };
}
