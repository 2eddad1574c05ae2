/** Properties of a domain that operators ask for: derivatives, order. */
import { Unsupported, type Field } from '../numbers/field.ts';

/**
 * Whether derivatives are being taken: a function that is not smooth may not pass then, even if its
 * argument is constant.
 */
export const differentiates = <T>(field: Field<T>): boolean => 'base' in field;

/** Throws `Unsupported` for a derivative that may not exist. */
export const refuseDerivative = <T>(field: Field<T>, what: string): void => {
  if (differentiates(field)) throw new Unsupported(`the derivative of ${what} is not computed`);
};

/** Whether the domain has an order; a prime field does not. */
export const isOrdered = <T>(field: Field<T>): boolean => field.sign(field.neg(field.one)) === -1;

/** Throws `Unsupported` in a domain without an order. */
export const requireOrder = <T>(field: Field<T>, what: string): void => {
  if (!isOrdered(field))
    throw new Unsupported(`${what} needs an order, which ${field.name} have not`);
};
