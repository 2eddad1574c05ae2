/**
 * `npm run writeup`: writes what is made for the write-up; `elenchus cite` then checks what it
 * cites.
 */
import { writeFile } from 'node:fs/promises';
import { editions } from './editions.ts';

for (const [path, text] of await editions()) {
  await writeFile(path, text);
  console.log(`written    ${path}`);
}
