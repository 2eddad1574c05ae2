/**
 * Which functions run: a mark at the beginning of each function that is asked about, counted in a
 * set. Far cheaper than the engine's own coverage.
 */
import { parseSync } from 'rolldown/experimental';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly body?: Node;
}

const isNode = (x: unknown): x is Node =>
  typeof x === 'object' && x !== null && typeof (x as Node).type === 'string';

/** The bodies of functions that hold the place, from the outermost to the innermost. */
function bodiesAround(node: Node, offset: number): Node[] {
  const inside = Object.values(node)
    .flatMap((x: unknown) => (Array.isArray(x) ? (x as unknown[]) : [x]))
    .filter(isNode)
    .find((x) => x.start <= offset && offset < x.end);
  const own = /Function/.test(node.type) && inside === node.body && inside ? [inside] : [];
  return inside ? [...own, ...bodiesAround(inside, offset)] : [];
}

/** The code with a mark of each number in the innermost function around its offset. */
export function marked(code: string, offsets: ReadonlyMap<number, number>): string {
  const { program } = parseSync('module.js', code);
  const pieces: { readonly at: number; readonly text: string }[] = [];
  for (const [number, offset] of offsets) {
    const body = bodiesAround(program as unknown as Node, offset).at(-1);
    const mark = `globalThis.__reached.add(${number})`;
    if (!body) throw new Error(`no function around offset ${offset}`);
    if (body.type === 'BlockStatement' || body.type === 'FunctionBody')
      pieces.push({ at: body.start + 1, text: `${mark};` });
    else pieces.push({ at: body.start, text: `(${mark},(` }, { at: body.end, text: '))' });
  }
  let text = code;
  for (const p of pieces.toSorted((a, b) => b.at - a.at))
    text = text.slice(0, p.at) + p.text + text.slice(p.at);
  return text;
}

const reached = new Set<number>();
Object.assign(globalThis, { __reached: reached });

/** The numbers whose marks ran since this was asked last. */
export function reachedSince(): number[] {
  const numbers = [...reached];
  reached.clear();
  return numbers;
}
