/**
 * A cheap labelling of large graphs: hashes of neighbourhoods, then each component read from its
 * least factor on. Where hashes tie without a symmetry, isomorphic graphs may get two texts; that
 * costs time and nothing else.
 */
import type { Factor, Monomial } from '../../kernel/term.ts';
import { writeHead, type Label } from '../../kernel/write.ts';

const rounds = 10;
const mix = (a: number, b: number): number =>
  Math.imul(a ^ (b + 0x9e3779b9 + (a << 6) + (a >>> 2)), 0x85ebca6b) >>> 0;

const texts = new WeakMap<Factor['head'], number>();
function headHash(head: Factor['head']): number {
  let hash = texts.get(head);
  if (hash === undefined) {
    hash = 0;
    for (const c of writeHead(head)) hash = mix(hash, c.codePointAt(0) as number);
    texts.set(head, hash);
  }
  return hash;
}

export function quickLabel(m: Monomial): Label {
  const { factors, wires, free } = m;
  const heads = factors.map((f) => headHash(f.head));
  const start = wires.map((_, w) => free.reduce((h, v, i) => (v === w ? mix(h, i + 1) : h), 7));
  let colours = heads;
  let ends = start;
  // once all are apart, or none came apart, another round tells nothing new
  for (
    let r = 0, before = 0, apart = new Set(colours).size;
    r < rounds && apart > before && apart < factors.length;
    r++, before = apart, apart = new Set(colours).size
  ) {
    // sums do not see the order in which factors stand
    const next = [...start];
    factors.forEach((f, i) =>
      f.slots.forEach(
        (w, s) => void (next[w] = ((next[w] as number) + mix(colours[i] as number, s + 1)) >>> 0),
      ),
    );
    ends = next;
    colours = factors.map((f, i) =>
      f.slots.reduce((h, w) => mix(h, ends[w] as number), heads[i] as number),
    );
  }
  const at = wires.map((): number[] => []);
  factors.forEach((f, i) => f.slots.forEach((w) => void at[w]?.push(i)));
  const byColour = (list: readonly number[]): number[] =>
    [...list].sort((a, b) => (colours[a] as number) - (colours[b] as number) || a - b);
  const order: number[] = [];
  const seen = new Set<number>();
  for (const root of byColour([...factors.keys()])) {
    const queue = [root];
    for (let i = queue.shift(); i !== undefined; i = queue.shift()) {
      if (seen.has(i)) continue;
      seen.add(i);
      order.push(i);
      for (const w of (factors[i] as Factor).slots)
        queue.push(...byColour((at[w] as number[]).filter((j) => !seen.has(j))));
    }
  }
  return { order };
}
