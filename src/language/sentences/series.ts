/**
 * Sums with dots and sums that begin at 0, with their index from 1: `x_1 + … + x_n`, `1 + 2 + … +
 * n`, `1 + r + r^2 + … + r^{n-1}`, `∑_{k=0}^{n-1} r^k`.
 */
const dots = String.raw`(?:…|\.\.\.|\\c?dots|\\ldots)`;
const first = String.raw`(?:_\{?1\}?|₁)`;
const second = String.raw`(?:_\{?2\}?|₂)`;
const last = String.raw`(?:_\{?([A-Za-z])\}?|(ₙ|ₘ|ₖ))`;
const square = String.raw`(?:\^\{?2\}?|²)`;
const plus = String.raw`\s*\+\s*`;

const entries = new RegExp(
  String.raw`([A-Za-z])${first}(${square})?${plus}(?:\1${second}${square}?${plus})?${dots}${plus}\1${last}${square}?`,
  'g',
);
const numbers = new RegExp(
  String.raw`(?<![\w^])1${plus}2${plus}(?:3${plus})?${dots}${plus}([A-Za-z])(?!\w)`,
  'g',
);
const powers = new RegExp(
  String.raw`(?<![\w^])1${plus}([a-z])${plus}(?:\1${square}${plus})?${dots}${plus}` +
    String.raw`\1\^[{(]?\s*([A-Za-z])\s*-\s*1\s*[})]?`,
  'g',
);
const fromZero = new RegExp(
  String.raw`(?:\\sum|∑|Σ|\bsum)_\{?\s*([a-z])\s*=\s*0\s*\}?\s*\^\s*\{?\s*([A-Za-z])\s*-\s*1\s*\}?` +
    String.raw`\s*((?:[^=<>≤≥+;,()]|\([^()]*\))+?)(?=\s*(?:[=<>≤≥+;,]|$))`,
  'g',
);

const lowered: Readonly<Record<string, string>> = { ₙ: 'n', ₘ: 'm', ₖ: 'k' };

export const withSeries = (source: string): string =>
  source
    .replaceAll(
      entries,
      (_, x: string, power: string | undefined, n: string | undefined, low: string | undefined) =>
        `sum[i in 1..${n ?? lowered[low ?? ''] ?? 'n'}](${x}[i]${power === undefined ? '' : '^2'})`,
    )
    .replaceAll(numbers, 'sum[i in 1..$1](i)')
    .replaceAll(powers, 'sum[i in 1..$2]($1^(i - 1))')
    .replaceAll(fromZero, (_, k: string, n: string, body: string) => {
      const shifted = body.replaceAll(
        new RegExp(String.raw`(?<![A-Za-z\\])\{?${k}\}?(?![A-Za-z])`, 'g'),
        `(${k} - 1)`,
      );
      return `sum[${k} in 1..${n}](${shifted.trim()})`;
    });
