/** Statements that say nothing. */

/** The summands of a text with their signs, split outside of all brackets and bars. */
export function summands(text: string): string[] {
  const found: string[] = [];
  let [depth, isInBars, from] = [0, false, 0];
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if ('([{'.includes(c)) depth += 1;
    else if (')]}'.includes(c)) depth -= 1;
    else if (c === '|') isInBars = !isInBars;
    if (depth > 0 || isInBars || !/^ [+-] $/.test(text.slice(i - 1, i + 2))) continue;
    found.push(text.slice(from, i).trim());
    from = c === '-' ? i : i + 1;
  }
  return [...found, text.slice(from).trim()].map((part) => part.replace(/^- /, '-'));
}

/** The same summands in another order. */
const isSameSum = (a: string, b: string): boolean =>
  summands(a).toSorted().join(' + ') === summands(b).toSorted().join(' + ');

/** a = a says nothing, and neither does a + b = b + a. */
export const isIdentity = (text: string): boolean => {
  const [left, right, ...more] = text.replace(/ for all .*$/, '').split(/ (?:=|<=|>=) /);
  return left !== undefined && right !== undefined && more.length === 0 && isSameSum(left, right);
};
