#!/usr/bin/env node
/**
 * `pandoc --filter elenchus-pandoc`: reads Pandoc's JSON from standard input, and writes it with
 * verdicts.
 */
import { filterPandoc } from './pandoc.ts';

/** ELENCHUS_PANDOC=fail ends the run of Pandoc where a claim is not as declared. */
const fails = process.env['ELENCHUS_PANDOC'] === 'fail';

process.stdin.setEncoding('utf8');
let text = '';
for await (const part of process.stdin) text += String(part);
try {
  const { document, complaints } = await filterPandoc(text);
  for (const line of complaints) process.stderr.write(`elenchus-pandoc: ${line}\n`);
  process.stdout.write(document);
  process.exitCode = fails && complaints.length > 0 ? 1 : 0;
} catch (error) {
  if (!(error instanceof SyntaxError)) throw error;
  process.stderr.write(
    'elenchus-pandoc: this is not Pandoc JSON; run pandoc --filter elenchus-pandoc\n',
  );
  process.exitCode = 2;
}
