/**
 * A claim about complex matrices as the same claim about their real and imaginary parts: every
 * A = R + i S by R and S, every relation by its two parts. All judges work on that claim. docs/language.md
 * says the same in words.
 */
import { ClaimError, type Attribute, type Claim, type Declaration, type Formula } from '../ast.ts';
import { equal, identityOf, zeroOf } from './build.ts';
import { attributeOf, itself, realFormula, type Parts } from './formulas.ts';
import { read } from './algebra.ts';
import { keepWritten, type ComplexName } from './written.ts';

/** Attributes that both parts have, or that go over into others of theirs. */
const given = (attributes: readonly Attribute[]): { re: Attribute[]; im: Attribute[] } => {
  const found = { re: [] as Attribute[], im: [] as Attribute[] };
  for (const a of attributes) {
    if (a === 'symmetric') {
      found.re.push('symmetric');
      found.im.push('antisymmetric');
    } else if (a === 'diagonal' || a === 'lower' || a === 'upper') {
      found.re.push(a);
      found.im.push(a);
    }
  }
  return found;
};

const definite = (d: Declaration): boolean =>
  d.attributes.includes('psd') || d.attributes.includes('pd');

const nameOf = (d: Declaration, taken: ReadonlySet<string>): ComplexName => {
  const gram = definite(d);
  const stem = gram ? `${d.name}_factor` : d.name;
  const [re, im] = [`${stem}_re`, `${stem}_im`];
  for (const part of [re, im])
    if (taken.has(part))
      throw new ClaimError(
        `${part} is declared, and it is the name of a part of ${d.name}`,
        d.span,
        'give one of them another name',
      );
  const shape = d.type.kind === 'tensor' ? d.type.shape : [];
  return { name: d.name, shape, re, im, gram };
};

/** What the attributes say that the attributes of the parts do not. */
const statements = (name: ComplexName, d: Declaration): Formula[] => {
  const self = itself(name, d);
  const all = d.attributes.flatMap((a): Formula[] => {
    // G' G is hermitian and psd
    if (name.gram && (a === 'psd' || a === 'symmetric')) return [];
    // G' G is positive definite where G is invertible
    if (name.gram && a === 'pd') return [attributeOf(self, 'invertible', false, d.span)];
    if (name.gram) {
      const { span } = d;
      throw new ClaimError(
        `a complex matrix takes ${a} and psd or pd apart`,
        span,
        `declare it psd or pd, and say ${a} as a hypothesis: A is ${a}`,
      );
    }
    if (a === 'symmetric' || a === 'diagonal' || a === 'lower' || a === 'upper') return [];
    const said = attributeOf(self, a, true, d.span);
    return a === 'orthogonal' ? [said, otherSide(self, d)] : [said];
  });
  const { family } = d;
  if (!family) return all;
  return all.map((body) => ({ kind: 'each', range: family, body, span: d.span }));
};

/** U U' = I, which a square matrix with U' U = I has, too. */
const otherSide = (a: ReturnType<typeof itself>, { span }: Declaration): Formula => {
  const whole = { kind: 'operator', args: [], params: [], shape: a.re.shape, span } as const;
  const flipped = read({ ...whole, operator: 'adjoint' }, [a]);
  const one = { re: identityOf(a.re.shape[0] ?? '1', span), im: zeroOf(a.re.shape, span) };
  return equal(read({ ...whole, operator: 'mul' }, [a, flipped]), one, span);
};

const split =
  (taken: ReadonlySet<string>) =>
  (d: Declaration): Parts => {
    const name = nameOf(d, taken);
    const attributes = given(d.attributes);
    const part = (of: string, has: readonly Attribute[]): Declaration => ({
      name: of,
      type: d.type,
      attributes: has,
      family: d.family,
      span: d.span,
    });
    return {
      name,
      declarations: [part(name.re, attributes.re), part(name.im, attributes.im)],
      says: statements(name, d),
    };
  };

/** Every name that the claim declares anywhere: a part has another name. */
const namesIn = (claim: Claim): ReadonlySet<string> => {
  const bound = (f: Formula): string[] => {
    switch (f.kind) {
      case 'and':
      case 'or':
      case 'implies':
      case 'iff':
        return [...bound(f.left), ...bound(f.right)];
      case 'forall':
      case 'exists':
        return [...f.variables.map((d) => d.name), ...bound(f.body)];
      case 'not':
      case 'each':
        return bound(f.body);
      default:
        return [];
    }
  };
  const heads = [...claim.declarations, ...claim.random.map((r) => r.declaration)];
  return new Set([
    ...heads.map((d) => d.name),
    ...claim.dims,
    ...claim.dimFamilies.map((d) => d.name),
    ...[...claim.hypotheses, claim.conclusion].flatMap(bound),
  ]);
};

/** The real claim, which keeps what was written. Throws `ClaimError` for what is not read. */
export const realForm = (claim: Claim): Claim => {
  const taken = namesIn(claim);
  const apart = split(taken);
  const names = new Map<string, ComplexName>();
  const declarations: Declaration[] = [];
  const says: Formula[] = [];
  for (const d of claim.declarations) {
    if (!d.complex) {
      declarations.push(d);
      continue;
    }
    const parts = apart(d);
    names.set(d.name, parts.name);
    declarations.push(...parts.declarations);
    says.push(...parts.says);
  }
  const real: Claim = {
    ...claim,
    declarations,
    hypotheses: [...says, ...claim.hypotheses.map((h) => realFormula(h, names, apart))],
    conclusion: realFormula(claim.conclusion, names, apart),
  };
  return keepWritten(real, { claim, names: [...names.values()] });
};
