/** Random claims about means, for two readers: laws, what is averaged, and what it is compared with. */
import { generator } from './forge.ts';

type Draw = (below: number) => number;
const pick = <T>(draw: Draw, list: readonly T[]): T => list[draw(list.length)] as T;

const declarations = [
  'S: n×n psd',
  'a, b: n',
  'W, V: m×n',
  's, c: scalar positive',
  'f, g: R -> R',
  'F: R^n -> R',
  'G: R^n -> R^m',
  'h: R^m -> R',
  'phi: activation',
];
const laws: Readonly<Record<string, readonly string[]>> = {
  z: ['normal(0, 1)', 'normal(c, s)', 'rademacher', 'normal(0, s)', 'independent(0, 1, 0, 3)'],
  w: ['normal(0, 1)', 'normal(0, 2)', 'rademacher', 'normal(1, s)', 'independent(c, s)'],
  x: ['normal(0, 1)', 'normal(a, S)', 'normal(0, S)', 'normal(b, s)', 'rademacher'],
  y: ['normal(0, 1)', 'normal(0, s)', 'normal(a, 2)', 'rademacher', 'independent(0, 1, 0, 3)'],
  M: ['normal(0, 1)', 'normal(0, 2/n)', 'rademacher', 'normal(0, s)', 'normal(W, 1)'],
};
const shapes: Readonly<Record<string, string>> = {
  z: 'scalar',
  w: 'scalar',
  x: 'n',
  y: 'n',
  M: 'm×n',
};

/** A number that depends linearly on what is random. */
const affine = (draw: Draw): string => pick(draw, affines);
const affines =
  "z|z|2 z|-z|c z|z + 1|c - z|z + w|w|(s + 2 c) z|(2 s + c) w|a' x|b' x|-a' x|a' x + c|(a + b)' x|a' y|x[1]|y[1]|a' x + b' y".split(
    '|',
  );
const vector = (draw: Draw): string =>
  pick(draw, ['x', 'x', 'y', 'x + b', '2 x', '-x', 'x + y', 'c x', "M' (W a)", 'a - y']);
const long = (draw: Draw): string =>
  pick(draw, ['W x', 'V x', 'M a', 'M b', 'W y + V a', 'M x', '-W x']);

function factor(draw: Draw): string {
  switch (draw(17)) {
    case 0:
    case 1:
      return `(${affine(draw)})`;
    case 2:
    case 3:
      return `${pick(draw, ['f', 'g', "f'", "g'"])}(${affine(draw)})`;
    case 4:
      return `F(${vector(draw)})`;
    case 5:
      return `h(${long(draw)})`;
    case 6:
      return `${pick(draw, ['phi', "phi'"])}(${affine(draw)})`;
    case 7:
      return `relu(${affine(draw)})^${pick(draw, ['2', '2', '4', '3'])}`;
    case 8:
      return `|relu(${long(draw)})|^${pick(draw, ['2', '4'])}`;
    case 9:
      return `${pick(draw, ['tanh', 'erf', "tanh'", 'sigmoid', 'exp', 'exp'])}(${affine(draw)})`;
    case 10:
      return `((W b)' G(${vector(draw)}))`;
    case 11:
      return `|${long(draw)}|^${pick(draw, ['2', '4'])}`;
    case 12:
      return `dot(a, grad(F)(${vector(draw)}))`;
    case 13:
      return `(ones' phi(${long(draw)}))`;
    case 14:
      return `${pick(draw, ['sign', 'abs'])}(${affine(draw)})^${pick(draw, ['2', '4', '1'])}`;
    case 15:
      return `(a' ${pick(draw, ['x', 'y', 'tanh(x)', 'relu(x)', 'exp(y)', 'relu(y)', 'phi(x)'])})`;
    default:
      return pick(draw, [
        's',
        'c',
        '2',
        "(a' b)",
        "(ones' softmax(x))",
        "(a' softmax(y))",
        'tr(S)',
      ]);
  }
}
const body = (draw: Draw): string =>
  Array.from({ length: 1 + draw(2) }, () =>
    Array.from({ length: 1 + draw(3) }, () => factor(draw)).join(' '),
  ).join(pick(draw, [' + ', ' - ']));

const mentions = (text: string, name: string): boolean =>
  new RegExp(`(^|[^A-Za-z])${name}([^A-Za-z]|$)`).test(text);

/** One claim: two sides, maybe a derivative around one. */
export function meanClaim(seed: number): string {
  const draw = generator(seed);
  const means = Array.from({ length: 1 + draw(2) }, () => `E[${body(draw)}]`);
  const [left, right = pick(draw, ['0', 'c', "a' b"])] = means;
  const wrapped = draw(5) === 0 ? `grad[${pick(draw, ['c', 's'])}](${left})` : (left as string);
  const said = `${wrapped} ${pick(draw, ['=', '=', '<=', '>='])} ${right}`;
  const random = Object.keys(laws).filter((name) => mentions(said, name));
  const own = random.map((name) => `${name}: ${shapes[name]} ~ ${pick(draw, laws[name] ?? [])}`);
  return `${[...declarations, ...own].join('; ')} |- ${said}`;
}
