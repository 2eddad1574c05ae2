/** All claims of a note or a paper: each with its verdict, and the note with the verdicts in it. */
import type { AbsentLemma } from '../catalogue/absent-lemma.ts';
import { citedIds } from '../catalogue/cited-ids.ts';
import { LemmasSoFar } from '../catalogue/lemmas-so-far.ts';
import { inOrder } from '../catalogue/order.ts';
import { readNote, type NoteClaim } from '../catalogue/read-markdown.ts';
import { readTex } from '../catalogue/read-tex.ts';
import type { ClaimEntry, Problem } from '../catalogue/claim-entry.ts';
import { asDeclared } from '../report/catalogue-text.ts';
import { html, type Markup } from '../report/html/markup.ts';
import { badge } from '../report/html/status.ts';
import { plural } from '../report/numbers-text.ts';
import { examine } from '../verdict/examine.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { noteVerdict } from '../writeup/note-verdict.ts';
import { withVerdicts } from '../writeup/write-verdicts.ts';
import type { Ask, Reply } from './messages.ts';

/** Seconds of search for each claim, as `elenchus check` has them. */
const time = 1;

interface Settled {
  readonly entry: ClaimEntry;
  readonly verdict: Verdict;
}

export async function checkNote(
  { id, name, text }: Extract<Ask, { kind: 'note' }>,
  seed: number,
  signal: AbortSignal,
  report: (reply: Reply) => void,
): Promise<Reply> {
  const tex = /\.(tex|ltx)$/i.test(name);
  const note = tex ? null : readNote(name, text);
  const { entries, problems } = note === null ? readTex(name, text) : entriesOf(note);
  const { ordered, problems: circles } = inOrder(entries);
  const settled: Settled[] = [];
  const lemmas = new LemmasSoFar(ordered, elsewhere(entries));
  for (const [i, entry] of ordered.entries()) {
    if (signal.aborted) break;
    report({ kind: 'progress', id, text: `${i + 1} of ${ordered.length}: ${entry.id}` });
    const options = { time, seed, signal, ...lemmas.optionsFor(entry) };
    const verdict = await examine(entry.claim, options);
    lemmas.add(entry, verdict);
    settled.push({ entry, verdict });
  }
  const all = [...problems, ...circles];
  const wrong = settled.filter((one) => !asDeclared(one)).length;
  const summary =
    ordered.length === 0 && all.length === 0
      ? `${name} has no claims: a claim is a block that begins with \`\`\`claim my-claim, or a ` +
        'comment % claim my-claim: … in LaTeX.'
      : `${name}: ` +
        `${plural(settled.length, 'claim')}${signal.aborted ? ` of ${ordered.length}, stopped` : ''}; ` +
        `${wrong > 0 ? `${wrong} not as declared` : settled.length > 0 ? 'all as declared' : 'none is checked'}` +
        `${all.length === 0 ? '' : `; ${plural(all.length, 'problem')} in the file`}.`;
  return {
    kind: 'note',
    id,
    summary,
    markup:
      html`<p class="because">${summary}</p>${all.map(problemMarkup)}<ol>${settled.map(row)}</ol>`
        .html,
    saved: note === null || settled.length === 0 ? null : saved(name, text, note.claims, settled),
  };
}

/** Lemmas of other documents, which this page does not have. */
function elsewhere(entries: readonly ClaimEntry[]): AbsentLemma[] {
  const own = new Set(entries.map(({ id }) => id));
  const cited = new Set(entries.flatMap(citedIds));
  return [...cited]
    .filter((id) => !own.has(id))
    .map((id) => ({
      id,
      lines: [`no lemma of this document is called ${id}`, 'copy its claim into the document'],
    }));
}

const entriesOf = ({
  claims,
  problems,
}: ReturnType<typeof readNote>): { entries: ClaimEntry[]; problems: Problem[] } => ({
  entries: claims.map(({ entry }) => entry),
  problems,
});

const problemMarkup = ({ message, place }: Problem): Markup =>
  html`<p class="mismatch">line ${place.line}: ${message}</p>`;

/** Opens in the editor above. */
function row({ entry, verdict }: Settled): Markup {
  const [message = ''] = (verdict.message ?? '').split('\n');
  const declared =
    entry.expect === null ? 'the claim has no meaning' : `the file says ${entry.expect}`;
  return html`
    <li>
      <span>${badge(verdict.verdict)}</span>
      <span>
        <a href="#claim=${encodeURIComponent(entry.claim)}">${entry.id}</a> <span
          class="legend">line ${entry.place.line}</span>
      </span>
      ${
        !asDeclared({ entry, verdict }) &&
        html`
          <p class="mismatch because">
            Not as declared: ${declared}.
          </p>
        `
      }${message !== '' && html`<p class="because">${message}</p>`}
    </li>
  `;
}

function saved(
  name: string,
  text: string,
  claims: readonly NoteClaim[],
  settled: readonly Settled[],
): string {
  const fences = new Map(claims.map(({ entry, fence }) => [entry.id, fence]));
  const blocks = settled.flatMap(({ entry, verdict }) => {
    const fence = fences.get(entry.id);
    return fence === undefined
      ? []
      : [{ fence, hash: verdict.hash?.slice(0, 12) ?? null, lines: noteVerdict(verdict) }];
  });
  return withVerdicts(text, name, blocks).text;
}
