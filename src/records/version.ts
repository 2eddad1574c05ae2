/** The version of the package. */
import { readFileSync } from 'node:fs';

/** The version in package.json, which lies above both the sources and the build. */
export function version(): string {
  for (const up of ['../../package.json', '../../../package.json']) {
    try {
      const read: unknown = JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8'));
      if (
        typeof read === 'object' &&
        read !== null &&
        'name' in read &&
        read.name === 'elenchus' &&
        'version' in read
      )
        return String(read.version);
    } catch {
      // Not there: the next one.
    }
  }
  return 'unknown';
}
