/** `check --write` replaces `= ?` in a claim of a note by the answer that was proved. */
import { questionMark } from '../answers/is-question.ts';
import { readNote } from '../catalogue/read-markdown.ts';
import { exprText, parseClaim } from '../language/index.ts';
import type { Verdict } from '../verdict/verdict.ts';

/**
 * The other side of the equation that the verdict is about; null where it is not an equation that
 * was proved.
 */
export function answerIn({ verdict, claim }: Verdict): string | null {
  if (verdict !== 'proved') return null;
  const { conclusion } = parseClaim(claim);
  return conclusion.kind === 'relation' ? exprText(conclusion.right) : null;
}

/**
 * The note with each question answered, by the claim's id; the rest of its text is left as it is.
 */
export function fillAnswers(
  file: string,
  text: string,
  answers: ReadonlyMap<string, string>,
): string {
  const questions = readNote(file, text).claims.filter(({ entry }) => answers.has(entry.id));
  return questions
    .toSorted((a, b) => b.fence.start - a.fence.start)
    .reduce((whole, { entry, fence }) => {
      const block = whole.slice(fence.start, fence.end);
      const filled = `${block.trimEnd().replace(questionMark, () => `= ${answers.get(entry.id)}`)}\n`;
      return whole.slice(0, fence.start) + filled + whole.slice(fence.end);
    }, text);
}
