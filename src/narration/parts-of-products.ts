/** A product as it is written: numbers and powers in front, the tensor, what it is divided by. */
import { wrap } from './chain-words.ts';
import { bracketed, isAtom } from './factor-words.ts';

/**
 * The part of a graph without its number: scalar parts in front, the tensor, scalars below the
 * line.
 */
export interface Parts {
  readonly front: readonly string[];
  readonly body: string | null;
  readonly below: readonly string[];
  /** Is the whole subtracted, as by the slope -1/u^2? */
  readonly isNegative: boolean;
}

/** The parts put together, without a number in front. */
export function joined({ front, body, below }: Omit<Parts, 'isNegative'>, number = ''): string {
  const [above, divisors] = cancelled(front, below);
  const pieces = withPowers(above);
  const many = pieces.length + (body === null ? 0 : 1) + (number === '' ? 0 : 1) > 1;
  const texts = pieces.map((s) => (many && !standsAlone(s) ? `(${s})` : s));
  const words = [...(number === '' ? [] : [number]), ...texts];
  if (body !== null)
    words.push(
      words.length > 0 && / \.\* /.test(body) && !body.startsWith('(') ? `(${body})` : body,
    );
  const top = words.join(' ');
  if (divisors.length === 0) return top === '' ? '1' : top;
  const under = withPowers(divisors.map((s) => (s.startsWith('(') ? s.slice(1, -1) : s)));
  const down =
    under.length === 1 && (isAtom(under[0] as string) || /^[^ ]*\^\d+$/.test(under[0] as string))
      ? (under[0] as string)
      : `(${under.map((s) => (under.length > 1 ? wrap(s) : s)).join(' ')})`;
  return `${top === '' ? '1' : top}/${down}`;
}

/** Is it read as one factor of a product without brackets? */
const standsAlone = (text: string): boolean => isAtom(text.replace(/\^\d+$/, ''));

/** Equal factors as one power. */
function withPowers(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const s of texts) counts.set(s, (counts.get(s) ?? 0) + 1);
  return [...counts].map(([s, k]) =>
    k === 1 ? s : s.endsWith('|^2') ? `${s.slice(0, -1)}${2 * k}` : `${bracketed(s)}^${k}`,
  );
}

/** Without what stands above and below the line. */
function cancelled(
  front: readonly string[],
  below: readonly string[],
): readonly [string[], string[]] {
  const divisors = below.map((text) => [text, text.replace(/^\((.*)\)$/, '$1')]);
  const above = front.filter((text) => {
    const at = divisors.findIndex((forms) => forms.includes(text));
    if (at >= 0) divisors.splice(at, 1);
    return at < 0;
  });
  return [above, divisors.map(([text]) => text ?? '')];
}
