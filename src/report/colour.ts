/** Colours of the terminal, or none. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
  magenta(text: string): string;
}

const code =
  (on: number, off: number) =>
  (text: string): string =>
    `\u001B[${on}m${text}\u001B[${off}m`;
const same = (text: string): string => text;

export const plain: Paint = {
  bold: same,
  dim: same,
  red: same,
  green: same,
  yellow: same,
  magenta: same,
};

export const coloured: Paint = {
  bold: code(1, 22),
  dim: code(2, 22),
  red: code(31, 39),
  green: code(32, 39),
  yellow: code(33, 39),
  magenta: code(35, 39),
};

/**
 * FORCE_COLOR decides first, then NO_COLOR, then whether the stream is a terminal that knows
 * colours.
 */
export function paintFor(
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): Paint {
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '')
    return forced === '0' || forced === 'false' ? plain : coloured;
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return plain;
  return stream.isTTY === true && env['TERM'] !== 'dumb' ? coloured : plain;
}
