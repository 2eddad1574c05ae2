/** The state of a campaign as the text of a file, with a checksum, and back. */
import { checksumOf } from '../records/checksum.ts';
import { RecordError, isObject } from '../records/parse-value.ts';
import { countsOf, foundOf } from '../records/read-hunt.ts';
import type { Sample } from '../experiments/sample.ts';
import { isBlockName, withBlock, type Blocks } from './blocks.ts';
import type { Part, Plan } from './plan.ts';
import { newState, type CampaignState, type PartState } from './state.ts';

const stateFormat = 1;

/** A part a line. */
export function stateText(state: CampaignState): string {
  const record = { format: stateFormat, kind: 'campaign', ...state };
  const { parts, ...head } = { ...record, checksum: checksumOf(record) };
  const lines = Object.entries(head).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`,
  );
  const rows = Object.entries(parts).map(
    ([key, part]) => `    ${JSON.stringify(key)}: ${JSON.stringify(part)}`,
  );
  return `{\n${lines.join('')}  "parts": {\n${rows.join(',\n')}\n  }\n}\n`;
}

/** The state in a file's text, for a plan. Throws `RecordError`. */
export function readState(text: string, plan: Plan): CampaignState {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new RecordError(`not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
  if (!isObject(json) || json['kind'] !== 'campaign')
    throw new RecordError('not the state of a campaign');
  if (json['format'] !== stateFormat)
    throw new RecordError(
      `written in format ${JSON.stringify(json['format'])}; this version of elenchus reads format ${stateFormat}`,
    );
  if (json['checksum'] !== checksumOf(json))
    throw new RecordError('its checksum is wrong: the file was edited or damaged');
  if (json['build'] !== plan.build)
    throw new RecordError(
      `it was begun by elenchus ${String(json['build'])}, and this is ${plan.build}: another build draws other points`,
    );
  if (json['plan'] !== plan.hash)
    throw new RecordError(
      'the campaign was begun with another text of its file, or of the claims and experiments that it names',
    );
  const parts = isObject(json['parts']) ? json['parts'] : {};
  return {
    ...newState(plan),
    parts: Object.fromEntries(plan.parts.map((part) => [part.key, partOf(part, parts[part.key])])),
  };
}

function partOf(part: Part, value: unknown): PartState {
  if (!isObject(value) || value['kind'] !== part.kind || !isObject(value['lost']))
    throw new RecordError(`it has no part '${part.key}'`);
  const lost = Object.fromEntries(
    Object.entries(value['lost']).map(([index, why]) => [index, String(why)]),
  );
  if (part.kind === 'experiment')
    return {
      kind: 'experiment',
      samples: (isObject(value['samples']) ? value['samples'] : {}) as Record<string, Sample>,
      lost,
    };
  const blocks = Object.entries(isObject(value['blocks']) ? value['blocks'] : {}).reduce<Blocks>(
    (all, [name, counts]) => {
      if (!isBlockName(name)) throw new RecordError(`'${name}' is not a block of slices`);
      return withBlock(all, name, countsOf(counts));
    },
    {},
  );
  return { kind: 'hunt', blocks, found: foundOf(value['found'] ?? null), lost };
}
