/**
 * The process in which .ts files of claims are executed: what they do to it, they do to it alone.
 */
import { asksOf } from '../experiments/asks.ts';
import type { LoadedExperiment } from '../catalogue/read-typescript.ts';
import { moduleLoader, readTypescript } from '../catalogue/read-typescript.ts';
import type { HostAnswer, HostRequest } from './catalogue-process.ts';

const loaded = new Map<string, LoadedExperiment>();
const send = process.send?.bind(process) as (answer: HostAnswer) => void;
const loader = moduleLoader(await import('../index.ts'));

/** Functions stay in this process. */
const plain = ({
  kind,
  name,
  id,
  family,
  statement,
  source,
  note,
  settles,
  place,
}: LoadedExperiment) => ({
  kind,
  name,
  id,
  family,
  statement,
  source,
  note,
  settles,
  place,
});

async function answer(request: HostRequest): Promise<unknown> {
  if (request.kind === 'read') {
    const found = await readTypescript(request.file, request.text, await loader);
    for (const one of found.experiments) loaded.set(one.id, one);
    return { ...found, experiments: found.experiments.map(plain) };
  }
  const entry = loaded.get(request.id);
  if (entry === undefined) throw new Error(`there is no experiment '${request.id}'`);
  const asks = asksOf(entry.experiment);
  switch (request.kind) {
    case 'units':
      return asks.units(request.form);
    case 'interim':
      return asks.interim(request.done, request.form, request.seed);
    case 'judge':
      return asks.judge(request.quantities, request.form);
    case 'conclude':
      return asks.conclude(request.samples, request.form, request.seed);
  }
}

process.on('message', (request: HostRequest) => {
  answer(request).then(
    (value) => send({ number: request.number, value }),
    (error: unknown) =>
      send({
        number: request.number,
        failure: error instanceof Error ? error.message : String(error),
      }),
  );
});
process.on('disconnect', () => process.exit());
send({ number: 0, value: null });
