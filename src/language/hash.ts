/** The hash of a claim: SHA-256 of its normalised statement. */
import { sha256Hex } from '../numbers/sha-256.ts';
import type { Claim } from './ast.ts';
import { claimText } from './text.ts';

/** SHA-256 of the normalised statement, in hex: the same for every spacing, alias and comment. */
export const claimHash = (claim: Claim): string => sha256Hex(claimText(claim));
