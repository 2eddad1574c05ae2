/** The claims of the table of strategies, by strategy. */
import { strategyTable } from './strategy-cases.ts';

export interface StrategyCase {
  readonly proves: readonly string[];
  readonly shares: readonly string[];
  readonly refuses: readonly string[];
}

type Kind = keyof StrategyCase;
const kinds: Readonly<Record<string, Kind>> = { '+': 'proves', '~': 'shares', '-': 'refuses' };

/** Throws where a claim stands before any name, or a sign is not one of the three. */
export function casesIn(text: string): Record<string, StrategyCase> {
  const cases: Record<string, Record<Kind, string[]>> = {};
  let current: Record<Kind, string[]> | null = null;
  for (const line of text.split('\n').filter((l) => l.trim() !== '')) {
    if (!line.startsWith(' ')) {
      current = cases[line] = { proves: [], shares: [], refuses: [] };
      continue;
    }
    const [sign, claim] = [line.trim().charAt(0), line.trim().slice(2)];
    const kind = kinds[sign];
    if (current === null || kind === undefined) throw new Error(`not a case: ${line}`);
    current[kind].push(claim);
  }
  return cases;
}

export const strategyCases: Readonly<Record<string, StrategyCase>> = casesIn(strategyTable);
