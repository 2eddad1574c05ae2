/**
 * The files that belong to a write-up: `elenchus.sty`, `elenchus.typ` or `NAME.claims.md`, and the
 * record `NAME.claims.json`.
 */
import { basename, dirname, extname, join } from 'node:path';
import { readText } from '../catalogue/read-text.ts';
import { claimsMarkdown } from './claims-markdown.ts';
import type { Failure } from './failures.ts';
import { fileFailure } from './failures.ts';
import { latexPackage } from './latex-package.ts';
import type { Form } from './read-document.ts';
import { parseRecord, RecordError } from './read-record.ts';
import { recordText, textHash } from './record.ts';
import type { CitationRecord } from './record.ts';
import { typstModule } from './typst-module.ts';
import { nameInSeal, sealOf } from './file-seal.ts';

export interface WriteUpFiles {
  /** Name of the write-up without its directory. */
  readonly document: string;
  readonly record: string;
  /** What the write-up prints from. */
  readonly printed: string;
}

export function filesOf(document: string, form: Form): WriteUpFiles {
  const stem = join(dirname(document), basename(document, extname(document)));
  return {
    document: basename(document),
    record: `${stem}.claims.json`,
    printed:
      form === 'markdown'
        ? `${stem}.claims.md`
        : join(dirname(document), form === 'latex' ? 'elenchus.sty' : 'elenchus.typ'),
  };
}

export const textsOf = (
  record: CitationRecord,
  form: Form,
): { readonly record: string; readonly printed: string } => ({
  record: recordText(record),
  printed: { latex: latexPackage, markdown: claimsMarkdown, typst: typstModule }[form](record),
});

/**
 * Why the files may not be written; null where they may: what stands there is nobody's, or was
 * written for this write-up.
 */
export async function whyNotWritten({
  document,
  record,
  printed,
}: WriteUpFiles): Promise<string | null> {
  const text = await textAt(printed);
  const seal = text === null ? null : sealOf(text);
  if (text !== null && seal === null)
    return `${printed} is not a file that elenchus wrote: move it away first`;
  if (seal !== null && seal.document !== nameInSeal(document))
    return `${printed} was written for ${seal.document}: keep the two write-ups in directories of their own`;
  const old = await textAt(record);
  if (old === null) return null;
  try {
    const { document: other } = parseRecord(old);
    return other === document
      ? null
      : `${record} was written for ${other}: keep the two write-ups in directories of their own`;
  } catch (error) {
    if (error instanceof RecordError && seal === null)
      return `${record} is not a file that elenchus wrote: move it away first`;
    if (error instanceof RecordError) return null;
    throw error;
  }
}

/** The record next to a write-up, and what is wrong with the files themselves. */
export async function readWriteUpFiles(
  files: WriteUpFiles,
  again: string,
): Promise<{ record: CitationRecord | null; failures: Failure[] }> {
  const text = await textAt(files.record);
  if (text === null)
    return {
      record: null,
      failures: [
        fileFailure(
          'record',
          files.record,
          `there is no record of what ${files.document} cites: run ${again}`,
        ),
      ],
    };
  let record: CitationRecord;
  try {
    record = parseRecord(text);
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    return {
      record: null,
      failures: [fileFailure('record', files.record, `${error.message}: run ${again}`)],
    };
  }
  if (record.document !== files.document)
    return {
      record: null,
      failures: [
        fileFailure('record', files.record, `it was written for ${record.document}: run ${again}`),
      ],
    };
  const printed = await textAt(files.printed);
  const seal = printed === null ? null : sealOf(printed);
  const wrong =
    printed === null
      ? 'it is missing'
      : seal === null
        ? 'it is not a file that elenchus wrote'
        : !seal.intact
          ? 'it was edited after it was written'
          : seal.record !== textHash(text)
            ? `it was not written from this ${files.record}`
            : null;
  return {
    record,
    failures: wrong === null ? [] : [fileFailure('text', files.printed, `${wrong}: run ${again}`)],
  };
}

/** Null where there is no such file. */
async function textAt(path: string): Promise<string | null> {
  const read = await readText(path);
  if (!('message' in read)) return read.text;
  return read.place.line === 0 && read.message.startsWith('there is no such') ? null : '';
}
