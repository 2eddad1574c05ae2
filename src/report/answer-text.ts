/** The answer to a question `… = ?`, for the terminal. */
import type { Paint } from './colour.ts';
import { wrap } from './wrap.ts';

interface Shown {
  readonly asked: string;
  readonly text: string | null;
  readonly latex: string | null;
  readonly code: Readonly<Record<'numpy' | 'jax' | 'torch', string>> | null;
}

interface Wanted {
  readonly quiet: boolean;
  readonly latex: boolean;
  readonly numpy: boolean;
  readonly jax: boolean;
  readonly torch: boolean;
}

const kinds = ['numpy', 'jax', 'torch'] as const;

/** The other side, and the code that was asked for; nothing where there is no answer. */
export function answerLines(
  { asked, text, latex, code }: Shown,
  wanted: Wanted,
  paint: Paint,
): string[] {
  if (text === null) return [];
  const forms = [
    ...(wanted.latex && latex !== null ? [['latex', latex] as const] : []),
    ...kinds
      .filter((kind) => wanted[kind])
      .map((kind) => [kind, code?.[kind] ?? 'there is no code for this answer'] as const),
  ];
  if (wanted.quiet && forms.length > 0) return forms.map(([, line]) => line);
  return [
    ...(wanted.quiet ? [text] : labelled(paint.green('answer'), `${asked} = ${text}`)),
    ...forms.map(([kind, line]) => `${paint.dim(kind.padEnd(10))}${line}`),
    ...(wanted.quiet ? [] : ['']),
  ];
}

const gap = 10;
const labelled = (label: string, text: string): string[] =>
  wrap(text, ' '.repeat(gap)).map((line, i) =>
    i === 0 ? `${label}${' '.repeat(gap - 'answer'.length)}${line.slice(gap)}` : line,
  );
