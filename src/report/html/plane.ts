/** Vectors of a counterexample in the plane, as arrows from the origin. */
import type { Assignment, Value } from '../../evaluate/assignment.ts';
import type { Rational } from '../../numbers/field.ts';
import { html, type Markup } from './markup.ts';

const size = 220;
const margin = 28;
/** More arrows than these hide one another. */
const most = 5;

interface Arrow {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

const decimal = ({ num, den }: Rational): number => Number(num) / Number(den);

/** Vectors with two entries, those of families included; vectors that are 0 have no arrow. */
function arrowsOf({ values }: Assignment<Rational>): Arrow[] {
  const all = [...values].flatMap(([name, value]): (readonly [string, Value<Rational>])[] =>
    value.kind === 'family'
      ? value.members.map((member, i) => [`${name}[${i + 1}]`, member])
      : [[name, value]],
  );
  return all.flatMap(([name, value]): Arrow[] => {
    if (value.kind !== 'tensor' || value.tensor.shape.join() !== '2') return [];
    const [x = 0, y = 0] = value.tensor.data.map(decimal);
    return x === 0 && y === 0 ? [] : [{ name, x, y }];
  });
}

/** Null unless two to five vectors lie in the plane. */
export function planeMarkup(at: Assignment<Rational>): Markup | null {
  const arrows = arrowsOf(at);
  if (arrows.length < 2 || arrows.length > most) return null;
  const reach = Math.max(...arrows.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]));
  const centre = size / 2;
  const scale = (centre - margin) / reach;
  const at2 = ({ x, y }: Arrow): [number, number] => [
    Math.round(centre + x * scale),
    Math.round(centre - y * scale),
  ];
  const label = arrows.map(({ name, x, y }) => `${name} = (${x}, ${y})`).join(', ');
  return html`
    <figure class="plane">
      <svg viewBox="0 0 ${size} ${size}" width="${size}" height="${size}" role="img"
        aria-label="${label}">
        <path class="axis" d="M8 ${centre}H${size - 8}M${centre} 8V${size - 8}"/>
        ${arrows.map((arrow) => arrowMarkup(arrow, at2(arrow), centre))}
      </svg>
    </figure>
  `;
}

function arrowMarkup({ name }: Arrow, [x, y]: [number, number], centre: number): Markup {
  const length = Math.hypot(x - centre, y - centre);
  const [ux, uy] = [(x - centre) / length, (y - centre) / length];
  const wing = (side: number): string =>
    `${Math.round(x - 8 * ux + side * 4 * uy)} ${Math.round(y - 8 * uy - side * 4 * ux)}`;
  return html`
    <path class="arrow" d="M${centre} ${centre}L${x} ${y}M${wing(1)}L${x} ${y}L${wing(-1)}"/>
    <text x="${Math.round(x + 12 * ux)}" y="${Math.round(y + 12 * uy + 4)}" text-anchor="middle">
      ${name}
    </text>
  `;
}
