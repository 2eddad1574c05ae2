/** Writes the playground to dist/playground/index.html. */
import { writePlayground } from './build.ts';

await writePlayground('dist/playground/index.html');
