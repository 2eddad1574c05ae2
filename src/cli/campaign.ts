/** The command `campaign`: hunts and experiments of one file, on this machine or on many. */
import type { Command } from './command.ts';
import type { ExitCode } from './exit-code.ts';
import { Misuse } from './misuse.ts';
import { nearest } from './nearest.ts';
import type { Options } from './options.ts';
import type { Output } from './output.ts';
import type { Start } from './start.ts';

const actions = ['start', 'resume', 'status', 'watch', 'stop', 'export'] as const;
type Action = (typeof actions)[number];

export const command: Command = {
  name: 'campaign',
  usage: [
    'elenchus campaign start|status|watch|stop|resume|export <file.json>',
    'elenchus campaign resume <file.json> --merge <state.json>…',
  ],
  summary: 'hunts and experiments on many machines',
  about: `
Runs the hunts, catalogues and experiments of a file. Without --redis it uses
the cores of this machine; with --redis it hands slices to every elenchus
worker. The results are the same. The state is in .elenchus/campaigns/, the
page on 127.0.0.1. After Ctrl-C, stop or a crash, resume goes on; start --force
begins anew. export prints the results, or writes them to --out FILE. Exit code
0: as declared and nothing refuted; 1: a claim refuted, or not as declared.`,
  options: ['redis', 'local', 'jobs', 'shard', 'merge', 'listen', 'out', 'force'],
  examples: [
    'elenchus campaign start open-questions.json',
    'elenchus campaign start open-questions.json --redis redis://127.0.0.1:6379',
  ],
  run: campaign,
};

async function campaign(
  operands: readonly string[],
  options: Options,
  output: Output,
  start: Start,
): Promise<ExitCode> {
  const [action, file, ...more] = operands;
  if (action === undefined || !isAction(action)) throw new Misuse(noAction(action));
  if (file === undefined)
    throw new Misuse(`which campaign? type: elenchus campaign ${action} campaign.json`);
  if (more.length > 0 && !(action === 'resume' && options.merge))
    throw new Misuse(
      `${action} takes one file; states of shards are merged with elenchus campaign resume ` +
        `${file} --merge ${more.join(' ')}`,
    );
  switch (action) {
    case 'start':
    case 'resume':
      return (await import('./run-campaign.ts')).runCampaign(
        action,
        file,
        more,
        options,
        output,
        start,
      );
    case 'status':
    case 'watch':
    case 'stop':
    case 'export':
      return (await import('./look-at-campaign.ts')).lookAtCampaign(action, file, options, output);
  }
}

const isAction = (word: string): word is Action => actions.some((one) => one === word);

function noAction(word: string | undefined): string {
  const near = word === undefined ? null : nearest(word, actions);
  if (word?.endsWith('.json'))
    return `campaign what? type: elenchus campaign start ${word}; it can ${actions.join(', ')}`;
  return (
    'campaign ' +
    `${word === undefined ? 'what?' : `cannot '${word}'${near === null ? '.' : `; did you mean ${near}?`}`} ` +
    `Type: elenchus campaign ${near ?? 'start'} campaign.json; it can ${actions.join(', ')}`
  );
}
