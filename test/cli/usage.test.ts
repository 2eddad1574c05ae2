/** Tests of the messages for wrong use of the command. */
import { describe, expect, test } from 'vitest';
import { parseSeed, parseTime } from '../../src/cli/options.ts';
import { commandHelp } from '../../src/cli/command.ts';
import { allCommands, commandNames, loadCommand } from '../../src/cli/commands.ts';
import { generalHelp } from '../../src/cli/help.ts';
import { width } from '../../src/report/width.ts';
import { nearest } from '../../src/cli/nearest.ts';
import { elenchus } from './command.ts';

describe('wrong use says what to type', () => {
  test.each([
    ['nothing', [], 'usage: elenchus try "<claim>"'],
    ['an unknown command', ['chekc'], 'did you mean check?'],
    [
      'a name without its family',
      ['needs', 'cyclic'],
      "'cyclic' is neither a claim (which has a turnstile |-) nor an id (<family>/<name>)",
    ],
    ['a claim without a command', ['A: n×n |- A = A'], 'elenchus try "<claim>"'],
    ['nothing to cite', ['cite'], 'cite what?'],
    [
      'an id that nobody declares',
      ['hunt', 'dnfa/cancelation-unconditional'],
      'did you mean dnfa/cancellation-unconditional?',
    ],
    ['nothing to hunt', ['hunt'], 'hunt what?'],
    ['nothing to merge', ['hunt', '--merge'], 'merge what?'],
    ['nothing to file', ['file'], 'file what?'],
    ['a claim without quotes', ['needs', 'A:', 'n×n'], 'elenchus needs "A: n×n"'],
    ['an invalid shard', ['hunt', 'x', '--shard', '3/2'], "'3/2' is not a valid shard"],
    ['no threads', ['check', '--jobs', '0'], 'write a whole number from 1 to 256'],
    ['an unknown option', ['try', 'x', '--sedd', '3'], 'did you mean --seed?'],
    ['a missing claim', ['try'], 'try what?'],
    [
      'a claim without quotes',
      ['try', 'A:', 'n×n', '|-', 'A', '=', 'A'],
      'elenchus try "A: n×n |- A = A"',
    ],
    ['a bad time', ['try', 'x', '--time', 'soon'], 'write 500ms, 2s, 1m'],
    ['a missing time', ['try', 'x', '--time'], '--time needs a value'],
    ['a bad seed', ['try', 'x', '--seed', '1.5'], "'1.5' is not a valid seed"],
    ['a value for a switch', ['try', 'x', '--quiet=yes'], '--quiet takes no value'],
    ['a claim that looks like an option', ['try', '-A = A'], 'write -- before a claim'],
    ['no file to replay', ['replay'], 'replay what?'],
    [
      'an option of another command',
      ['try', 'x', '--shard', '1/2'],
      'try has no option --shard (hunt, campaign, measure have)',
    ],
    [
      'an option of another command',
      ['hunt', 'x', '--long'],
      'hunt has no option --long (measure has)',
    ],
  ])('%s', async (_, args, message) => {
    const { code, out, err } = await elenchus(args);
    expect(err).toContain(message);
    expect(err).not.toContain('    at ');
    expect(out).toBe('');
    expect(code).toBe(2);
  });
});

test.each([
  ['500ms', 0.5],
  ['2s', 2],
  ['1m', 60],
  ['3', 3],
  ['0.25', 0.25],
  ['1.5s', 1.5],
])('--time %s', (text, seconds) => {
  expect(parseTime(text)).toBe(seconds);
});
test.each(['0', '-1', '', 's', '1h', '1e3', 'Infinity', '9'.repeat(20)])(
  '--time %j is refused',
  (text) => {
    expect(() => parseTime(text)).toThrow('--time');
  },
);
test('seeds are whole numbers below 2^31', () => {
  expect(parseSeed('2147483647')).toBe(2147483647);
  for (const text of ['2147483648', '-1', 'x', '', undefined])
    expect(() => parseSeed(text)).toThrow('--seed');
});
test('the nearest word is near', () => {
  expect(nearest('chekc', ['try', 'check'])).toBe('check');
  expect(nearest('banana', ['try', 'check'])).toBeNull();
  expect(nearest('', ['try'])).toBeNull();
});

test('every help fits a screen and shows no option of another command', async () => {
  for (const name of commandNames) {
    const command = await loadCommand(name);
    if (command === null) throw new Error(`no command ${name}`);
    const lines = commandHelp(command).split('\n');
    expect(lines.length, name).toBeLessThanOrEqual(40);
    expect(Math.max(...lines.map(width)), name).toBeLessThanOrEqual(80);
  }
  const general = generalHelp(await allCommands()).split('\n');
  expect(general.length).toBeLessThanOrEqual(45);
  expect(Math.max(...general.map(width))).toBeLessThanOrEqual(80);
});
