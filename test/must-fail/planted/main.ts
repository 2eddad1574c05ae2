/**
 * `npm run mutants -- [word…]`: plants one fault at a time in the kernel and in the operators, and
 * prints those that no test notices; exit 1 if there are any. Words choose faults by file or name.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { replaceLoosely } from '../loose-text.ts';
import { faultsOf, type Answer, type Order, type Room } from './look.ts';
import type { Course, Planted } from './suite.ts';

const root = resolve(import.meta.dirname, '../../..');
const help = `npm run mutants -- [--from N] [word…]
Plants faults in the kernel and in the operators, one at a time, and runs the tests that reach each.
Prints the faults that no test notices; exit 1 if there are any.
A word chooses the faults whose file or name holds it; --from N leaves out the first N of them.
`;
/** Milliseconds for one test: a fault may keep it from ending, which is noticed too. */
const patience = 300_000;

class Looker {
  readonly #room: Room;
  /** Sent to each process, so that all number them alike while files are edited. */
  readonly #faults: readonly Planted[];
  #courses: readonly Course[] | null = null;
  #process: ChildProcess | null = null;

  constructor(room: Room, faults: readonly Planted[]) {
    this.#room = room;
    this.#faults = faults;
  }

  async survey(numbers: readonly number[]): Promise<void> {
    const answer = await this.#ask({
      survey: numbers,
      room: this.#room,
      faults: this.#faults,
    });
    if (answer === null || !('courses' in answer)) throw new Error('the tests fail as they are');
    this.#courses = answer.courses;
  }

  /** What noticed the fault: a test, or that the run did not end; null if nothing. */
  async notices(fault: number): Promise<string | null> {
    const answer = await this.#ask({ fault });
    return answer && 'by' in answer ? answer.by : 'the run did not end';
  }

  end(): void {
    this.#process?.kill('SIGKILL');
    this.#process = null;
  }

  #started(): ChildProcess {
    if (this.#process) return this.#process;
    const started = fork(join(import.meta.dirname, 'look.ts'), {
      execPath: process.execPath,
      execArgv: [join(root, 'node_modules/jiti/lib/jiti-cli.mjs')],
      serialization: 'advanced',
    });
    this.#process = started;
    if (this.#courses)
      started.send({ courses: this.#courses, faults: this.#faults } satisfies Order);
    return started;
  }

  /** The answer to an order; null where the process died or did not go on. */
  #ask(order: Order): Promise<Answer | null> {
    const asked = this.#started();
    return new Promise((answer) => {
      let timer: NodeJS.Timeout;
      const settle = (a: Answer | null): void => {
        clearTimeout(timer);
        asked.removeAllListeners();
        if (a === null) this.end();
        answer(a);
      };
      const wait = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => settle(null), patience);
      };
      asked.on('message', (a: Answer) => ('step' in a ? wait() : settle(a)));
      asked.on('exit', () => settle(null));
      wait();
      asked.send(order);
    });
  }
}

/** The faults of a room that nothing notices. */
async function survivors(
  room: Room,
  words: readonly string[],
  from: number,
): Promise<[number, string[]]> {
  const name = ({ path, name: own }: Planted): string => `${relative(root, path)}: ${own}`;
  const faults = faultsOf(room);
  const chosen = faults
    .flatMap((f, i) => (words.length === 0 || words.some((w) => name(f).includes(w)) ? [i] : []))
    .slice(from);
  const isStale = ({ path, from: text, to }: Planted): boolean =>
    replaceLoosely(readFileSync(path, 'utf8'), text, to) === null;
  const stale = chosen.filter((i) => isStale(faults[i] as Planted));
  const planted = chosen.filter((i) => !stale.includes(i));
  const old = stale.map((i) => `${name(faults[i] as Planted)}: its text is gone`);
  if (planted.length === 0) return [chosen.length, old];
  const looker = new Looker(room, faults);
  const alive: string[] = [];
  try {
    await looker.survey(planted);
    for (const [k, i] of planted.entries()) {
      const fault = faults[i] as Planted;
      const by = await looker.notices(i);
      if (by === null) alive.push(name(fault));
      process.stderr.write(
        `${k + 1} of ${planted.length}: ${name(fault)}: ${by ?? 'NOT NOTICED'}\n`,
      );
    }
  } finally {
    looker.end();
  }
  return [chosen.length, [...alive, ...old]];
}

/** The words and options, or what is wrong with them in one line. */
function asked(): { words: string[]; from: number; help: boolean } | string {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        from: { type: 'string', default: '0' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const from = Number(values.from);
    if (!Number.isInteger(from) || from < 0) return '--from takes a whole number';
    return { words: positionals, from, help: values.help };
  } catch (error) {
    return (error as Error).message.split('. ')[0] as string;
  }
}

const wanted = asked();
if (typeof wanted === 'string') {
  process.stderr.write(`${wanted}; --help says what there is\n`);
  process.exitCode = 2;
} else if (wanted.help) process.stdout.write(help);
else
  for (const room of ['kernel', 'operators'] as const) {
    const [count, alive] = await survivors(room, wanted.words, wanted.from);
    process.stdout.write(
      `${room}: ${count} faults, ${alive.length} not noticed\n${alive.map((m) => `  ${m}\n`).join('')}`,
    );
    if (alive.length > 0) process.exitCode = 1;
  }
