/** Python's expressions without the brackets that its own precedence makes needless. */

const precedence: Readonly<Record<string, number>> = {
  '+': 1,
  '-': 1,
  '*': 2,
  '/': 2,
  '@': 2,
  '**': 4,
};
const unary = 3;
const operator = /\*\*|[+\-*/@]/y;
/** What no bracket may be taken from: a tuple, a lambda, a generator, a condition. */
const separating = /,|:|[<>=!]|\b(for|if|and|or|not|in|lambda)\b/y;
const number = /\d+(\.\d*)?e[+-]?\d+/y;

/** The same expression; takes one needless pair after another. */
export function withoutNeedlessBrackets(code: string): string {
  let text = code;
  for (let at = text.indexOf('('); at >= 0; at = text.indexOf('(', at + 1)) {
    const end = closing(text, at);
    if (end < 0) return text;
    if (!isNeedless(text, at, end)) continue;
    text = text.slice(0, at) + text.slice(at + 1, end) + text.slice(end + 1);
    at = -1;
  }
  return text;
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if ('([{'.includes(text[i] as string)) depth += 1;
    if (')]}'.includes(text[i] as string)) depth -= 1;
    if (depth === 0) return i;
  }
  return -1;
}

function isNeedless(text: string, at: number, end: number): boolean {
  const left = strengthBefore(text.slice(0, at));
  const right = strengthAfter(text.slice(end + 1));
  const inside = weakest(text.slice(at + 1, end));
  return left !== null && right !== null && inside !== null && inside > left && inside >= right;
}

/** How strongly what stands before binds; null for a call, or what is not known. */
function strengthBefore(before: string): number | null {
  const text = before.trimEnd();
  if (text === '' || /[([,:=]$/.test(text)) return 0;
  const sign = /(\*\*|[+\-*/@])$/.exec(text)?.[1];
  if (sign === undefined) return null;
  const rest = text.slice(0, -sign.length).trimEnd();
  return sign === '-' && (rest === '' || /[([,:=+\-*/@]$/.test(rest))
    ? unary
    : (precedence[sign] ?? null);
}

/** The same of what follows; a power binds its base more strongly than any operator. */
function strengthAfter(after: string): number | null {
  const text = after.trimStart();
  if (text === '' || /^[)\],]/.test(text) || /^ for\b/.test(after)) return 0;
  if (text.startsWith('**')) return null;
  const sign = text[0] as string;
  return after.startsWith(' ') ? (precedence[sign] ?? null) : null;
}

/** The weakest operator of an expression; null where the brackets must stay. */
function weakest(text: string): number | null {
  let found = 9;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string;
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character)) depth -= 1;
    if (depth > 0 || ')]}'.includes(character)) continue;
    separating.lastIndex = operator.lastIndex = number.lastIndex = i;
    if (separating.test(text)) return null;
    const amount = number.exec(text)?.[0];
    if (amount !== undefined) i += amount.length - 1;
    else if (operator.test(text)) {
      // a sign at the front would run into an operator before it
      if (i === 0) return 0.5;
      const sign = text.startsWith('**', i) ? '**' : character;
      found = Math.min(found, precedence[sign] as number);
      i += sign.length - 1;
    }
  }
  return found;
}
