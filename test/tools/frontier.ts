/**
 * The page of the frontier: published questions about matrices, where each stands here, and what a
 * hunt found.
 */
import type { Family, Member } from '../../src/catalogue/entry.ts';
import { huntedTable, type Hunted } from './hunted.ts';

/** A filed counterexample, as far as the page shows it. */
export interface Shown {
  readonly id: string | null;
  readonly dims: Readonly<Record<string, number>>;
  readonly values: Readonly<Record<string, unknown>>;
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
const code = (text: string): string => `\`${text.replaceAll(/\s+/g, ' ').trim()}\``;

const valueText = (value: unknown): string =>
  Array.isArray(value) && Array.isArray(value[0])
    ? `[${value.map((row: readonly string[]) => row.join(' ')).join('; ')}]`
    : Array.isArray(value)
      ? `[${value.join(' ')}]`
      : String(value);

const witnessText = ({ values }: Shown): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} = ${valueText(value)}`)
    .join(', ');

const finding = `## A version of MI-29 with both matrices positive definite

The list's question MI-29 compares det(A^k + |A B|^p) with det(A^k + |B A|^p). Its published resolution
refutes it at k = 6, p = 8 with A positive definite and B invertible and indefinite, and leaves aside the
version in which B is positive definite too. At k = 6, p = 8 this version reads

    A, B: n×n pd |- det(A^6 + (B A^2 B)^4) >= det(A^6 + (A B^2 A)^4)

and it is false: at

    A = [18 12 -4; 12 19 0; -4 0 5],  B = [15 11 5; 11 12 1; 5 1 7]

the right side is 1.000638… times the left side. This script evaluates it in exact arithmetic and uses nothing
of elenchus. It prints \`True True 1.0006385049385869\`: both matrices are positive definite, left < right, and
right over left.

\`\`\`python
from fractions import Fraction
mul = lambda a, b: [[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a]
def power(a, k): return a if k == 1 else mul(a, power(a, k - 1))
add = lambda a, b: [[x + y for x, y in zip(r, s)] for r, s in zip(a, b)]
det = lambda m: m[0][0] if len(m) == 1 else sum((-1) ** j * m[0][j] * det([r[:j] + r[j + 1:] for r in m[1:]]) for j in range(len(m)))
A, B = [[18, 12, -4], [12, 19, 0], [-4, 0, 5]], [[15, 11, 5], [11, 12, 1], [5, 1, 7]]
left = det(add(power(A, 6), power(mul(B, mul(A, mul(A, B))), 4)))
right = det(add(power(A, 6), power(mul(A, mul(B, mul(B, A))), 4)))
print(all(det([r[:k] for r in M[:k]]) > 0 for M in (A, B) for k in (1, 2, 3)), left < right, float(Fraction(right, left)))
\`\`\`

The inequality holds for k = 2; this is known. The table does not claim that nobody knew the rest, and nothing follows
for other k and p.
`;

/** The whole of proofs/findings/frontier.md. */
export const frontierPage = (
  families: readonly Family[],
  filed: readonly Shown[],
  hunts: readonly Hunted[],
): string => {
  const members = families.flatMap(({ name, members: all }) =>
    all.map((m: Member) => ({ ...m, id: `${name}/${m.name}` })),
  );
  const rows = members.map((m) => {
    const witness = filed.find((w) => w.id === m.id);
    const shown = witness === undefined ? '' : code(witnessText(witness));
    return `| ${m.id} | ${cell(code(m.claim))} | ${m.expect} | ${cell(shown)} | ${cell(`${m.source ?? ''}. ${m.note ?? ''}`)} |`;
  });
  return `# The frontier: published questions about matrices

Each row is a claim of the catalogue, in our own words; most are instances of a question. \`elenchus check\`
compares it with its verdict. \`survived\` means that a search found no counterexample, and no more.

| claim | statement | verdict | counterexample | source and scope |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

## How near the hunts came

The claims above that survived, with all that was hunted for them: the campaign of
[campaigns.md](campaigns.md), and hunts of some minutes each on one busy core, kept in
[hunted.json](hunted.json) (seed 1; \`test/tools/hunted.ts\` writes it from the records). The nearest is
the largest violation of a climb relative to both sides, at most 0 where nothing is refuted. Most are at
points where both sides are nearly equal, and so no sign of a counterexample.

${huntedTable(
  members.filter((m) => m.expect === 'survived').map(({ id }) => id),
  hunts,
)}

${finding}`;
};
