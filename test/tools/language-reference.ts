/** The words of the claim language, from the tables that the program itself reads, as Markdown. */
import { attributes } from '../../src/language/ast.ts';
import { activations } from '../../src/operators/activations.ts';
import { operators } from '../../src/operators/registry.ts';

const cell = (text: string): string => text.replaceAll('|', String.raw`\|`);
/** Brackets are signs of the language, no link. */
const plain = (text: string): string => text.replaceAll(/[[\]*_]/g, String.raw`\$&`);
const table = (
  head: readonly [string, string],
  rows: readonly (readonly [string, string])[],
): string =>
  [head, ['---', '---'] as const, ...rows]
    .map(([a, b]) => `| ${cell(a)} | ${cell(b)} |`)
    .join('\n');

export function languageReference(): string {
  const called = [...operators.values()].filter((o) => o.called);
  const written = [...operators.values()].filter((o) => !o.called);
  return (
    [
      '# The claim language',
      '## Operators that are written as signs',
      table(
        ['name', 'meaning'],
        written.map((o) => [o.name, plain(o.summary)]),
      ),
      '## Operators that are called',
      table(
        ['name', 'meaning'],
        called.map((o) => [`\`${o.name}\``, plain(o.summary)]),
      ),
      '## Activations',
      table(
        ['name', 'meaning'],
        [...activations.values()].map((a) => [`\`${a.name}\``, plain(a.summary)]),
      ),
      '## Attributes',
      attributes.map((a) => `\`${a}\``).join(', '),
    ].join('\n\n') + '\n'
  );
}
