/** The functions that replaying a record needs from other rooms, in one object. */
import { claimHash, claimText, parseClaim } from '../language/index.ts';
import type { Checker } from '../records/replay.ts';
import { certify } from '../refuter/certify.ts';

/** The rooms that replaying a record needs. */
export const checker: Checker = { parseClaim, claimText, claimHash, certify };
