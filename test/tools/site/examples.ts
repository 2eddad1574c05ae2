/** Runs the examples of a page, and puts into it what they print now. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const run = (command: string, main: string, cwd: string): Promise<string> =>
  new Promise((resolve) => {
    execFile(
      'bash',
      ['-c', `elenchus() { "${process.execPath}" "${main}" "$@"; }; ${command}`],
      { cwd, timeout: 120_000 },
      (_, stdout) => resolve(stdout.trimEnd()),
    );
  });

/** An example whose page says another verdict than the program. */
export class WrongExample extends Error {}

const firstWord = (text: string): string => /^\S+/.exec(text)?.[0] ?? '';

/**
 * The page with the output of every command behind `$ ` made anew, and how many ran. Throws
 * `WrongExample` where the first word, the verdict, is another than the page says.
 */
export async function withOutputs(
  markdown: string,
  main: string,
): Promise<{ readonly markdown: string; readonly count: number }> {
  const cwd = await mkdtemp(join(tmpdir(), 'elenchus-site-'));
  try {
    let count = 0;
    const parts: string[] = [];
    let at = 0;
    for (const block of markdown.matchAll(/^(`{3,})sh\n([\s\S]*?)^\1$/gm)) {
      const [whole, fence = '', body = ''] = block;
      if (!/^\$ /m.test(body)) continue;
      const shown: string[] = [];
      for (const part of body.split(/^\$ /m).slice(1)) {
        const [command = '', ...said] = part.trimEnd().split('\n');
        const file = /^cat (\S+)$/.exec(command)?.[1];
        if (file !== undefined) {
          await writeFile(join(cwd, file), `${said.join('\n')}\n`);
          shown.push(`$ ${command}`, ...said);
          continue;
        }
        const printed = await run(command, main, cwd);
        count++;
        const [before, now] = [firstWord(said[0] ?? ''), firstWord(printed)];
        if (before !== now && before !== '…' && !/\d/.test(before))
          throw new WrongExample(`$ ${command}\nprints ${now}, and the page says ${before}`);
        shown.push(`$ ${command}`, printed, '');
      }
      parts.push(
        markdown.slice(at, block.index),
        `${fence}sh\n${shown.join('\n').trimEnd()}\n${fence}`,
      );
      at = block.index + whole.length;
    }
    return { markdown: [...parts, markdown.slice(at)].join(''), count };
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}
