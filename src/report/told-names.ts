/**
 * Names that a told proof brings in by `Let v be in R^n.` and `Take R: n×m such that …`, as
 * declarations.
 */
import { ClaimError, parseProof, type Claim, type Declaration } from '../language/index.ts';

export function toldNames(lines: readonly string[], claim: Claim): readonly Declaration[] {
  const lets = lines.flatMap((line) => {
    const bound = /Let (\S+) be in R(?:\^(?:\((.+)\)|(.+)))?\.$/.exec(line);
    if (bound) return [`let ${bound[1]}: ${bound[2] ?? bound[3] ?? 'scalar'}`];
    const taken = /Take (\S+: .+?) such that/.exec(line)?.[1] ?? '';
    return taken.split(' and ').flatMap((one) => (one === '' ? [] : [`let ${one}`]));
  });
  const found = [...new Set(lets)].flatMap((one) => declared(one, claim));
  return [...new Map(found.map((d) => [d.name, d])).values()];
}

function declared(line: string, claim: Claim): readonly Declaration[] {
  try {
    return parseProof(`${line}\nhave 1 = 1 by ring`, claim)
      .parts.flatMap(({ steps }) => steps)
      .flatMap((step) => (step.kind === 'let' ? [step.variable] : []));
  } catch (error) {
    if (error instanceof ClaimError) return [];
    throw error;
  }
}
