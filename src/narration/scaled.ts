/** A number in front of a text. */
import { ratioText, type Ratio } from '../kernel/ratio.ts';

export function scaledText(by: Ratio, text: string): string {
  const number = ratioText(by);
  if (text === '') return number;
  if (number === '1') return text;
  return number === '-1' ? `-${text}` : `${number} ${text}`;
}
