/**
 * The build that runs: its version and a hash of its files. Two builds may draw other points of one
 * claim.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { version } from '../records/version.ts';

/** `0.2.0+1f3a9c04be12`. ELENCHUS_BUILD replaces it in tests. */
export function buildFingerprint(): string {
  const given = process.env['ELENCHUS_BUILD'];
  if (given !== undefined && given !== '') return given;
  const here = fileURLToPath(import.meta.url);
  // a bundled file lies among all the others; a source file lies in its room, one below
  const root = /[\\/]bin$/.test(dirname(here)) ? dirname(here) : join(dirname(here), '..');
  const hash = createHash('sha256');
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' }).toSorted())
    if (extname(name) === extname(here))
      hash.update(`${name.replaceAll('\\', '/')}\n`).update(readFileSync(join(root, name)));
  return `${version()}+${hash.digest('hex').slice(0, 12)}`;
}
