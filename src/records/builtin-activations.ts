/** The names of activations that a record may contain. */
import { scalarFunctions } from '../numbers/field.ts';

/** Names that a record may give an activation or a network's layer. */
export const builtinActivations = [...scalarFunctions, 'square', 'identity'] as const;
