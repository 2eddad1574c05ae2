/**
 * Words of the language under the caret: arrows choose one, Enter takes it, Escape closes the list.
 */
import { byId } from './elements.ts';

const most = 6;
const least = 2;

export interface Completion {
  /** Looks at what stands before the caret. */
  readonly look: () => void;
  readonly close: () => void;
  /** True where the key was for the list. */
  readonly key: (event: KeyboardEvent) => boolean;
}

/** The i-th word of the list. */
const option = (word: string, i: number, take: (word: string) => void): HTMLLIElement => {
  const item = document.createElement('li');
  item.id = `word-${i}`;
  item.setAttribute('role', 'option');
  item.setAttribute('aria-selected', 'false');
  item.textContent = word;
  item.addEventListener('mousedown', (event) => {
    event.preventDefault();
    take(word);
  });
  return item;
};

export function completion(
  area: HTMLTextAreaElement,
  words: () => readonly string[],
  changed: () => void,
): Completion {
  const list = byId('words', HTMLUListElement);
  let chosen = -1;

  const before = (): string =>
    area.selectionStart === area.selectionEnd
      ? (/[\p{L}_][\w-]*$/u.exec(area.value.slice(0, area.selectionStart))?.[0] ?? '')
      : '';

  const close = (): void => {
    list.hidden = true;
    chosen = -1;
    area.removeAttribute('aria-activedescendant');
  };

  const take = (word: string): void => {
    const at = area.selectionStart;
    area.setRangeText(word, at - before().length, at, 'end');
    close();
    changed();
  };

  const choose = (next: number): void => {
    const items = [...list.children];
    chosen = (next + items.length) % items.length;
    items.forEach((item, i) => item.setAttribute('aria-selected', String(i === chosen)));
    area.setAttribute('aria-activedescendant', items[chosen]?.id ?? '');
  };

  const look = (): void => {
    const typed = before();
    const fit =
      typed.length < least
        ? []
        : words()
            .filter((w) => w.startsWith(typed) && w !== typed)
            .slice(0, most);
    close();
    if (fit.length === 0) return;
    list.replaceChildren(...fit.map((word, i) => option(word, i, take)));
    list.hidden = false;
  };

  const key = (event: KeyboardEvent): boolean => {
    if (list.hidden) return false;
    if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown') choose(chosen + 1);
    else if (event.key === 'ArrowUp' && chosen >= 0) choose(chosen - 1);
    else if (event.key === 'Enter' && chosen >= 0 && !event.ctrlKey && !event.metaKey)
      take(list.children[chosen]?.textContent ?? '');
    else return false;
    event.preventDefault();
    return true;
  };
  return { look, close, key };
}
