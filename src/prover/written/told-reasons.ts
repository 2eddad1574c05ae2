/** What the reasons of a told line state, and the facts that they name. */
import { closingBracket } from '../../language/closing-bracket.ts';

/** A statement, `since |x| >= 0`; or a fact with what it states here, `by 'norm of a sum' (S)`. */
export interface Because {
  /** Null of a statement. */
  readonly fact: string | null;
  /** Null where the fact states the line itself. */
  readonly statement: string | null;
}

export function becauseOf(line: string): Because[] {
  const reason = / {3}(?:by |since ).*$/.exec(line)?.[0] ?? '';
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
export const otherNames = (all: readonly Because[], other: (text: string) => string): Because[] =>
  all.map(({ fact, statement }) => ({
    fact,
    statement: statement === null ? null : other(statement),
  }));
