/**
 * Node's own cache of compiled code, where Node has one (22 and later): it is made on the user's
 * machine from the files that are there, and Node checks it against their text at each start.
 * Nothing compiled is shipped.
 */
import module from 'node:module';

export function keepCompiledCode(): void {
  const { enableCompileCache } = module as { enableCompileCache?: () => unknown };
  enableCompileCache?.();
}
