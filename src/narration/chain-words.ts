/** Chains of matrices in words: products, palindromes and what hangs on a wire. */
import type { Factor } from '../kernel/term.ts';
import { type Piece, bracketed, transpose } from './factor-words.ts';

export interface Branch {
  readonly factor: Factor;
  readonly piece: Piece;
  /** Open wires: one of a vector, two of a matrix. */
  readonly wires: readonly number[];
}

export const flip = (p: Piece | undefined): string =>
  p === undefined ? '' : / /.test(p.text) && !isCall(p.text) ? `(${p.text})'` : p.flipped;
const isCall = (text: string): boolean => bracketed(text) === text;
export const wrap = (text: string): string =>
  / /.test(text) && !isWrapped(text) ? bracketed(text) : text;

/** Does one pair of brackets hold the whole? */
function isWrapped(text: string): boolean {
  if (!text.startsWith('(') || !text.endsWith(')')) return false;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    depth += text[i] === '(' ? 1 : text[i] === ')' ? -1 : 0;
    if (depth === 0) return i === text.length - 1;
  }
  return false;
}

const quotient = /^\(ones \.\/ (.*)\)$/;

/** Products entry by entry; those with a quotient of ones are quotients. */
export function hadamard(texts: readonly string[]): string {
  const above = texts.filter((t) => !quotient.test(t)).map(wrap);
  const below = texts.flatMap((t) => quotient.exec(t)?.[1] ?? []).map(wrap);
  if (below.length === 0 || above.length === 0) return texts.map(wrap).join(' .* ');
  const top = above.length > 1 ? `(${above.join(' .* ')})` : above[0];
  return `${top} ./ ${below.length > 1 ? `(${below.join(' .* ')})` : below[0]}`;
}

/** v' A' A v is |A v|^2. */
export function palindrome(
  all: readonly Branch[],
  root: number,
  labels: readonly Branch[],
): string | null {
  if (labels.length !== 1) return null;
  const steps: string[] = [];
  const used = new Set<Branch>(labels);
  let wire = root;
  for (;;) {
    const here = all.filter((b) => !used.has(b) && b.wires.includes(wire));
    const [next] = here;
    if (here.length !== 1 || next === undefined) return null;
    used.add(next);
    if (next.wires.length === 1) {
      if (next.piece.text !== labels[0]?.piece.text) return null;
      break;
    }
    const forward = next.wires[0] === wire;
    steps.push(forward ? next.piece.text : next.piece.flipped);
    wire = next.wires[forward ? 1 : 0] as number;
  }
  const half = steps.length / 2;
  if (used.size !== all.length || steps.length % 2 === 1) return null;
  const second = steps.slice(half);
  const mirrored = steps.slice(0, half).toReversed().map(transpose);
  if (second.some((s, i) => s !== mirrored[i])) return null;
  return `|${[...second, wrap(labels[0]?.piece.text ?? '')].join(' ')}|^2`;
}

/** Everything behind a matrix, seen from one of its wires, as a vector. */
export function along(all: readonly Branch[], wire: number, edge: Branch): string {
  const forward = edge.wires[0] === wire;
  const matrix = forward ? edge.piece.text : edge.piece.flipped;
  const end = edge.wires[forward ? 1 : 0] as number;
  return `${matrix} ${wrapChain(hanging(all, end, edge))}`;
}
export const wrapChain = (text: string): string =>
  / \.[*/] /.test(text) && !isWrapped(text) ? `(${text})` : text;

/** The vector at a wire: all that hangs on it but what it was come from. */
export function hanging(all: readonly Branch[], wire: number, from: Branch | null): string {
  const here = all.filter((b) => b !== from && b.wires.includes(wire));
  if (here.length === 0) return 'ones';
  const texts = here.map((b) => (b.wires.length === 1 ? b.piece.text : along(all, wire, b)));
  return texts.length === 1 ? (texts[0] as string) : hadamard(texts);
}

/** The same, flipped. */
export function hangingRow(all: readonly Branch[], wire: number, from: Branch | null): string {
  const here = all.filter((b) => b !== from && b.wires.includes(wire));
  const [only, ...more] = here;
  if (only === undefined) return "ones'";
  if (more.length > 0) return `(${hanging(all, wire, from)})'`;
  if (only.wires.length === 1) return flip(only.piece);
  const forward = only.wires[0] === wire;
  const end = only.wires[forward ? 1 : 0] as number;
  return `${hangingRow(all, end, only)} ${forward ? only.piece.flipped : only.piece.text}`;
}

interface Route {
  readonly steps: readonly { readonly from: number; readonly text: string }[];
  readonly used: ReadonlySet<Branch>;
}

/** The matrices from one wire to another, without the one that is left out. */
export function path(
  all: readonly Branch[],
  from: number,
  to: number,
  out: Branch | null,
): Route | null {
  const go = (wire: number, used: readonly Branch[]): Branch[] | null => {
    if (wire === to) return [...used];
    for (const b of all) {
      if (b === out || b.wires.length !== 2 || used.includes(b) || !b.wires.includes(wire))
        continue;
      const found = go(b.wires[b.wires[0] === wire ? 1 : 0] as number, [...used, b]);
      if (found) return found;
    }
    return null;
  };
  const found = go(from, []);
  if (found === null) return null;
  let wire = from;
  const steps = found.map((b) => {
    const forward = b.wires[0] === wire;
    const step = { from: wire, text: forward ? b.piece.text : b.piece.flipped };
    wire = b.wires[forward ? 1 : 0] as number;
    return step;
  });
  return { steps, used: new Set(found) };
}
