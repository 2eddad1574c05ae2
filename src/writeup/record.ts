/**
 * What a write-up cites, as it was when it was cited: the record against which `cite --check` holds
 * the present.
 */
import { createHash } from 'node:crypto';
import type { ClaimEntry } from '../catalogue/claim-entry.ts';
import type { ExperimentEntry } from '../catalogue/experiment-entry.ts';
import type { Measured } from '../experiments/outcome.ts';
import { valueJson } from '../records/value-json.ts';
import type { Json } from '../records/value-json.ts';
import { asJson } from '../records/witness.ts';
import { valueLines } from '../report/value-text.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { Kind, Outcome } from './citation.ts';
import type { Standing } from './standing.ts';

/** Grows when the form of the record changes; a reader refuses what it does not know. */
export const recordFormat = 1;

/** An exact counterexample, as numbers and as text. */
export interface CitedWitness {
  readonly dims: Readonly<Record<string, number>>;
  readonly values: readonly {
    readonly name: string;
    readonly value: Json;
    readonly text: readonly string[];
  }[];
  readonly fails: string;
  readonly left: Json;
  readonly right: Json;
  /** Path of the filed record; null where none is filed. */
  readonly record: string | null;
}

/** One claim with the verdict that was earned when it was cited. */
export interface CitedClaim {
  readonly id: string;
  /** As what it is cited. */
  readonly kinds: readonly Kind[];
  /**
   * Normalised text; as typed where it is ill-typed; of an experiment what is measured, in words.
   */
  readonly claim: string;
  /** Hash of the normalised statement; null where there is none. */
  readonly hash: string | null;
  readonly verdict: Outcome;
  readonly assumed: readonly string[];
  readonly axioms: readonly string[];
  /** Steps of the derivation; null where there is none. */
  readonly steps: number | null;
  /**
   * The printed proof, a line each; absent where there is none, and in records of earlier versions.
   */
  readonly proof?: readonly string[];
  /** Whether the derivation is written down in the file; elenchus found it where not. */
  readonly written: boolean;
  /** Points at which the hypotheses held and the claim was tried. */
  readonly trials: number;
  readonly counterexample: CitedWitness | null;
  /** What an experiment found, and how it was run; empty for a claim. */
  readonly findings: readonly string[];
  readonly source: string | null;
  readonly file: string;
  readonly line: number;
}

export interface CitationRecord {
  readonly format: typeof recordFormat;
  /** Name of the write-up, without its directory. */
  readonly document: string;
  /** Version of elenchus. */
  readonly version: string;
  readonly claims: readonly CitedClaim[];
}

/**
 * A claim of the catalogue with the verdict that it earned just now; `filed` is the path of its
 * witness, if there is one.
 */
export function citedClaim(
  entry: ClaimEntry,
  verdict: Verdict,
  kinds: readonly Kind[],
  filed: string | null,
): CitedClaim {
  const { counterexample } = verdict;
  return {
    id: entry.id,
    kinds,
    claim: verdict.claim,
    hash: verdict.hash,
    verdict: verdict.verdict,
    assumed: verdict.assumed,
    axioms: verdict.axioms,
    steps: verdict.proof?.steps ?? null,
    ...(verdict.proof === null ? {} : { proof: verdict.proof.derivation }),
    written: entry.proof !== null,
    trials: verdict.trials.met,
    counterexample:
      counterexample === null
        ? null
        : {
            dims: Object.fromEntries(counterexample.at.dims),
            values: [...counterexample.at.values].map(([name, value]) => ({
              name,
              value: valueJson(value),
              text: valueLines(name, value),
            })),
            fails: counterexample.fails,
            left: asJson(counterexample.left),
            right: asJson(counterexample.right),
            record: filed,
          },
    findings: [],
    source: entry.source,
    file: entry.place.file.replaceAll('\\', '/'),
    line: entry.place.line,
  };
}

/** An experiment that found what it is declared to find. */
export function citedExperiment(
  entry: ExperimentEntry,
  standing: Standing,
  measured: Measured,
  kinds: readonly Kind[],
): CitedClaim {
  return {
    id: entry.id,
    kinds,
    claim: standing.claim,
    hash: standing.hash,
    verdict: standing.verdict,
    assumed: [],
    axioms: [],
    steps: null,
    written: false,
    trials: measured.units.done,
    counterexample: null,
    findings: [
      ...measured.findings.map(({ says }) => says),
      `${measured.form} form, seed ${measured.seed}`,
    ],
    source: entry.source,
    file: entry.place.file.replaceAll('\\', '/'),
    line: entry.place.line,
  };
}

export const recordText = (record: CitationRecord): string =>
  `${JSON.stringify(record, null, 2)}\n`;

/**
 * SHA-256 of a file's text, in hex; Windows line ends, which version control may put in, count as
 * plain ones.
 */
export const textHash = (text: string): string =>
  createHash('sha256').update(text.replaceAll('\r\n', '\n'), 'utf8').digest('hex');
