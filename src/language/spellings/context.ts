/**
 * What the rules of one reading share: the names of the text, the choices, and what to check or say
 * later.
 */
import type { Span } from '../ast.ts';
import type { Choices } from './choices.ts';
import type { DeclaredNames } from './declared-names.ts';

/**
 * A constant that was typed with its size, as `I_n`: the size is checked against the shape it
 * takes.
 */
export interface Sized {
  readonly at: Span;
  readonly dims: readonly string[];
  readonly typed: string;
}

export interface Context {
  names: DeclaredNames;
  readonly choices: Choices;
  readonly sized: Sized[];
  /** Double bars, which mean the spectral norm where a matrix stands in them. */
  readonly doubleBars: Span[];
}

/** Whether the text gives a name a meaning of its own. */
export const isOwn = ({ names }: Context, text: string): boolean =>
  names.kinds.has(text) || names.dims.has(text) || names.indices.has(text);

export const isFunction = ({ names }: Context, text: string): boolean =>
  names.kinds.get(text) === 'function';
