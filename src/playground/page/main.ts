/**
 * The page's script: what is typed and pressed goes to the engine, and what it answers is shown.
 */
import { longest } from '../bounds.ts';
import { copy } from './copying.ts';
import { editor } from './editor.ts';
import { button, byId } from './elements.ts';
import { Engine } from './engine.ts';
import { startWorker } from './first-worker.ts';
import { showHistory } from './history.ts';
import { claimOfHash, linkHash } from './link.ts';
import { takeNotes } from './notes.ts';
import { Session } from './session.ts';

/** Milliseconds without a key, after which the text is read. */
const pause = 250;
/** Seconds for reading it. */
const reading = 5;

const hint = byId('hint', HTMLParagraphElement);
let timer = 0;

const field = editor(() => {
  session.outdated();
  hint.textContent = '';
  clearTimeout(timer);
  timer = window.setTimeout(() => void readTyped(), pause);
});
const engine = new Engine(globalThis.firstWorker ?? startWorker(''), field.learn);
const keep = showHistory();
const session = new Session(engine, field, ({ verdict }, text) => keep(text, verdict));

/** Says what is wrong while a claim is typed; never gets in the way of a check. */
async function readTyped(): Promise<void> {
  const text = field.text();
  if (engine.busy || text.trim() === '' || text.length > longest) return;
  const reply = await engine.ask({ kind: 'hint', text }, reading, () => undefined);
  if (reply?.kind !== 'hint' || field.text() !== text) return;
  hint.textContent = reply.message ?? '';
  field.mark(reply.place);
}

function open(text: string): void {
  hint.textContent = '';
  if (text.length > longest) {
    field.load('');
    byId('status', HTMLParagraphElement).textContent =
      `The claim of the link has more than ${longest} characters; it is not read.`;
    return;
  }
  field.load(text);
  void session.check();
}

const press = (id: string, action: () => void): void =>
  button(id).addEventListener('click', action);

press('check', () => void session.check());
press('longer', () => void session.check(true));
press('stop', () => session.stop());
press('needs', () => void session.more('needs'));
press('why', () => void session.more('why'));
press('copy-link', () => {
  const here = location.href.replace(/#.*$/s, '');
  void copy(here + linkHash(field.text()), 'The link');
});
const copied = {
  latex: 'LaTeX',
  markdown: 'The note block',
  python: 'The test',
  command: 'The command',
} as const;
for (const form of ['latex', 'markdown', 'python', 'command'] as const)
  press(`copy-${form}`, () => {
    const text = session.checked?.copies[form];
    if (text != null) void copy(text, copied[form]);
  });

press('save-note', () => session.save());
takeNotes((name, text) => void session.note(name, text));

document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    void session.check();
  } else if (event.key === 'Escape') session.stop();
});

window.addEventListener('hashchange', () => {
  const linked = claimOfHash(location.hash);
  if (linked !== null) open(linked);
});

const first = document.querySelector('aside a')?.getAttribute('href') ?? '';
open(claimOfHash(location.hash) ?? claimOfHash(first) ?? '');
