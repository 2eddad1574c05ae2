/** Copies a text; where the browser forbids that, shows it to be copied by hand. */
import { byId } from './elements.ts';

export async function copy(text: string, what: string): Promise<void> {
  const status = byId('status', HTMLParagraphElement);
  status.classList.remove('hidden-text');
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = `${what} copied.`;
  } catch {
    const shown = document.createElement('pre');
    shown.tabIndex = 0;
    shown.textContent = text;
    byId('more-result', HTMLDivElement).replaceChildren(shown);
    status.textContent = `The browser does not copy here. ${what}: see below.`;
  }
}
