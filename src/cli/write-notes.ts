/** `check --write`: the verdicts go under the claims of the notes that were checked. */
import { readNote } from '../catalogue/read-markdown.ts';
import { readText } from '../catalogue/read-text.ts';
import type { Problem } from '../catalogue/claim-entry.ts';
import { replaceAtomically, WritingError } from '../records/write-atomically.ts';
import type { Checked } from '../report/catalogue-text.ts';
import { isQuestion } from '../answers/is-question.ts';
import { answerIn, fillAnswers } from '../writeup/fill-answers.ts';
import { noteVerdict } from '../writeup/note-verdict.ts';
import { withVerdicts } from '../writeup/write-verdicts.ts';

/** The answers to the questions of a note, by id. */
const answersIn = (checked: readonly Checked[], file: string): ReadonlyMap<string, string> =>
  new Map(
    checked.flatMap(({ entry, verdict }) => {
      const asked = entry.place.file === file && isQuestion(entry.claim);
      const found = asked ? answerIn(verdict) : null;
      return found === null ? [] : [[entry.id, found] as const];
    }),
  );

const isNote = (file: string): boolean => /\.md$/i.test(file);

/**
 * Writes into every note among the files of what was checked; answers the notes that changed and
 * what was in the way.
 */
export async function writeNotes(
  checked: readonly Checked[],
): Promise<{ written: string[]; problems: Problem[] }> {
  const written: string[] = [];
  const problems: Problem[] = [];
  for (const file of new Set(checked.map(({ entry }) => entry.place.file).filter(isNote))) {
    const read = await readText(file);
    if ('message' in read) {
      problems.push(read);
      continue;
    }
    const claims = new Map(
      readNote(file, read.text).claims.map(({ entry, fence }) => [entry.id, { entry, fence }]),
    );
    const blocks = checked
      .filter(({ entry }) => entry.place.file === file)
      .flatMap(({ entry, verdict }) => {
        const now = claims.get(entry.id);
        if (now?.entry.claim === entry.claim && now.entry.proof === entry.proof)
          return [
            {
              fence: now.fence,
              hash: verdict.hash?.slice(0, 12) ?? null,
              lines: noteVerdict(verdict),
            },
          ];
        problems.push({
          message: `'${entry.id}' was changed while it was checked: run it again`,
          place: entry.place,
        });
        return [];
      });
    const { text: judged, problems: more } = withVerdicts(read.text, file, blocks);
    const text = fillAnswers(file, judged, answersIn(checked, file));
    problems.push(...more);
    if (text === read.text) continue;
    try {
      await replaceAtomically(file, (read.bom ? '\uFEFF' : '') + text);
      written.push(file);
    } catch (error) {
      if (!(error instanceof WritingError)) throw error;
      problems.push({ message: error.message, place: { file, line: 0, column: 0 } });
    }
  }
  return { written, problems };
}
