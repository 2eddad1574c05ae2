import { activations } from '../operators/activations.ts';
import { operator } from '../operators/registry.ts';
import type { Claim, Declaration, Expr, Formula, Index, Range, Relation, Shape } from './ast.ts';
import { numberStrength } from './text.ts';
import { greek } from './token.ts';

const greekNames = new Set([...greek.values()].filter((n) => n !== 'omicron'));

/** `theta_1` as `\theta_{1}`, `W2` as `W_{2}`, `loss` as `\mathrm{loss}`. */
export const nameLatex = (name: string): string => {
  const [, stem = name, below = ''] = /^([A-Za-z]+)_?([A-Za-z0-9]*)$/.exec(name.replace(/^([A-Za-z]+?)_?(\d+)$/, '$1_$2')) ?? [];
  const base = greekNames.has(stem) ? `\\${stem}` : stem.length === 1 ? stem : `\\mathrm{${stem.replaceAll('_', '\\_')}}`;
  return below === '' ? base : `${base}_{${below}}`;
};

const indexed = (name: string, index: Index | null): string => {
  if (!index) return nameLatex(name);
  const offset = index.offset === 0 ? '' : index.offset > 0 ? `+${index.offset}` : String(index.offset);
  const text = index.name === null ? String(index.offset) : `${nameLatex(index.name)}${offset}`;
  const base = nameLatex(name);
  return base.endsWith('}') && base.includes('_{') ? `${base.slice(0, -1)},${text}}` : `${base}_{${text}}`;
};

const dimLatex = (dim: string): string => (/^\d/.test(dim) ? dim : dim.split('*').map((d) => (/^\d/.test(d) ? d : nameLatex(d))).join(' '));

interface Written {
  readonly text: string;
  readonly strength: number;
}

const atom = (text: string): Written => ({ text, strength: 5 });
const group = (text: string): string => `\\left(${text}\\right)`;
const wrap = (w: Written, wanted: number): string => (w.strength < wanted ? group(w.text) : w.text);
const list = (args: readonly Expr[]): string => args.map(exprLatex).join(', ');

const numberLatex = (value: string): string => {
  const [p = '0', q] = value.split('/');
  if (q === undefined) return p;
  return p.startsWith('-') ? `-\\frac{${p.slice(1)}}{${q}}` : `\\frac{${p}}{${q}}`;
};

const derivativeSign = { grad: '\\nabla', jac: 'J', hess: '\\nabla^{2}' } as const;
const constantLatex = { identity: 'I', zero: '0', ones: '\\mathbf{1}' } as const;

const rangeBelow = (range: Range): string => `${nameLatex(range.index)}=1}^{${dimLatex(range.to)}}`;

/** A fraction's bar groups its two sides, and bases are put in brackets where they are made. */
const groupsItself: ReadonlySet<string> = new Set(['div', 'transpose', 'pow']);

const write = (e: Expr): Written => {
  switch (e.kind) {
    case 'number':
      return { text: numberLatex(e.value), strength: e.value.includes('/') && !e.value.startsWith('-') ? 3 : numberStrength(e.value) };
    case 'dimension':
      return atom(dimLatex(e.dim));
    case 'index':
      return atom(nameLatex(e.name));
    case 'variable':
      return atom(indexed(e.name, e.index));
    case 'constant':
      return atom(constantLatex[e.which]);
    case 'operator': {
      const { printed } = operator(e.operator);
      const wants = groupsItself.has(e.operator) ? [] : printed.wants;
      return { text: printed.latex(...e.params.map(String), ...e.args.map((a, i) => wrap(write(a), wants[i] ?? 1))), strength: printed.strength };
    }
    case 'call':
      return atom(`${e.builtin ? (activations.get(e.fn)?.latex ?? nameLatex(e.fn)) : indexed(e.fn, e.index)}${"'".repeat(e.order)}${group(list(e.args))}`);
    case 'jet':
      return atom(`${derivativeSign[e.which]}${e.which === 'jac' ? `_{${indexed(e.fn, e.index)}}` : ` ${indexed(e.fn, e.index)}`}${group(list(e.args))}`);
    case 'derivative':
      return atom(`${derivativeSign[e.which]}_{${indexed(e.by, e.index)}} ${group(exprLatex(e.body))}`);
    case 'reduce': {
      const sum = `\\sum_{${rangeBelow(e.range)} ${wrap(write(e.body), 2)}`;
      return { text: e.how === 'sum' ? sum : `\\frac{1}{${dimLatex(e.range.to)}} ${sum}`, strength: 1 };
    }
    case 'kernel':
      return atom(`\\ker${group(exprLatex(e.of))}`);
  }
};

