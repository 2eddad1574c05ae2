/**
 * Our side and other tools on the same eight properties, in turn, in one run, as ratios; medians of
 * several runs.
 *
 *     npm run ratios -- --peers FOLDER [--python python3] [--runs 3] [--seconds 2] [--only rates,witnesses,proofs]
 *
 * FOLDER holds peer_batched.py, peer_torch.py, peer_hypothesis.py and peer_sympy.py. Rates are
 * trials per second of processor time on one core; Hypothesis says how long it took to shrink by
 * the clock alone. Without --peers our side alone is measured.
 */
import { parseArgs } from 'node:util';
import { exactRate, lanesRate, toProof, toWitness } from './peers/ours.ts';
import { listed, type Sizes } from './peers/networks.ts';
import { runPeer, sizesDrawn, type PeerLine } from './peers/peer.ts';
import { false4, true8 } from './peers/properties.ts';
import { median, table } from './table.ts';

const { values } = parseArgs({
  options: {
    peers: { type: 'string' },
    python: { type: 'string', default: 'python3' },
    runs: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '2' },
    only: { type: 'string', default: 'rates,witnesses,proofs' },
  },
});
const runs = Number(values.runs);
const seconds = Number(values.seconds);
const wanted = new Set(values.only.split(','));

const shown = (x: number | null): string =>
  x === null || Number.isNaN(x)
    ? '-'
    : x >= 100
      ? Math.round(x).toLocaleString('en').replaceAll(',', ' ')
      : x.toPrecision(3);
const ratio = (ours: number | null, theirs: number | null): string =>
  ours === null || theirs === null ? '-' : `${shown(ours / theirs)} ×`;
const medianOf = (list: readonly number[]): number | null =>
  list.length === 0 ? null : median(list);

const peer = (script: string, args: readonly string[]): PeerLine[] =>
  values.peers === undefined ? [] : runPeer(values.python, values.peers, script, args);

if (wanted.has('rates')) {
  const tools = [
    {
      name: 'NumPy batched',
      script: 'peer_batched.py',
      args: [] as string[],
      ids: ['p1', 'p2', 'p3', 'p6', 'p7'],
    },
    { name: 'torch vmap', script: 'peer_torch.py', args: ['--mode', 'vmap'], ids: ['p1', 'p3'] },
    {
      name: 'Hypothesis',
      script: 'peer_hypothesis.py',
      args: [] as string[],
      ids: ['p1', 'p2', 'p3', 'p6', 'p7', 'p8'],
    },
  ];
  const rows = true8.map(({ id, says, claim }) => {
    const ours: number[] = [];
    const exact: number[] = [];
    const theirs = tools.map((): number[] => []);
    const drawn =
      values.peers !== undefined && ['p1', 'p3', 'p6'].includes(id)
        ? sizesDrawn(values.python, values.peers, id)
        : [];
    const sizes: Sizes | null = drawn.length === 0 ? null : listed(drawn);
    const alike: number[] = [];
    for (let run = 0; run < runs; run++) {
      const compiled = lanesRate(id, seconds, run + 1);
      if (compiled !== null) ours.push(compiled);
      const sized = sizes === null ? null : lanesRate(id, seconds, run + 1, sizes);
      if (sized !== null) alike.push(sized);
      exact.push(exactRate(claim, seconds / 2, 1 + 10 * run));
      tools.forEach(({ script, args, ids }, t) => {
        if (!ids.includes(id)) return;
        const seed = script.includes('hypothesis') ? [] : ['--seed', String(run)];
        for (const x of peer(script, [
          ...args,
          '--seconds',
          String(seconds),
          '--only',
          id,
          ...seed,
        ]))
          theirs[t]?.push(x.trials / x.cpu_s);
      });
    }
    const [slow, others] = [medianOf(exact), theirs.map(medianOf)];
    const mine = medianOf(ours) ?? slow;
    return [
      id,
      says,
      shown(slow),
      shown(medianOf(ours)),
      ...others.flatMap((o) => [shown(o), ratio(mine, o)]),
      shown(medianOf(alike)),
      ratio(medianOf(alike), others[2] ?? null),
    ];
  });
  console.log(`trials per second of processor time, medians of ${runs}`);
  console.log(
    table(
      [
        '',
        'property',
        'exact',
        'compiled',
        ...tools.flatMap(({ name }) => [name, 'ratio']),
        "at Hypothesis's sizes",
        'ratio',
      ],
      rows,
    ),
  );
}

if (wanted.has('witnesses')) {
  const rows = false4.map(({ id, says, claim }) => {
    toWitness(claim, 1000);
    const all = Array.from({ length: 20 }, (_, seed) => toWitness(claim, seed + 1));
    const found = all.filter((x) => x !== null);
    const lines = Array.from({ length: runs }, () =>
      peer('peer_hypothesis.py', ['--seconds', '20', '--only', id]),
    ).flat();
    const theirs = medianOf(
      lines.flatMap((x) => (x.shrunk_s === undefined ? [] : [x.shrunk_s * 1000])),
    );
    const [whole, thread] = [found.map((x) => x.all), found.map((x) => x.thread)];
    return [
      id,
      says,
      `${found.length}/20`,
      shown(medianOf(thread)),
      shown(Math.max(...thread)),
      shown(medianOf(whole)),
      shown(Math.max(...whole)),
      shown(theirs),
      ratio(theirs, medianOf(whole)),
    ];
  });
  console.log(
    '\nmilliseconds of processor time to a certified and shrunk counterexample, 20 seeds, widest margin not looked for',
  );
  console.log(
    table(
      ['', 'claim', 'found', 'median', 'most', 'all threads', 'most', 'Hypothesis', 'ratio'],
      rows,
    ),
  );
}

if (wanted.has('proofs')) {
  const entrywise: Readonly<Record<string, string>> = {
    p1: 'p1 entrywise n=3',
    p2: 'p2 entrywise n=3',
    p3: 'p3 any loss n=3',
    p6: 'p6 det n=3',
    p8: 'p8',
  };
  const lines = Array.from({ length: values.peers === undefined ? 0 : runs }, () =>
    peer('peer_sympy.py', ['--seconds', '60']),
  ).flat();
  const rows = true8
    .filter(({ id }) => id !== 'p7')
    .map(({ id, says, claim }) => {
      const mine = toProof(claim);
      const theirs = lines.filter((x) => x.property === entrywise[id]);
      const ms = medianOf(theirs.map((x) => x.cpu_s * 1000));
      return [
        id,
        says,
        shown(mine?.first ?? null),
        shown(mine?.next ?? null),
        shown(mine?.warm ?? null),
        shown(ms),
        theirs[0]?.verdict ?? '-',
        ratio(ms, mine?.next ?? null),
        ratio(ms, mine?.warm ?? null),
      ];
    });
  console.log(
    '\nmilliseconds of processor time of a proof for every dimension, against SymPy entry by entry at n = 3',
  );
  console.log(
    table(['', 'property', 'first', 'then', 'warm', 'SymPy', 'its verdict', 'ratio', 'warm'], rows),
  );
}
