/**
 * Marks on objects that the kernel made: a private name, which nobody outside can forge, copy or
 * take off. A mark costs a tenth of an entry in a WeakSet, and goes with its object.
 */
class Itself {
  constructor(x: object) {
    // a derived class then puts its private names on x instead of on a new object
    return x;
  }
}

/** A kind of mark, with room for one thing that is found out about the marked object later. */
export interface Brand<V> {
  /** To be put on before the object is frozen. */
  readonly mark: (x: object) => void;
  readonly has: (x: unknown) => boolean;
  readonly found: (x: object) => V | undefined;
  /** Throws where the object has no mark. */
  readonly note: (x: object, found: V) => V;
}

export function brand<V>(): Brand<V> {
  class Marked extends Itself {
    #found: V | undefined = undefined;
    static has(x: unknown): boolean {
      return typeof x === 'object' && x !== null && #found in x;
    }
    static mark(x: object): void {
      if (!(#found in x)) new Marked(x);
    }
    static found(x: object): V | undefined {
      return #found in x ? x.#found : undefined;
    }
    static note(x: object, found: V): V {
      return ((x as Marked).#found = found);
    }
  }
  const { has, mark, found, note } = Marked;
  return { has, mark, found, note };
}
