/** The prime field in which the exact judge computes: 2^31 − 1 elements. */
import { primeField } from '../numbers/prime-field.ts';

export const field = primeField();
export const modulus = field.modulus;
