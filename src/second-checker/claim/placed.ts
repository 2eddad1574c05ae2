/**
 * Conditions put in their places: a guard to the left excuses, and each goes to the innermost
 * quantifier that binds one of its names.
 */
import { atEach, conditionsOf, isAbout, type Around } from './conditions.ts';
import type { ClaimTree, Declared, Expr, Said } from './tree.ts';

/** The statement with its quantifiers' conditions written out, and what it needs outside. */
export interface Placed {
  readonly f: Said;
  readonly outer: readonly Said[];
}

/** The tree as a text; shapes are left out, for what is written alike is alike. */
const written = (x: Expr | Said): string =>
  JSON.stringify(x, (key, value: unknown) =>
    key === 'shape' ? undefined : typeof value === 'bigint' ? `${value}` : value,
  );
const isZero = (e: Expr): boolean => e.k === 'number' && e.n === 0n;
const mirror: ReadonlyMap<string, string> = new Map([
  ['<', '>'],
  ['<=', '>='],
  ['>', '<'],
  ['>=', '<='],
  ['=', '='],
  ['!=', '!='],
]);
const signs: ReadonlyMap<string, string> = new Map([
  ['>', 'positive'],
  ['>=', 'nonnegative'],
  ['!=', 'nonzero'],
]);
/** Equal texts are the same condition: x != 0, 0 != x, not x = 0 and x is nonzero have one. */
export function keyOf(f: Said): string {
  if (f.k === 'is') return `${f.attribute} ${written(f.subject)}`;
  if (f.k === 'not' && f.body.k === 'relation' && f.body.sign === '=')
    return keyOf({ ...f.body, sign: '!=' });
  if (f.k !== 'relation') return written(f);
  const turned = isZero(f.left) ? mirror.get(f.sign) : undefined;
  const [subject, bound, sign] =
    turned === undefined ? [f.left, f.right, f.sign] : [f.right, f.left, turned];
  const word = signs.get(sign);
  if (!isZero(bound) || word === undefined || (sign !== '!=' && (subject.shape ?? []).length > 0))
    return written(f);
  return `${word} ${written(subject)}`;
}
export const conjuncts = (f: Said): readonly Said[] =>
  f.k === 'and' ? [...conjuncts(f.left), ...conjuncts(f.right)] : [f];

function guarded(guard: Said, list: readonly Said[]): Said[] {
  const known = new Set(conjuncts(guard).map(keyOf));
  return list.flatMap((c): Said[] =>
    known.has(keyOf(c)) ? [] : [{ k: 'implies', left: guard, right: c }],
  );
}
const within = (around: Around, declared: readonly Declared[]): Around => ({
  ...around,
  declared: new Map([...around.declared, ...declared.map((d) => [d.name, d] as const)]),
});

export function placed(f: Said, around: Around): Placed {
  switch (f.k) {
    case 'relation':
      return { f, outer: [f.left, f.right].flatMap((e) => conditionsOf(e, around)) };
    case 'is':
    case 'off':
      return { f, outer: conditionsOf(f.subject, around) };
    case 'not': {
      const body = placed(f.body, around);
      return { f: { ...f, body: body.f }, outer: body.outer };
    }
    case 'each': {
      const body = placed(f.body, { ...around, running: new Set([...around.running, f.index]) });
      return { f: { ...f, body: body.f }, outer: atEach(f.index, f.to, body.outer) };
    }
    case 'forall':
    case 'exists': {
      const body = placed(f.body, within(around, f.variables));
      const here = (c: Said): boolean => f.variables.some((d) => isAbout(c, d.name));
      const own = [...new Map(body.outer.filter(here).map((c) => [written(c), c])).values()];
      const outer = body.outer.filter((c) => !here(c));
      if (own.length === 0) return { f: { ...f, body: body.f }, outer };
      const left = own.reduce((a, b): Said => ({ k: 'and', left: a, right: b }));
      return {
        f: { ...f, body: { k: f.k === 'forall' ? 'implies' : 'and', left, right: body.f } },
        outer,
      };
    }
    default: {
      const [left, right] = [placed(f.left, around), placed(f.right, around)];
      const guard: Said = f.k === 'or' ? { k: 'not', body: left.f } : left.f;
      return {
        f: { ...f, left: left.f, right: right.f },
        outer: [...left.outer, ...(f.k === 'iff' ? right.outer : guarded(guard, right.outer))],
      };
    }
  }
}

/** The claim with every condition on free names among its hypotheses, each once. */
export function completed(claim: ClaimTree): {
  readonly hypotheses: readonly Said[];
  readonly conclusion: Said;
} {
  const around: Around = {
    declared: new Map(claim.declared.map((d) => [d.name, d])),
    running: new Set(),
    by: [],
  };
  const stated = claim.hypotheses.map((h) => placed(h, around));
  const conclusion = placed(claim.conclusion, around);
  const attributes = claim.declared
    .filter((d) => d.family === null)
    .flatMap((d) =>
      d.attributes.map((a) =>
        keyOf({ k: 'is', subject: { k: 'variable', name: d.name, at: null }, attribute: a }),
      ),
    );
  const seen = new Set([...attributes, ...stated.flatMap(({ f }) => conjuncts(f).map(keyOf))]);
  const hypotheses: Said[] = [];
  const take = (list: readonly Said[]): void => {
    for (const c of list) {
      const keys = conjuncts(c).map(keyOf);
      if (keys.every((k) => seen.has(k))) continue;
      keys.forEach((k) => seen.add(k));
      hypotheses.push(c);
    }
  };
  for (const { f, outer } of stated) {
    take(outer);
    hypotheses.push(f);
  }
  take(conclusion.outer);
  return { hypotheses, conclusion: conclusion.f };
}
