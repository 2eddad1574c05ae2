/** The law behind `~` in a declaration: `normal(0, s/n)`. */
import { ClaimError, lawKinds } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseSum } from './parse-expression.ts';
import { nearest } from './names.ts';
import type { LawSyntax, Syntax } from './syntax.ts';

const forms = 'normal(mean, variance), independent(mean, variance, third, fourth) or rademacher';
const counts: Readonly<Record<LawSyntax['kind'], readonly [least: number, most: number]>> = {
  normal: [2, 2],
  independent: [1, 4],
  rademacher: [0, 0],
};

export const parseLaw = (c: Cursor): LawSyntax => {
  const { token } = c;
  const kind = lawKinds.find((k) => c.is(k));
  if (kind === undefined) {
    const near = token.kind === 'name' ? nearest(token.text, lawKinds) : null;
    throw c.expected(`a law behind ~: ${forms}`, near === null ? null : `did you mean ‘${near}’?`);
  }
  c.next();
  const params: Syntax[] = [];
  if (kind !== 'rademacher' || c.is('(')) {
    c.want('(', `and the parameters of ${kind}`);
    if (!c.is(')')) {
      c.bracketed(() => {
        do params.push(parseSum(c));
        while (c.take(','));
      });
    }
    c.want(')', `after the parameters of ${kind}`);
  }
  const span = { start: token.start, end: c.last.end };
  const [least, most] = counts[kind];
  if (params.length < least || params.length > most) {
    throw new ClaimError(
      `${kind} takes ${least === most ? least : `${least} to ${most}`} parameters, but ${params.length} are given`,
      span,
      `write ${forms}`,
    );
  }
  return { kind, params, span };
};
