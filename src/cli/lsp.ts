/** `elenchus lsp`: a language server over standard input and output. */
import type { ClaimTask, Found, LspWork } from '../lsp/work.ts';
import { version } from '../records/version.ts';
import type { Command } from './command.ts';
import { startExaminer, type Examiner } from './examiner.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import { glance } from './glance.ts';
import { inTurn } from './in-turn.ts';
import { Misuse } from './misuse.ts';
import type { Options } from './options.ts';
import { verdictAlone, type Examined, type Task } from './task.ts';

/** Milliseconds in which a claim is settled at once, or later. */
const moment = 80;
const defaultTime = 2;
/** One claim of each kind: proved, refuted, with a derivative. */
const warming = [
  'A, B: n×n |- tr(A B) = tr(B A)',
  'A, B: n×n |- A B = B A',
  "A: n×n; x: n |- grad[x](x' A x) = (A + A') x",
];

export const command: Command = {
  name: 'lsp',
  usage: ['elenchus lsp [--stdio]'],
  summary: 'serves editors (Language Server Protocol)',
  about: `
Serves an editor over standard input and output, by the Language Server
Protocol: verdicts as diagnostics while you type, hover, completion, quick
fixes, and the definition of a lemma. Documents: .md, .tex, and .elenchus files,
in which an empty line ends each claim.`,
  options: ['stdio', 'strict'],
  examples: ['elenchus lsp --stdio'],
  run: serve,
};

async function serve(operands: readonly string[], options: Options): Promise<ExitCode> {
  if (operands.length > 0) throw new Misuse('lsp takes no arguments: elenchus lsp');
  const { serveEditor } = await import('../lsp/server.ts');
  const { work, close } = workOf(options);
  // what a claim needs is loaded before the first one is typed
  for (const text of warming) await work.glance({ text, proof: null, lemmas: [] });
  await serveEditor(work, version(), process.stdin, process.stdout);
  await close();
  return exitCode.good;
}

function workOf({ time, seed, strict }: Options): { work: LspWork; close(): Promise<void> } {
  const taskOf = ({ text, proof, proofPlace = null, lemmas, absent = [] }: ClaimTask): Task => ({
    text,
    proof,
    proofPlace,
    lemmas,
    absent,
    time: time ?? defaultTime,
    seed,
    strict,
    ...verdictAlone,
    wall: time,
  });
  const turn = inTurn();
  let examiner: Examiner = startExaminer();
  const work: LspWork = {
    async glance(claim) {
      if (claim.proof !== null) return null;
      const glanced = await glance(taskOf(claim), moment);
      return glanced && foundOf(glanced);
    },
    examine: (claim, signal) =>
      turn(async () => {
        if (signal.aborted) return null;
        let stop = (): void => {};
        const stale = new Promise<null>((resolve) => {
          stop = () => {
            // a thread that is proving does not listen: another one takes its place
            void examiner.close();
            examiner = startExaminer();
            resolve(null);
          };
        });
        signal.addEventListener('abort', stop);
        const done = examiner.examine(taskOf(claim), () => {}).then(foundOf);
        return Promise.race([done, stale]).finally(() => signal.removeEventListener('abort', stop));
      }),
    stronger: (text) =>
      turn(async () => {
        const found = await examiner.needs(
          { text, seed, filed: [], within: 60, wall: null },
          () => {},
        );
        if ('verdict' in found) return null;
        return found.strongest ?? found.rows.find((row) => row.stronger !== null)?.stronger ?? null;
      }),
  };
  return { work, close: () => examiner.close() };
}

const foundOf = ({ verdict, answer }: Examined): Found => ({
  verdict,
  answer: answer?.text ?? null,
});
