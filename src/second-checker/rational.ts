/** Exact fractions in lowest terms, and how a document is refused. */
export interface Q {
  readonly n: bigint;
  readonly d: bigint;
}

/** Something that does not follow, or cannot be read. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
export const refuse = (why: string): never => {
  throw new Refusal(why);
};
export const demand = (ok: boolean, why: string): void => void (ok || refuse(why));

export function q(n: bigint, d = 1n): Q {
  demand(d !== 0n, 'a fraction with denominator 0');
  let [a, b] = [n < 0n ? -n : n, d < 0n ? -d : d];
  while (b > 0n) [a, b] = [b, a % b];
  return { n: (d < 0n ? -n : n) / (a || 1n), d: (d < 0n ? -d : d) / (a || 1n) };
}
export const one = q(1n);
export const sum = (a: Q, b: Q): Q => q(a.n * b.d + b.n * a.d, a.d * b.d);
export const product = (a: Q, b: Q): Q => q(a.n * b.n, a.d * b.d);
export const minus = (a: Q): Q => ({ n: -a.n, d: a.d });
/** base^k for a positive base. */
export const toThe = (base: bigint, k: number): Q =>
  k < 0 ? q(1n, base ** BigInt(-k)) : q(base ** BigInt(k));
export const show = (a: Q): string => (a.d === 1n ? `${a.n}` : `${a.n}/${a.d}`);
export function readQ(text: unknown): Q {
  const parts = typeof text === 'string' ? /^(-?\d{1,5000})(?:\/(\d{1,5000}))?$/.exec(text) : null;
  return parts
    ? q(BigInt(parts[1] as string), BigInt(parts[2] ?? 1))
    : refuse(`no fraction: ${JSON.stringify(text)}`);
}
