/**
 * The field that a claim is typed in: its colours, the words it offers, and the place that is
 * wrong.
 */
import type { Range } from '../messages.ts';
import { completion } from './completion.ts';
import { byId } from './elements.ts';
import { paint } from './ink.ts';

export interface Editor {
  readonly text: () => string;
  readonly load: (text: string) => void;
  readonly mark: (wrong: Range | null) => void;
  readonly learn: (words: readonly string[]) => void;
}

export function editor(typed: () => void): Editor {
  const area = byId('claim', HTMLTextAreaElement);
  const ink = byId('ink', HTMLPreElement);
  let words: readonly string[] = [];
  let known: ReadonlySet<string> = new Set();
  let wrong: Range | null = null;
  const show = (): void => paint(ink, area.value, known, wrong);
  const changed = (): void => {
    wrong = null;
    show();
    typed();
  };
  const offered = completion(area, () => words, changed);
  area.addEventListener('input', () => {
    changed();
    offered.look();
  });
  area.addEventListener('keydown', (event) => {
    if (offered.key(event)) event.stopPropagation();
  });
  area.addEventListener('blur', offered.close);
  return {
    text: () => area.value,
    load: (text) => {
      area.value = text;
      wrong = null;
      offered.close();
      show();
    },
    mark: (place) => {
      wrong = place;
      show();
    },
    learn: (all) => {
      words = all;
      known = new Set(all);
      show();
    },
  };
}
