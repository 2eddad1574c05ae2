/**
 * `<elenchus-claim>` in anybody's page: shows its claim, and the playground with the claim once it
 * is asked for.
 */
import { linkHash } from './link.ts';

/** The playground lies next to this script. */
const playground = new URL(
  'index.html',
  document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href,
).href;

function frameFor(text: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.src = playground + linkHash(text);
  frame.title = 'The claim in the elenchus playground';
  frame.allow = 'clipboard-write';
  frame.style.cssText = 'display:block;width:100%;height:36rem;border:1px solid';
  return frame;
}

class ElenchusClaim extends HTMLElement {
  connectedCallback(): void {
    // the claim is not there yet while the page is read
    if (document.readyState === 'loading')
      document.addEventListener('DOMContentLoaded', () => this.#show(), { once: true });
    else this.#show();
  }

  #show(): void {
    if (this.querySelector('button') !== null) return;
    const text = (this.textContent ?? '').trim();
    const code = document.createElement('code');
    code.textContent = text;
    const check = document.createElement('button');
    check.type = 'button';
    check.textContent = 'Check';
    check.setAttribute('aria-label', `Check the claim ${text}`);
    check.addEventListener('click', () => {
      check.disabled = true;
      this.append(frameFor(text));
    });
    this.replaceChildren(code, ' ', check);
  }
}

if (customElements.get('elenchus-claim') === undefined)
  customElements.define('elenchus-claim', ElenchusClaim);