/** LaTeX of an expression, without dollar signs. */
export const exprLatex = (e: Expr): string => write(e).text;

const relationLatex: Readonly<Record<Relation, string>> = {
  '=': '=', '!=': '\\neq', '<': '<', '<=': '\\leq', '>': '>', '>=': '\\geq', '~~': '\\propto', '>>=': '\\succeq', '<<=': '\\preceq', in: '\\in',
};

const space = (shape: Shape): string => (shape.length === 0 ? '\\mathbb{R}' : `\\mathbb{R}^{${shape.map(dimLatex).join(' \\times ')}}`);

export const declarationLatex = (d: Declaration): string => {
  const name = d.family ? indexed(d.name, { name: d.family.index, offset: 0 }) : nameLatex(d.name);
  const type =
    d.type.kind === 'activation' ? `${name} : \\mathbb{R} \\to \\mathbb{R} \\text{ elementwise}`
    : d.type.kind === 'function' ? `${name} : ${d.type.inputs.map(space).join(' \\times ')} \\to ${space(d.type.output)}`
    : `${name} \\in ${space(d.type.shape)}`;
  const words = d.attributes.length > 0 ? ` \\text{ ${d.attributes.join(', ')}}` : '';
  const range = d.family ? `,\\ ${nameLatex(d.family.index)} = 1, \\dots, ${dimLatex(d.family.to)}` : '';
  return type + words + range;
};

const connective = { and: ['\\land', 4, 4, 5], or: ['\\lor', 3, 3, 4], implies: ['\\Rightarrow', 2, 3, 2], iff: ['\\Leftrightarrow', 1, 2, 2] } as const;

const bracket = (f: Formula, wanted: number): string => wrap(writeFormula(f), wanted);

const writeFormula = (f: Formula): Written => {
  switch (f.kind) {
    case 'relation':
      return { text: `${exprLatex(f.left)} ${relationLatex[f.relation]} ${exprLatex(f.right)}`, strength: 6 };
    case 'is':
      return { text: `${exprLatex(f.subject)} \\text{ is ${f.attribute}}`, strength: 6 };
    case 'not':
      return { text: `\\lnot ${bracket(f.body, 7)}`, strength: 5 };
    case 'forall':
    case 'exists':
      return { text: `\\${f.kind} ${f.variables.map(declarationLatex).join(', ')}.\\ ${formulaLatex(f.body)}`, strength: 0 };
    case 'each':
      return { text: `\\forall ${nameLatex(f.range.index)} \\in \\{1, \\dots, ${dimLatex(f.range.to)}\\}.\\ ${formulaLatex(f.body)}`, strength: 0 };
    default: {
      const [sign, strength, left, right] = connective[f.kind];
      return { text: `${bracket(f.left, left)} ${sign} ${bracket(f.right, right)}`, strength };
    }
  }
};

/** LaTeX of a formula, without dollar signs. */
export const formulaLatex = (f: Formula): string => writeFormula(f).text;

/** LaTeX of a whole claim: declarations and hypotheses, the turnstile, the conclusion. */
export const claimLatex = (claim: Claim): string => {
  const items = [...claim.declarations.map(declarationLatex), ...claim.hypotheses.map(formulaLatex)];
  return `${items.join(';\\ ')}${items.length > 0 ? '\\ ' : ''}\\vdash ${formulaLatex(claim.conclusion)}`;
};
