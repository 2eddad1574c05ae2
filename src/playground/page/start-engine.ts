/** The script behind the engine's text: see `first-worker.ts`. */
import { startWorker } from './first-worker.ts';

globalThis.firstWorker = startWorker(document.getElementById('engine')?.textContent ?? '');
