/** Classes of points under their kind: `matrix 1×1, square, wide; sizes all 1, up to 4`. */
function grouped(classes: readonly string[]): string {
  const kinds = new Map<string, string[]>();
  for (const name of classes) {
    const at = name.indexOf(': ');
    const kind = at < 0 ? '' : name.slice(0, at);
    kinds.set(kind, [...(kinds.get(kind) ?? []), name.slice(at < 0 ? 0 : at + 2)]);
  }
  return [...kinds].map(([kind, names]) => `${kind} ${names.join(', ')}`.trim()).join('; ');
}

/**
 * Which classes of points the search reached, and which it never did; null where there are none.
 */
export function coverageText(coverage: Readonly<Record<string, number>>): {
  readonly reached: string | null;
  readonly never: string | null;
} {
  const names = Object.keys(coverage);
  const reached = names.filter((name) => coverage[name] !== 0);
  const never = names.filter((name) => coverage[name] === 0);
  return {
    reached: reached.length === 0 ? null : grouped(reached),
    never: never.length === 0 ? null : grouped(never),
  };
}
