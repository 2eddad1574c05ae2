/** `npm run reference`: writes the reference of the library and of the language to reference/. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { apiReference } from './api-reference.ts';
import { languageReference } from './language-reference.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { markdown, undocumented } = apiReference(root);
mkdirSync(join(root, 'reference'), { recursive: true });
for (const [name, text] of [
  ['library.md', markdown],
  ['language.md', languageReference()],
] as const) {
  writeFileSync(join(root, 'reference', name), text);
  console.log(`reference/${name}: ${Math.round(text.length / 1000)} kB`);
}
for (const name of undocumented) console.error(`${name} has no docstring`);
process.exitCode = undocumented.length > 0 ? 1 : 0;
