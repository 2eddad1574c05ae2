/**
 * The table of implications as Markdown: a sign for every ordered pair, and for each that fails its
 * filed witness.
 */
import { implications, nine, setting, type Implication } from '../../proofs/implications.ts';
import { parseClaim } from '../../src/language/index.ts';
import { assignmentOf } from '../../src/records/read-witness.ts';
import type { Witness } from '../../src/records/witness.ts';
import { valueLines } from '../../src/report/value-text.ts';

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** `N = 2; theta = [1; 0]; phi(x) = x + 1`: all of a witness on one line. */
export const witnessLine = (witness: Witness): string => {
  const { dims, values } = assignmentOf(witness, parseClaim(witness.claim));
  return [
    ...[...dims].map(([name, size]) => `${name} = ${size}`),
    ...[...values].flatMap(([name, value]) => valueLines(name, value)),
  ].join(', ');
};

const sign = (from: string, to: string): string =>
  from === to
    ? '·'
    : implications.find((one) => one.from.name === from && one.to.name === to)?.why === null
      ? '✗'
      : '✓';

const reasons = (holding: readonly Implication[]): string =>
  holding
    .map(
      ({ from, to, name, why }) =>
        `- *${from.words}* ⟹ *${to.words}* (\`implications/${name}\`). ${why}`,
    )
    .join('\n');

/** Implications that fail at one and the same point stand together. */
const byPoint = (
  failing: readonly Implication[],
  witnesses: ReadonlyMap<string, Witness>,
): string[][] => {
  const groups = new Map<string, Implication[]>();
  for (const one of failing) {
    const witness = witnesses.get(one.name);
    const line = witness === undefined ? 'none is filed' : witnessLine(witness);
    groups.set(line, [...(groups.get(line) ?? []), one]);
  }
  return [...groups].flatMap(([line, group]) =>
    group.map(({ from, to }) => [`${from.words} ⇏ ${to.words}`, `\`${line}\``]),
  );
};

/** The file proofs/findings/implication-table.md. */
export const implicationTable = (witnesses: ReadonlyMap<string, Witness>): string => {
  const holding = implications.filter(({ why }) => why !== null);
  const failing = implications.filter(({ why }) => why === null);
  return `# Nine properties of a network, and which imply which

All ${implications.length} ordered pairs are claims of the family \`implications\`: ${holding.length} are proved by the
kernel for every N, every smooth activation and every pair of inputs; ${failing.length} are refuted by
exact points. \`elenchus check\` holds every one against this table, which is made
from the claims and from the filed witnesses; a test compares.

The setting is one hidden unit with all its weights trained, on two inputs:
F(θ) = (e'θ) φ(Z θ). The rows of Z are the inputs, 0 at the place of the readout
weight e'θ; u = (c, −c) takes differences of rows; y are the targets. A property
of a single network mentions θ.

    ${setting}

${table(
  ['property', 'statement'],
  nine.map(({ words, formula }) => [words, `\`${formula}\``]),
)}

## The table

The row implies (✓) or does not imply (✗) the column.

${table(
  ['', ...nine.map(({ words }) => words)],
  nine.map((from) => [`**${from.words}**`, ...nine.map((to) => sign(from.name, to.name))]),
)}

![The proved implications, without those that follow from others](implication-graph.svg)

${reasons(holding)}

## Where the answer depends on the reading

- *On one level set* is meant of F, as in the source. Of the loss, it says the
  same as *same loss* (\`implications/level-set-of-the-loss\`), and has its row
  and column: then it is implied by *same behaviour* and does not imply it.
- *Interpolating* is F(θ) = y, which for squared error is the same as a vanishing
  gradient of the loss by the outputs
  (\`implications/interpolating-by-the-gradient\`).
- *Critical* does not imply *interpolating*, but where J is onto it does
  (\`implications/critical-and-onto-implies-interpolating\`).
- *Dead* is φ' = 0 on all data, as of a saturated unit. It may still saturate at
  two different values. A dead unit of a ReLU network has φ = 0 too: then this
  network of one unit is critical, merges its inputs, and J is not onto
  (\`implications/silent-unit\`). With more units, or biases at the output, that
  does not follow.
- *Dead* implies *G singular* because the dead unit has weights of its own. Where
  all its weights are shared with living units it need not.
- With more weights than outputs on the data (N > 2 here) G is always singular,
  whatever the premise; the witnesses against it have N = 2, where J is square.
- *Inputs merged* is meant at θ. Inputs that every θ merges have equal rows of J
  (\`submersion/merged-for-all-weights\`), and then J is not onto.

## The witnesses

Each is filed under \`properties/witnesses/\`, and \`elenchus replay\` checks it again.

${table(['', 'fails at'], byPoint(failing, witnesses))}
`;
};
