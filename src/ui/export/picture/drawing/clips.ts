// Groups of a picture that show only a part of what is in them.
import { appended, boxAttributes, svgElement, type Box } from './svg-elements';

/** Ids are of the whole page: two pictures may end up in one document. */
let clips = 0;

/** A group that shows only what is in the box. */
export function clipped(into: SVGElement, box: Box, style: CSSStyleDeclaration): SVGElement {
  const rx = parseFloat(style.borderTopLeftRadius) || undefined;
  return clipGroup(into, [svgElement('rect', { ...boxAttributes(box), rx })]);
}

/** A row of samples on one canvas, with gaps and round corners as the style sheet masks it. */
export function tiles(into: SVGElement, { left, top, width, height }: Box, columns: number): SVGElement {
  const pitch = width / columns;
  const inset = pitch * (pitch > 1.6 * height ? 0.032 : 0.045);
  const rects = Array.from({ length: columns }, (_, column) => {
    const tile = { left: left + column * pitch + inset, top, width: pitch - 2 * inset, height };
    return svgElement('rect', { ...boxAttributes(tile), rx: 2 * inset });
  });
  return clipGroup(into, rects);
}

function clipGroup(into: SVGElement, shapes: readonly SVGElement[]): SVGElement {
  const id = `save-clip-${++clips}`;
  const clip = svgElement('clipPath', { id });
  clip.append(...shapes);
  into.append(clip);
  return appended(into, svgElement('g', { 'clip-path': `url(#${id})` }));
}
