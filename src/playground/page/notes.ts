/**
 * Notes that are dropped on the page, or chosen: their text goes to the engine, and nowhere else.
 */
import { longestNote } from '../bounds.ts';
import { byId } from './elements.ts';

/** Bytes of a file that is read at all; a character has at most four. */
const most = 4 * longestNote;

export function takeNotes(take: (name: string, text: string) => void): void {
  const status = byId('status', HTMLParagraphElement);
  const read = async (file: File | null | undefined): Promise<void> => {
    if (!file) return;
    if (file.size > most) {
      status.classList.remove('hidden-text');
      status.textContent = `${file.name} is too large: at most ${longestNote} characters are read.`;
      return;
    }
    take(file.name, await file.text());
  };
  const input = byId('note-file', HTMLInputElement);
  input.addEventListener('change', () => {
    void read(input.files?.[0]);
    // the same file can be chosen again, after it was changed
    input.value = '';
  });
  const mark = (on: boolean): void => void document.body.classList.toggle('dropping', on);
  document.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    mark(true);
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) mark(false);
  });
  document.addEventListener('drop', (event) => {
    mark(false);
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    void read(file);
  });
}
