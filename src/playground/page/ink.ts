/** The colours of a claim behind the text that is typed: spans made as text, never as HTML. */
import type { Range } from '../messages.ts';
import { textElement } from './elements.ts';

const kinds = [
  /(?<comment>--[^\n]*)/,
  /(?<number>\d+(?:\.\d+)?)/,
  /(?<sign>\|-|⊢|<=>|=>|!=|<=|>=|>>=|<<=|~~|[=<>⟹⟺∝⪰⪯≤≥≠;])/u,
  /(?<word>[\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}]+)*)/u,
];
const token = new RegExp(kinds.map(({ source }) => source).join('|'), 'gu');

const kindOf = (groups: Record<string, string | undefined>, words: ReadonlySet<string>): string => {
  const { comment, number, sign, word } = groups;
  if (comment !== undefined) return 'comment';
  if (number !== undefined) return 'number';
  if (sign !== undefined) return 'sign';
  return word !== undefined && words.has(word) ? 'word' : '';
};

interface Piece extends Range {
  readonly kind: string;
}

function piecesOf(text: string, words: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const found of text.matchAll(token)) {
    const kind = kindOf(found.groups ?? {}, words);
    if (kind === '') continue;
    const end = found.index + found[0].length;
    if (found.index > at) pieces.push({ start: at, end: found.index, kind: '' });
    pieces.push({ start: found.index, end, kind });
    at = end;
  }
  if (at < text.length) pieces.push({ start: at, end: text.length, kind: '' });
  return pieces;
}

/** A piece, cut where the wrong place begins and ends. */
const cut = ({ start, end, kind }: Piece, wrong: Range | null): Piece[] => {
  const cuts = [start, wrong?.start ?? start, wrong?.end ?? end, end].map((x) =>
    Math.min(end, Math.max(start, x)),
  );
  return cuts
    .slice(1)
    .map((to, i): Piece => ({ start: cuts[i] as number, end: to, kind }))
    .filter((p) => p.end > p.start);
};

/** Above this number of characters the text is not coloured. */
const coloured = 5000;

export function paint(
  target: HTMLElement,
  text: string,
  words: ReadonlySet<string>,
  wrong: Range | null,
): void {
  if (text.length > coloured) {
    target.textContent = `${text}\n`;
    return;
  }
  const parts = piecesOf(text, words)
    .flatMap((piece) => cut(piece, wrong))
    .map(({ start, end, kind }) => {
      const bad = wrong !== null && start >= wrong.start && end <= wrong.end;
      return textElement('span', `${kind}${bad ? ' wrong' : ''}`.trim(), text.slice(start, end));
    });
  // the last line break of a text has a height of its own in a textarea
  target.replaceChildren(...parts, '\n');
}
