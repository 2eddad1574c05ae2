/**
 * The seed of what fast-check draws in the tests: the same in every run, so that a run that passes
 * once passes again. ELENCHUS_SEED gives other draws; `npm run fuzz` looks for new ones.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['ELENCHUS_SEED'] ?? 1) });
