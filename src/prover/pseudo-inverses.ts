/** Pseudo-inverses: their equations wherever they occur, and equality by being the one solution. */
import type { Term } from '../kernel/term.ts';
import { operation } from '../kernel/graph.ts';
import { fact } from '../kernel/theorem.ts';
import type { Fact } from './context.ts';
import { operationsIn } from './heads.ts';

/** The four equations of every pseudo-inverse in the terms. */
export const pseudoInverseFacts = (terms: readonly Term[]): Fact[] =>
  operationsIn(terms, 'pinv').filter((h) => h.params.length === 0).map(({ arg }): Fact => ({ theorem: fact('Moore and Penrose', arg), name: 'Moore and Penrose' }));

export const pinvOf = (a: Term): Term => operation('pinv', a);
