/** Stands for examining-code.ts in the built command. */
import { fileURLToPath } from 'node:url';
import { load } from './cached-code.ts';

type ExaminingCode = typeof import('./examining-code.ts');

const loaded = load(fileURLToPath(new URL('./examining-code.cjs', import.meta.url)));
export const { answer } = loaded.exports as ExaminingCode;
/** Keeps the code that V8 has by now. */
export const { keep } = loaded;
