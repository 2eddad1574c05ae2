/**
 * Puts the engine's HTML on the page. It is escaped where it is made; here it is read without being
 * run, and only elements and attributes that are known to be harmless come through. Anything else
 * is shown as text.
 */

const elements = new Set(
  (
    'article section div p span h3 h4 ul ol li dl dt dd pre code details summary table thead ' +
    'tbody tr th td strong sup mark a ' +
    'svg g symbol use path rect text line circle title desc ' +
    'math mrow mi mn mo mtext mspace mfrac msqrt mroot msub msup msubsup munder mover ' +
    'munderover mtable mtr mtd mstyle mpadded mprescripts mmultiscripts'
  ).split(' '),
);

const attributes = new Set(
  (
    'class id role tabindex scope open xmlns ' +
    'viewbox width height x y x1 x2 y1 y2 cx cy r rx d fill fill-rule focusable text-anchor ' +
    'display displaystyle scriptlevel mathvariant stretchy separator form fence lspace rspace ' +
    'accent movablelimits largeop symmetric columnalign rowspan colspan maxsize minsize ' +
    'linethickness alttext'
  ).split(' '),
);

const harmlessAttribute = ({ name, value }: Attr): boolean => {
  const small = name.toLowerCase();
  if (small === 'href') return value.startsWith('#');
  return attributes.has(small) || /^aria-[a-z]+$/.test(small);
};

const harmless = (element: Element): boolean =>
  elements.has(element.localName) && [...element.attributes].every(harmlessAttribute);

export function insert(target: HTMLElement, markup: string): void {
  const template = document.createElement('template');
  template.innerHTML = markup;
  const strange = [...template.content.querySelectorAll('*')].find((e) => !harmless(e));
  if (strange === undefined) target.replaceChildren(template.content);
  else target.textContent = template.content.textContent;
}
