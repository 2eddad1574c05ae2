/** A progress line on standard error. */
import { secondsText } from './numbers-text.ts';
import { columns, cut, harmless } from './width.ts';

/** Shows progress once a command has taken longer than `patience`. */
export interface ProgressLine {
  show(text: string): void;
  /** Takes the live line away, before anything else is printed. */
  clear(): void;
}

export const silent: ProgressLine = { show: () => {}, clear: () => {} };

interface Stream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Milliseconds before the first line. */
const patience = 1000;
/** Milliseconds between two lines: of a terminal, which shows the last one, and of a log. */
const livePause = 100;
const logPause = 5000;

/** A terminal gets one line that changes; anything else a line every few seconds. */
export function progressLine(
  stream: Stream,
  now: () => number = () => performance.now(),
): ProgressLine {
  const began = now();
  let shown = -Infinity;
  let visible = false;
  return {
    show(text) {
      const time = now();
      if (time - began < patience || time - shown < (stream.isTTY === true ? livePause : logPause))
        return;
      shown = time;
      const line = cut(`${secondsText((time - began) / 1000)}  ${harmless(text)}`, columns - 1);
      stream.write(stream.isTTY === true ? `\r\u001B[2K${line}` : `${line}\n`);
      visible = stream.isTTY === true;
    },
    clear() {
      if (visible) stream.write('\r\u001B[2K');
      visible = false;
    },
  };
}
