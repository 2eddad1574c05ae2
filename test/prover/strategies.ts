/** For each strategy by its name: claims that it proves and nothing else does, and near misses that it must refuse. */
export interface StrategyCase {
  readonly proves: readonly string[];
  readonly refuses: readonly string[];
}

export const strategyCases: Readonly<Record<string, StrategyCase>> = {
  'both values of relu': {
    proves: ['a, b: scalar; 0 <= b; a <= b |- relu(a) <= b'],
    refuses: ['a, b: scalar; a <= b |- relu(a) <= b', 'a, b: scalar; 0 <= b |- relu(a) <= b'],
  },
  'spectral and Frobenius norms': {
    proves: ['A: m×n |- norm(A)^2 <= normF(A)^2'],
    refuses: ['A: m×n |- normF(A)^2 <= norm(A)^2', 'A: m×n |- norm(A)^2 < normF(A)^2'],
  },
};
