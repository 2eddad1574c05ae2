/**
 * Simulates campaigns by a queue: how throughput grows with threads, by the length of a slice. `npx
 * jiti test/bench/campaign-queue.ts`. A slice passes Redis and the coordinator one after the other,
 * which takes `passage`; it costs `start` before its points are drawn, and lengths vary as
 * log-normal ones do.
 */
import { random } from '../../src/numbers/random.ts';

/**
 * Seconds: measured with 2000 empty jobs through BullMQ 6 on Redis 7, and with claims of two
 * matrices.
 */
const passage = Number(process.argv[2] ?? 0.001);
const start = Number(process.argv[3] ?? 0.3);
/** Standard deviation of the logarithm of a length. */
const spread = 0.8;
/** Slices for each thread: the last ones leave threads idle, in a campaign too. */
const perThread = 100;

/** The share of the threads' time that goes to points. */
function efficiency(threads: number, length: number): number {
  const dice = random(7);
  const normal = (): number => dice.normal();
  /** When each thread is free, the least is searched for. */
  const free = Array.from({ length: threads }, () => 0);
  let server = 0;
  let useful = 0;
  const count = perThread * Math.max(8, threads);
  for (let i = 0; i < count; i += 1) {
    let first = 0;
    for (let t = 1; t < threads; t += 1)
      if ((free[t] as number) < (free[first] as number)) first = t;
    // taken from the queue, and given back to it: two passages by the one server
    const taken = Math.max(server, free[first] as number) + passage;
    server = taken;
    const points = length * Math.exp(spread * normal() - spread ** 2 / 2);
    useful += points;
    free[first] = taken + start + points;
  }
  return useful / (threads * Math.max(...free));
}

const lengths = [0.1, 1, 5, 20, 60];
const threads = [1, 2, 8, 32, 128, 512];
console.log(`| threads | ${lengths.map((s) => `${s} s`).join(' | ')} |`);
console.log(`|---|${lengths.map(() => '---').join('|')}|`);
for (const n of threads)
  console.log(
    `| ${n} | ${lengths.map((s) => `${Math.round(100 * efficiency(n, s))} %`).join(' | ')} |`,
  );
