/**
 * SHA-256 of a text in UTF-8, in hex, written from FIPS 180-4: the hash by which a derivation names
 * its claim.
 */
import { refuse } from '../rational.ts';

const primes = (count: number): number[] => {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((p) => n % p !== 0)) found.push(n);
  return found;
};
/** The first 32 bits of the fraction of a root. */
const fraction = (root: number): number => Math.floor((root % 1) * 2 ** 32) >>> 0;
const constants = primes(64).map((p) => fraction(Math.cbrt(p)));
const beginning = primes(8).map((p) => fraction(Math.sqrt(p)));

function bytesOf(text: string): number[] {
  return [...text].flatMap((sign) => {
    const c = sign.codePointAt(0) ?? 0;
    if (c < 0x80) return [c];
    if (c < 0x800) return [0xc0 | (c >> 6), 0x80 | (c & 63)];
    if (c >= 0xd800 && c < 0xe000) return refuse('a text with half a sign');
    if (c < 0x10000) return [0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63)];
    return [0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63)];
  });
}

const turn = (x: number, k: number): number => ((x >>> k) | (x << (32 - k))) >>> 0;

/** The state after one block of sixteen words. */
function mixed(state: readonly number[], block: readonly number[]): number[] {
  const w = [...block];
  for (let t = 16; t < 64; t++) {
    const [x, y] = [w[t - 15] as number, w[t - 2] as number];
    const s0 = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
    const s1 = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
    w.push(((w[t - 16] as number) + s0 + (w[t - 7] as number) + s1) >>> 0);
  }
  let [a, b, c, d, e, f, g, h] = state as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  w.forEach((word, t) => {
    const big1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const first = (h + big1 + ((e & f) ^ (~e & g)) + (constants[t] as number) + word) >>> 0;
    const big0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) >>> 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) >>> 0, c, b, a, (first + second) >>> 0];
  });
  return [a, b, c, d, e, f, g, h].map((x, i) => (x + (state[i] as number)) >>> 0);
}

export function sha256(text: string): string {
  const bytes = bytesOf(text);
  const bits = bytes.length * 8;
  const padded = [...bytes, 0x80];
  while (padded.length % 64 !== 56) padded.push(0);
  for (let shift = 7; shift >= 0; shift--) padded.push(Math.floor(bits / 2 ** (8 * shift)) & 255);
  let state = beginning;
  for (let at = 0; at < padded.length; at += 64) {
    const block = Array.from({ length: 16 }, (_, i) =>
      [0, 1, 2, 3].reduce((word, k) => word * 256 + (padded[at + 4 * i + k] as number), 0),
    );
    state = mixed(state, block);
  }
  return state.map((x) => x.toString(16).padStart(8, '0')).join('');
}
