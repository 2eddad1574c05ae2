/** The claims that were checked here, kept by the browser where it keeps anything. */
import type { VerdictName } from '../../verdict/verdict.ts';
import { button, byId, textElement } from './elements.ts';
import { linkHash } from './link.ts';

interface Kept {
  readonly claim: string;
  readonly verdict: string;
}

const key = 'elenchus-history';
const most = 20;
/** What is longer is not kept. */
const longest = 2000;

const isKept = (x: unknown): x is Kept =>
  typeof x === 'object' &&
  x !== null &&
  'claim' in x &&
  typeof x.claim === 'string' &&
  x.claim.length <= longest &&
  'verdict' in x &&
  typeof x.verdict === 'string';

/** A browser may forbid its storage, and what stands in it may be anything. */
function read(): Kept[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(found) ? found.filter(isKept).slice(0, most) : [];
  } catch {
    return [];
  }
}

function write(kept: readonly Kept[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // the list on the page is enough
  }
}

const item = ({ claim, verdict }: Kept): HTMLElement => {
  const link = document.createElement('a');
  link.href = linkHash(claim);
  link.title = claim;
  link.append(
    textElement('span', `badge ${/^[a-z-]+$/.test(verdict) ? verdict : ''}`, verdict),
    textElement('span', 'text', claim.replaceAll(/\s+/g, ' ')),
  );
  const made = document.createElement('li');
  made.append(link);
  return made;
};

/** The list on the page; answers what adds to it. */
export function showHistory(): (claim: string, verdict: VerdictName) => void {
  const list = byId('history-list', HTMLUListElement);
  const forget = button('forget');
  let kept = read();
  const show = (): void => {
    list.replaceChildren(
      ...(kept.length === 0 ? [textElement('li', 'legend', 'nothing yet')] : kept.map(item)),
    );
    forget.hidden = kept.length === 0;
  };
  forget.addEventListener('click', () => {
    kept = [];
    write(kept);
    show();
  });
  show();
  return (claim, verdict) => {
    if (claim.length > longest) return;
    kept = [{ claim, verdict }, ...kept.filter((k) => k.claim !== claim)].slice(0, most);
    write(kept);
    show();
  };
}
