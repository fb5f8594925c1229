// What a box of the page shows of itself: background, border, a ring around it. Soft shadows are left out.
import { evenGradient, plainColour } from '../colour';
import { boxAttributes, svgElement, type Box } from './svg-elements';

/** Draws the box of an element with this computed style into `into`; says whether there was anything to see. */
export function drawBox(into: SVGElement, box: Box, style: CSSStyleDeclaration): boolean {
  const before = into.childElementCount;
  const radius = Math.min(parseFloat(style.borderTopLeftRadius) || 0, box.width / 2, box.height / 2);
  // Half a percent is a circle's: a share of the box.
  const rx = style.borderTopLeftRadius.endsWith('%') ? box.width / 2 : radius;
  const [, ringText, ringWidth] =
    /^((?:rgba?|color)\([^()]*\)) 0px 0px 0px ([\d.]+)px(?:,|$)/.exec(style.boxShadow) ?? [];
  const ringColour = plainColour(ringText ?? '');
  if (ringColour) {
    const by = Number(ringWidth);
    const fill = { fill: ringColour.hex, 'fill-opacity': ringColour.opacity };
    into.append(svgElement('rect', { ...boxAttributes(grow(box, by)), rx: rx + by, ...fill }));
  }
  const background = plainColour(style.backgroundColor);
  if (background && background.opacity > 0) {
    into.append(
      svgElement('rect', {
        ...boxAttributes(box),
        rx: rx || undefined,
        fill: background.hex,
        'fill-opacity': background.opacity < 1 ? background.opacity : undefined,
      }),
    );
  }
  const steps = evenGradient(style.backgroundImage);
  if (steps) drawGradient(into, box, rx, steps);
  drawBorder(into, box, rx, style);
  return into.childElementCount > before;
}

/** A box that a style sheet puts into another, such as the track of a slider; only one that has its place there. */
export function drawPseudo(
  element: Element,
  pseudo: '::before' | '::after',
  box: Box,
  into: SVGElement,
): void {
  const style = getComputedStyle(element, pseudo);
  if (style.content !== '""' || style.position !== 'absolute' || style.display === 'none') return;
  const [left, top, width, height] = [style.left, style.top, style.width, style.height].map(parseFloat);
  if (![left, top, width, height].every(Number.isFinite)) return;
  const place = { left: box.left + (left ?? 0), top: box.top + (top ?? 0) };
  drawBox(into, { ...place, width: width ?? 0, height: height ?? 0 }, style);
}

function grow({ left, top, width, height }: Box, by: number): Box {
  return { left: left - by, top: top - by, width: width + 2 * by, height: height + 2 * by };
}

let gradients = 0;

function drawGradient(into: SVGElement, box: Box, rx: number, steps: readonly string[]): void {
  const id = `save-gradient-${++gradients}`;
  const gradient = svgElement('linearGradient', { id });
  steps.forEach((step, place) => {
    const colour = plainColour(step);
    if (colour === null) return;
    const share = { offset: steps.length === 1 ? 0 : String(place / (steps.length - 1)) };
    gradient.append(
      svgElement('stop', { ...share, 'stop-color': colour.hex, 'stop-opacity': colour.opacity }),
    );
  });
  into.append(gradient, svgElement('rect', { ...boxAttributes(box), rx, fill: `url(#${id})` }));
}

function drawBorder(into: SVGElement, box: Box, rx: number, style: CSSStyleDeclaration): void {
  const sides = (['Top', 'Right', 'Bottom', 'Left'] as const).map((side) => {
    const isShown = style[`border${side}Style`] !== 'none';
    const colour = plainColour(style[`border${side}Color`]);
    return { width: isShown ? parseFloat(style[`border${side}Width`]) || 0 : 0, colour, side };
  });
  const isSeen = ({ width, colour }: (typeof sides)[number]) => width > 0 && (colour?.opacity ?? 0) > 0;
  const dash = style.borderTopStyle === 'dashed' ? '4 3' : undefined;
  const line = ({ width, colour }: (typeof sides)[number]) => ({
    fill: 'none',
    stroke: colour?.hex,
    'stroke-opacity': colour && colour.opacity < 1 ? colour.opacity : undefined,
    'stroke-width': width,
    'stroke-dasharray': dash,
  });
  const [first] = sides;
  const isEven = sides.every(
    ({ width, colour }) => width === first?.width && colour?.hex === first.colour?.hex,
  );
  if (first && isEven) {
    if (!isSeen(first)) return;
    const inner = grow(box, -first.width / 2);
    into.append(svgElement('rect', { ...boxAttributes(inner), rx: rx || undefined, ...line(first) }));
    return;
  }
  const { left, top, width, height } = box;
  for (const side of sides.filter(isSeen)) {
    const half = side.width / 2;
    const y = side.side === 'Top' ? top + half : top + height - half;
    const x = side.side === 'Left' ? left + half : left + width - half;
    const isAcross = side.side === 'Top' || side.side === 'Bottom';
    const ends = isAcross
      ? { x1: left, x2: left + width, y1: y, y2: y }
      : { x1: x, x2: x, y1: top, y2: top + height };
    into.append(svgElement('line', { ...ends, ...line(side) }));
  }
}
