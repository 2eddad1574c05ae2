/** One entry of the reference for the terminal: at most 80 columns wide. */
import { wrap, wrapClaim } from '../report/wrap.ts';
import type { Entry } from './entries.ts';

const kinds = { fact: 'fact', theorem: 'cited theorem', rule: 'rule of the kernel' } as const;
const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines];

/** Most claims of the catalogue that are named. */
const most = 8;

export function entryLines(entry: Entry): string[] {
  const { kind, name, statement, claim, hypotheses, source, sketch, use } = entry;
  const more = use.proofs.length - most;
  return [
    `${name}: ${kinds[kind]}`,
    ...section('statement', wrap(statement, '  ', '  ')),
    ...section(
      'hypotheses',
      hypotheses.flatMap((h) => wrap(h, '  ', '  ')),
    ),
    ...section('as a claim', claim === null ? [] : wrapClaim(claim, '  ')),
    ...section('why', wrap(sketch, '  ')),
    ...section('source', source === null ? [] : wrap(source, '  ')),
    ...section('proves, for example', use.shortest === null ? [] : wrapClaim(use.shortest, '  ')),
    ...section('in the catalogue', [
      ...use.proofs.slice(0, most).map((id) => `  ${id}`),
      ...(more > 0 ? [`  and ${more} more`] : []),
    ]),
    ...(kind === 'rule' ? [] : section('in a proof', [`  by ${name}`])),
  ];
}
