/** The type of what every build for browsers shares. */
import type { InputOptions } from 'rolldown';

export const forBrowsers: InputOptions;
