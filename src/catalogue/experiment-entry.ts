/** `experiment`: how the author of a catalogue file declares an experiment. */
import type { FilePlace } from './file-place.ts';
import { EntryError, isSettled, namePattern } from './names.ts';
import { experimentInOneGo, experimentInUnits } from '../experiments/experiment.ts';
import type { Experiment, InOneGo, InUnits } from '../experiments/experiment.ts';
import type { ExperimentAsks } from '../experiments/asks.ts';
import type { Finding } from '../experiments/finding.ts';

interface Said {
  /** What is measured, in plain words. */
  readonly statement: string;
  /** Where the statement is from: a paper, a note, a section. */
  readonly source: string;
  /** What deviates from the source, or how to read the table. */
  readonly note?: string;
  /** Numbers of the source's statements that this settles: `A7`, or `A7 in part`. */
  readonly settles?: readonly string[];
  /** The declared findings, one or more; a finding that was not found is `not as declared`. */
  readonly findings: readonly Finding[];
}

/**
 * What the author of an experiment writes: the words, and either `run` or `units`, `measure` and
 * `table`.
 */
export type ExperimentFields<U extends { readonly key: string }, S> = Said &
  (InOneGo | InUnits<U, S>);

/** An experiment of a family, not yet under its family's name. */
export interface ExperimentMember {
  readonly kind: 'experiment';
  readonly name: string;
  readonly statement: string;
  readonly source: string;
  readonly note: string | null;
  readonly settles: readonly string[];
  readonly experiment: Experiment;
}

/** An experiment of the catalogue. Its author's code may run in another process. */
export interface ExperimentEntry extends Omit<ExperimentMember, 'experiment'> {
  /** `family/name`. */
  readonly id: string;
  readonly family: string;
  readonly place: FilePlace;
  readonly asks: ExperimentAsks;
}

const texts = ['statement', 'source', 'note'];
const functions = ['run', 'units', 'measure', 'table'];

/**
 * A regularity that is measured, with the findings it is declared to have. Throws `EntryError` on
 * missing and unknown fields.
 */
export function experiment<U extends { readonly key: string }, S>(
  name: string,
  fields: ExperimentFields<U, S>,
): ExperimentMember {
  if (typeof name !== 'string' || !namePattern.test(name))
    throw new EntryError(
      `the name '${String(name)}' of an experiment must be small letters, digits and single hyphens`,
      String(name),
    );
  const problem = (what: string): never => {
    throw new EntryError(`experiment '${name}' ${what}`, name);
  };
  for (const [key, value] of Object.entries(fields)) {
    if (texts.includes(key)) {
      if (value !== undefined && (typeof value !== 'string' || value.trim() === ''))
        problem(`has a '${key}' that is not text`);
    } else if (functions.includes(key)) {
      if (typeof value !== 'function') problem(`has a '${key}' that is not a function`);
    } else if (key === 'settles') {
      if (!isSettled(value))
        problem(`has a 'settles' that is not a list of statements: 'A7', or 'A7 in part'`);
    } else if (key !== 'findings')
      problem(
        `has an unknown field '${key}'; it may have ${[...texts, 'settles', 'findings', ...functions].join(', ')}`,
      );
  }
  for (const key of ['statement', 'source', 'findings'])
    if (!(key in fields)) problem(`lacks '${key}'`);
  const { statement, source, note = null, settles = [], findings } = fields;
  if (!Array.isArray(findings) || findings.length === 0)
    problem("declares no findings: write findings: [above('…', 0.9)]");
  if (!('run' in fields) && !('units' in fields && 'measure' in fields && 'table' in fields))
    problem("lacks 'run', or 'units', 'measure' and 'table'");
  const made =
    'run' in fields ? experimentInOneGo(fields, findings) : experimentInUnits(fields, findings);
  return { kind: 'experiment', name, statement, source, note, settles, experiment: made };
}
