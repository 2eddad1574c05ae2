/** Names that fit in a claim: those that it declares, and the words of the language. */
import { attributes } from '../language/ast.ts';
import { builtinActivations } from '../language/index.ts';
import { operators } from '../operators/registry.ts';
import type { ClaimIn } from './claims-in.ts';

/** The kinds of the protocol. */
const kinds = { function: 3, variable: 6, keyword: 14 } as const;

export interface Completion {
  readonly label: string;
  readonly kind: 3 | 6 | 14;
  readonly detail: string;
}

const words: readonly Completion[] = [
  ...[...operators.values()]
    .filter(({ called, name }) => called && !builtinActivations.has(name))
    .map(({ name, summary }) => ({ label: name, kind: kinds.function, detail: summary })),
  ...[...builtinActivations].map((label) => ({
    label,
    kind: kinds.function,
    detail: 'activation, entry by entry',
  })),
  ...[
    ['grad', 'grad[x](…): gradient of a scalar by x'],
    ['jac', 'jac[x](…): Jacobian, outputs by inputs'],
    ['hess', 'hess[x](…): Hessian of a scalar by x'],
    ['forall', 'forall v: m. …'],
    ['exists', 'exists c: scalar. …'],
  ].map(([label = '', detail = '']) => ({ label, kind: kinds.function, detail })),
  ...attributes.map((label) => ({ label, kind: kinds.keyword, detail: 'attribute' })),
  ...['scalar', 'activation'].map((label) => ({ label, kind: kinds.keyword, detail: 'type' })),
];

/** Everything that may stand in the claim. */
export function completionsFor({ entry }: ClaimIn): Completion[] {
  const head = entry.claim.split(/\|-|⊢/)[0] ?? '';
  const names = new Map<string, string>();
  for (const item of head.split(/[;\n]/)) {
    const [, list = '', type = ''] =
      /^\s*((?:[\p{L}_]\w*(?:\[\w+\])?\s*,\s*)*[\p{L}_]\w*(?:\[\w+\])?)\s*:\s*(.*)$/u.exec(item) ??
      [];
    for (const name of list.split(',')) {
      const label = name.trim().replace(/\[.*$/, '');
      if (label !== '') names.set(label, type.trim());
    }
  }
  return [
    ...[...names].map(([label, detail]) => ({ label, kind: kinds.variable, detail })),
    ...words,
  ];
}
