/** One claim after another on the page: asked, stopped, asked again with more time. */
import { longest, times } from '../bounds.ts';
import type { Reply } from '../messages.ts';
import { button, byId } from './elements.ts';
import type { Editor } from './editor.ts';
import type { Engine, Question } from './engine.ts';
import { insert } from './insert.ts';
import { linkHash } from './link.ts';

export type Checked = Extract<Reply, { kind: 'checked' }>;

/** Seconds after which a worker that does not answer is ended. */
const patience = (time: number): number => 4 * time + 20;
/** For goals without a deadline of their own. */
const patienceForMore = 120;
const patienceForNote = 3600;

export class Session {
  /** The contents of the page. */
  checked: Checked | null = null;
  #run = 0;
  #longer = 0;
  readonly #engine: Engine;
  readonly #editor: Editor;
  readonly #keep: (checked: Checked, text: string) => void;
  readonly #result = byId('result', HTMLDivElement);
  readonly #more = byId('more-result', HTMLDivElement);
  readonly #note = byId('note-result', HTMLDivElement);
  #saved: { readonly name: string; readonly text: string } | null = null;
  readonly #status = byId('status', HTMLParagraphElement);

  constructor(engine: Engine, editor: Editor, keep: (checked: Checked, text: string) => void) {
    this.#engine = engine;
    this.#editor = editor;
    this.#keep = keep;
    engine.onExplained = (id, markup) => {
      if (this.checked?.id === id) insert(this.#result, markup);
    };
  }

  /** The claim in the editor, with the first time or the next one. */
  async check(longer = false): Promise<void> {
    const text = this.#editor.text();
    if (!this.#fits(text)) return;
    this.#longer = longer ? Math.min(this.#longer + 1, times.length - 1) : 0;
    const time = times[this.#longer] ?? times[0];
    showInAddress(text);
    const question = { kind: 'check', text, time, longer } as const;
    const reply = await this.#ask(question, patience(time), 'checking …');
    if (reply === 'outdated') return;
    if (reply?.kind === 'checked') {
      this.checked = reply;
      insert(this.#result, reply.markup);
      this.#more.replaceChildren();
      this.#result.classList.remove('old');
      document.title = `${reply.verdict} · elenchus playground`;
      this.#keep(reply, text);
    }
    this.#ended(reply);
  }

  /** Which hypotheses are needed, or why there is no proof: of the claim that was checked. */
  async more(kind: 'needs' | 'why'): Promise<void> {
    if (this.checked === null) return;
    const question = { kind, text: this.checked.claim };
    const reply = await this.#ask(question, patienceForMore, 'looking …');
    if (reply === 'outdated') return;
    if (reply?.kind === 'more') insert(this.#more, reply.markup);
    this.#ended(reply);
  }

  /** All claims of a note or a paper. */
  async note(name: string, text: string): Promise<void> {
    const reply = await this.#ask(
      { kind: 'note', name, text },
      patienceForNote,
      `reading ${name} …`,
    );
    if (reply === 'outdated') return;
    if (reply?.kind === 'note') {
      insert(this.#note, reply.markup);
      this.#saved = reply.saved === null ? null : { name, text: reply.saved };
      button('save-note').hidden = this.#saved === null;
      this.#note.scrollIntoView({ block: 'nearest' });
    }
    this.#ended(reply);
  }

  /** The note with its verdicts, as a file. */
  save(): void {
    if (this.#saved === null) return;
    const link = document.createElement('a');
    const url = URL.createObjectURL(new Blob([this.#saved.text], { type: 'text/plain' }));
    link.href = url;
    link.download = this.#saved.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }

  stop(): void {
    this.#engine.stop();
  }

  /** What is shown is of another text than what stands in the editor. */
  outdated(): void {
    this.#result.classList.add('old');
    for (const id of ['longer', 'needs', 'why']) button(id).disabled = true;
  }

  #fits(text: string): boolean {
    const problem =
      text.trim() === ''
        ? 'Type a claim first.'
        : text.length > longest
          ? `The claim has more than ${longest} characters. Shorten it.`
          : null;
    if (problem !== null) {
      this.#status.classList.remove('hidden-text');
      this.#status.textContent = problem;
    }
    return problem === null;
  }

  async #ask(
    question: Question,
    seconds: number,
    said: string,
  ): Promise<Reply | null | 'outdated'> {
    if (this.#engine.busy) this.#engine.stop();
    const run = ++this.#run;
    this.#status.classList.remove('hidden-text');
    this.#status.textContent = said;
    this.#buttons(true);
    const reply = await this.#engine.ask(question, seconds, (text) => {
      if (run === this.#run) this.#status.textContent = text;
    });
    return run === this.#run ? reply : 'outdated';
  }

  #ended(reply: Reply | null): void {
    // the verdict is visible below: its sentence is for screen readers
    this.#status.classList.toggle(
      'hidden-text',
      reply?.kind === 'checked' || reply?.kind === 'more',
    );
    this.#status.textContent =
      reply === null
        ? 'Stopped before there was an answer.'
        : reply.kind === 'failed'
          ? reply.message
          : 'summary' in reply
            ? reply.summary
            : '';
    this.#buttons(false);
  }

  #buttons(running: boolean): void {
    const { verdict } = this.checked ?? { verdict: null };
    const open = verdict === 'survived' || verdict === 'gave-up';
    button('stop').disabled = !running;
    button('longer').disabled = running || !open || this.#longer === times.length - 1;
    button('needs').disabled =
      running || verdict === null || verdict === 'ill-typed' || verdict === 'refuted';
    button('why').disabled = running || !open;
    for (const form of ['latex', 'markdown', 'python', 'command'] as const)
      button(`copy-${form}`).disabled = running || this.checked?.copies[form] == null;
  }
}

/** The page's address is a link to the claim; a browser may forbid to change it often. */
function showInAddress(text: string): void {
  try {
    history.replaceState(null, '', linkHash(text));
  } catch {
    // "Copy link" makes the link anew
  }
}
