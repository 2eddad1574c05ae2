/** A tree without its places in the text, to compare trees of two texts. */
export const bare = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !['span', 'source', 'notes'].includes(key))
      .map(([key, x]) => [key, bare(x)]),
  );
};
