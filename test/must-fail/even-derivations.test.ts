/** Every other written derivation, damaged: two files, because each takes a while. */
import { damagedDerivations } from './derivations/damaged.ts';

damagedDerivations(0, 2);
