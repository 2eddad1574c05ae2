/** What the reasons of a told line state, and the facts that they name. */
import { closingBracket } from '../../language/closing-bracket.ts';

/** A statement, `since |x| >= 0`; or a fact with what it states here, `by 'norm of a sum' (S)`. */
export interface Because {
  /** Null of a statement. */
  readonly fact: string | null;
  /** Null where the fact states the line itself. */
  readonly statement: string | null;
}

/** What is done to what is known: for all entries, or for all vectors of the standard basis. */
export type Act = 'each' | 'sum';

/** All that a line gives as its reason. */
export interface Why {
  readonly because: readonly Because[];
  /** The numbers of the lines that it names: `by (1) and (3)`, `by multiplying (2) by x`. */
  readonly from: readonly number[];
  readonly acts: readonly Act[];
  /** Vectors at which something known of all is used: `at the vector x - y`. */
  readonly at: readonly string[];
}

const actWords: readonly (readonly [Act, string])[] = [
  ['each', 'by taking all entries'],
  ['each', 'taking each vector of the standard basis'],
  ['sum', 'summing over the standard basis'],
];

export function whyOf(line: string): Why {
  const whole = / {3}(?:by |since ).*$/.exec(line)?.[0] ?? '';
  const [reason = '', ...at] = whole.split(/,? at the vector /);
  const labels = [...reason.matchAll(/(?:by|,|and|multiplying) \((\d+)\)/g)];
  return {
    because: becauseOf(reason),
    from: labels.map((m) => Number(m[1])),
    at: at.map((text) => text.replace(/,? (?:by|since) .*$/, '')),
    acts: actWords.flatMap(([act, words]) => (reason.includes(words) ? [act] : [])),
  };
}

/** The reasons of all links of a chain. */
export const together = (all: readonly Why[]): Why => ({
  because: all.flatMap((why) => why.because),
  from: all.flatMap((why) => why.from),
  acts: all.flatMap((why) => why.acts),
  at: all.flatMap((why) => why.at),
});

function becauseOf(reason: string): Because[] {
  const facts = [...reason.matchAll(/(?:by |, |and |theorem )'([^']+)'/g)].map((m): Because => {
    const behind = m.index + m[0].length;
    const isSaid = reason.startsWith(' (', behind);
    const statement = isSaid ? reason.slice(behind + 2, closingBracket(reason, behind + 1)) : null;
    return { fact: m[1] ?? '', statement };
  });
  const since = [...reason.matchAll(/since (.*?)(?=, since |$)/g)].flatMap(([, words = '']) =>
    words.split(/ and (?![^()]*\))/),
  );
  return [...facts, ...since.map((statement): Because => ({ fact: null, statement }))];
}

/** The same reasons with other names. */
export const otherNames = (why: Why, other: (text: string) => string): Why => ({
  ...why,
  at: why.at.map(other),
  because: why.because.map(({ fact, statement }) => ({
    fact,
    statement: statement === null ? null : other(statement),
  })),
});
