/**
 * Statements of Python in front of a claim: `A = np.random.randn(3, 4)`, `x = Symbol('x',
 * positive=True)`, `W = nn.Linear(n, m).weight` declare their names.
 */
import { resultsOf } from './factorizations.ts';

const sizes = (list: string): string =>
  list
    .replaceAll(/[()]/g, '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '' && !one.includes('='))
    .join('×');

const names = String.raw`([A-Za-z_]\w*(?:\s*,\s*[A-Za-z_]\w*)*)`;
const statement = (call: string): RegExp =>
  new RegExp(String.raw`^${names}\s*=\s*(?:\w+\.)*${call}\s*$`);

const assumptions: readonly (readonly [RegExp, string])[] = [
  [/positive\s*=\s*True/, 'positive'],
  [/nonnegative\s*=\s*True/, 'nonnegative'],
  [/nonzero\s*=\s*True/, 'nonzero'],
];

const attributeOf = (options: string): string =>
  assumptions.find(([pattern]) => pattern.test(options))?.[1] ?? '';

const rules: readonly (readonly [RegExp, (name: string, options: string) => string])[] = [
  [
    statement(String.raw`(?:randn|rand|standard_normal|empty|normal)\(\s*([\w\s,()]+?)\s*\)`),
    (name, list) => `${name}: ${sizes(list)}`,
  ],
  [
    statement(String.raw`(?:Symbol|symbols)\(([^()]*)\)`),
    (name, options) => `${name}: scalar ${attributeOf(options)}`.trim(),
  ],
  [
    statement(String.raw`MatrixSymbol\(\s*["'‘’]\w+["'‘’]\s*,([^()]*)\)`),
    (name, list) => `${name}: ${sizes(list).replace(/×1$/, '')}`,
  ],
  [
    statement(String.raw`Linear\(\s*(\w+\s*,\s*\w+)[^()]*\)\.weight`),
    (name, list) => `${name}: ${sizes(list.split(',').toReversed().join(','))}`,
  ],
];

/** The declarations that a statement makes; null where it makes none. */
export const declaredBy = (item: string): readonly string[] | null => {
  for (const [pattern, say] of rules) {
    const [, name, options = ''] = pattern.exec(item.trim()) ?? [];
    if (name !== undefined) return [say(name, options)];
  }
  return resultsOf(item.trim());
};
