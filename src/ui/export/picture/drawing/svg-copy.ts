// A drawing of the page as it looks, without the page's styles: a copy of an SVG element in which every property that a style sheet
// or a variable decided is an attribute.
import { plainColour } from '../colour';

/** Of the element alone, with what they are where nothing is said. */
const own: Readonly<Record<string, string>> = {
  opacity: '1',
  'dominant-baseline': 'auto',
  'shape-rendering': 'auto',
  'vector-effect': 'none',
  'stop-color': 'rgb(0, 0, 0)',
  'stop-opacity': '1',
};

const inherited = [
  ...['fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray'],
  ...['stroke-dashoffset', 'stroke-linecap', 'stroke-linejoin', 'text-anchor', 'paint-order', 'visibility'],
  ...['font-size', 'font-weight', 'letter-spacing'],
];

const colours: Readonly<Record<string, string>> = {
  fill: 'fill-opacity',
  stroke: 'stroke-opacity',
  'stop-color': 'stop-opacity',
};

/** Attributes that only the page needs. */
const ofPage = /^(class|style|tabindex|role|aria-.*|data-.*|focusable)$/;

/** What is referred to by its id. */
const referred = /^(clipPath|pattern|mask|linearGradient|radialGradient|marker|filter)$/;

export function svgCopy(drawn: SVGElement): SVGElement {
  const copy = drawn.cloneNode(true) as SVGElement;
  inline(drawn, copy, null);
  return copy;
}

function inline(drawn: Element, copy: Element, around: CSSStyleDeclaration | null): void {
  const style = getComputedStyle(drawn);
  const attribute = (name: string, value: string) => copy.setAttribute(name, value);
  const had = new Set(copy.getAttributeNames());
  for (const name of had) if (ofPage.test(name)) copy.removeAttribute(name);
  if (had.has('id') && !referred.test(drawn.tagName)) copy.removeAttribute('id');
  const write = (name: string, value: string) => {
    const colour = name in colours ? plainColour(value) : null;
    // `url("#id")` stays as it is
    attribute(name, colour?.hex ?? value.replace(/^url\("?([^")]*)"?\)/, 'url($1)'));
    const opacityName = colours[name];
    if (colour === null || opacityName === undefined || colour.opacity >= 1) return;
    attribute(opacityName, String(Number(style.getPropertyValue(opacityName)) * colour.opacity));
  };
  for (const name of inherited) {
    const value = style.getPropertyValue(name);
    if (had.has(name) || value !== around?.getPropertyValue(name)) write(name, value);
  }
  for (const [name, usual] of Object.entries(own)) {
    const value = style.getPropertyValue(name);
    if (value === usual) copy.removeAttribute(name);
    else write(name, value);
  }
  for (const name of ['mask', 'clip-path']) {
    const value = copy.getAttribute(name);
    if (value?.includes('var(')) copy.removeAttribute(name);
  }
  const children = [...copy.children];
  [...drawn.children].forEach((child, place) => {
    const childCopy = children[place];
    if (!childCopy) return;
    const isDrawn = referred.test(child.tagName) || /^(defs|title|desc)$/.test(child.tagName);
    if (!isDrawn && getComputedStyle(child).display === 'none') childCopy.remove();
    else inline(child, childCopy, style);
  });
}
