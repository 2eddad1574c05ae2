/** Words of the claim language that are not names. */
import { activations, calledOperators } from './parse-expression.ts';

export const attributes = new Set([
  'symmetric',
  'antisymmetric',
  'diagonal',
  'orthogonal',
  'projector',
  'invertible',
  'psd',
  'pd',
  'onto',
  'one-to-one',
  'positive',
  'nonnegative',
  'nonzero',
  'unit',
]);
export const relations = new Set(['in', '=', '!=', '<', '<=', '>', '>=', '~~', '>>=', '<<=']);
/** Names with a meaning of their own. */
export const reserved = new Set([
  ...activations,
  ...calledOperators,
  ...'I ones sum mean prod grad jac hess lambda kyfan schatten expect ker E'.split(' '),
]);
