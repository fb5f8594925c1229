// Part of the page as SVG, as it stands on the screen: boxes, text as text, charts as shapes, canvases as pixels. What is pressed or
// typed in (buttons, fields) is left out, so that a picture shows what was found and not how to operate the page.
// `data-picture="keep"` on an element keeps the buttons in it, such as the names in a legend; `omit` leaves it out.
import { plainColour } from '../colour';
import { clipped, tiles } from './clips';
import { drawBox, drawPseudo } from './draw-box';
import { pixelsOf } from '../pixels';
import { svgCopy } from './svg-copy';
import { appended, boxAttributes, boxOf, intersection, svgElement, type Box } from './svg-elements';
import { textLines } from './text-lines';

export interface PageDrawing {
  /** In CSS pixels of the window. */
  readonly content: SVGElement;
  /** What the drawing covers. */
  readonly extent: Box;
  /** Whether it has a chart, and whether it has pixels. */
  readonly hasShapes: boolean;
  readonly hasPixels: boolean;
}

const operated =
  'button, select, input, textarea, label:has(input), [role="radiogroup"], [role="tablist"], :has(> select)';
const leftOut = '[data-picture="omit"], audio, video, script, style, template';

/** Smaller SVG elements are icons or samples of a line. */
const smallestChart = 40;

interface Extent {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Pen {
  readonly extent: Extent;
  readonly density: number;
  hasShapes: boolean;
  hasPixels: boolean;
}

/** @param density pixels of the picture per CSS pixel, for the canvases in it. Throws an `UnreadablePicture`. */
export function drawPage(root: HTMLElement, density: number): PageDrawing {
  const extent = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  const pen: Pen = { extent, density, hasShapes: false, hasPixels: false };
  const content = svgElement('g', {});
  drawChildren(root, getComputedStyle(root), content, pen, null);
  const { left, top, right, bottom } = extent;
  const isEmpty = !(right > left && bottom > top);
  return {
    content,
    extent: isEmpty
      ? { left: 0, top: 0, width: 0, height: 0 }
      : { left, top, width: right - left, height: bottom - top },
    hasShapes: pen.hasShapes,
    hasPixels: pen.hasPixels,
  };
}

function isLeftOut(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.display === 'none' || style.opacity === '0' || element.matches(leftOut)) return true;
  if (style.position === 'absolute' && style.clipPath === 'inset(50%)') return true; // only read aloud
  // What stands in a table is one of its values: a head that sorts it, a picture that is pressed to choose its row.
  if (element.closest('td, th') !== null) return element.matches('input, select, textarea');
  // The name of a field goes with it; that of a slider stays, since its value is told beside it.
  if (element instanceof HTMLLabelElement && element.control && !element.control.matches('[type="range"]'))
    return true;
  return element.matches(operated) && element.closest('[data-picture="keep"]') === null;
}

function drawElement(element: Element, around: SVGElement, pen: Pen, clip: Box | null): void {
  const style = getComputedStyle(element);
  if (isLeftOut(element, style)) return;
  const box = boxOf(element.getBoundingClientRect());
  let into = around;
  if (style.opacity !== '1') into = appended(around, svgElement('g', { opacity: style.opacity }));
  const isSeen = style.visibility === 'visible' && style.display !== 'contents';
  const columns = style.maskImage === 'none' ? 0 : Number(style.getPropertyValue('--columns'));
  if (columns > 0) into = tiles(into, box, columns);
  if (isSeen && drawBox(into, box, style)) reach(pen, box, clip);
  drawPseudo(element, '::before', box, into);
  drawPseudo(element, '::after', box, into);
  if (element instanceof HTMLCanvasElement || element instanceof HTMLImageElement) {
    if (isSeen) drawPixels(element, style, box, into, pen, clip);
  } else if (element instanceof SVGSVGElement) {
    if (isSeen) drawShapes(element, box, into, pen, clip);
  } else if (style.overflow !== 'visible' && style.display !== 'contents') {
    const inside = intersection(box, clip);
    if (inside.width > 0 && inside.height > 0)
      drawChildren(element, style, clipped(into, box, style), pen, inside);
  } else {
    drawChildren(element, style, into, pen, clip);
  }
}

function drawChildren(
  parent: Element,
  style: CSSStyleDeclaration,
  into: SVGElement,
  pen: Pen,
  clip: Box | null,
): void {
  for (const child of parent.childNodes) {
    if (child instanceof Element) drawElement(child, into, pen, clip);
    else if (child instanceof Text && style.visibility === 'visible') drawText(child, style, into, pen, clip);
  }
}

function drawText(
  node: Text,
  style: CSSStyleDeclaration,
  into: SVGElement,
  pen: Pen,
  clip: Box | null,
): void {
  const colour = plainColour(style.color);
  if (colour === null || colour.opacity === 0) return;
  const halo = /^(?:(?:rgba?|color)\([^()]*\))/.exec(style.textShadow)?.[0];
  const haloColour = halo === undefined ? null : plainColour(halo);
  for (const { text, left, right, top, bottom, baseline } of textLines(node, style)) {
    into.append(
      svgElement(
        'text',
        {
          x: left,
          y: baseline,
          fill: colour.hex,
          'fill-opacity': colour.opacity < 1 ? colour.opacity : undefined,
          'font-size': style.fontSize,
          'font-weight': style.fontWeight === '400' ? undefined : style.fontWeight,
          'font-style': style.fontStyle === 'normal' ? undefined : style.fontStyle,
          'font-family': /^"?Inter/.test(style.fontFamily) ? undefined : style.fontFamily,
          'letter-spacing': style.letterSpacing === 'normal' ? undefined : style.letterSpacing,
          'font-variant': style.fontVariantNumeric === 'normal' ? 'normal' : undefined,
          ...(haloColour && {
            stroke: haloColour.hex,
            'stroke-width': 3,
            'stroke-linejoin': 'round',
            'paint-order': 'stroke',
          }),
        },
        text,
      ),
    );
    reach(pen, { left, top, width: right - left, height: bottom - top }, clip);
  }
}

function drawPixels(
  source: HTMLCanvasElement | HTMLImageElement,
  style: CSSStyleDeclaration,
  box: Box,
  into: SVGElement,
  pen: Pen,
  clip: Box | null,
): void {
  const isPixelated = style.imageRendering === 'pixelated';
  const href = box.width > 0 && box.height > 0 ? pixelsOf(source, box.width, pen.density, isPixelated) : null;
  if (href === null) return;
  clipped(into, box, style).append(
    svgElement('image', {
      ...boxAttributes(box),
      href,
      preserveAspectRatio: 'none',
      'image-rendering': isPixelated ? 'pixelated' : undefined,
    }),
  );
  pen.hasPixels = true;
  reach(pen, box, clip);
}

function drawShapes(svg: SVGSVGElement, box: Box, into: SVGElement, pen: Pen, clip: Box | null): void {
  if (box.width === 0 || box.height === 0) return;
  const copy = svgCopy(svg);
  for (const [name, value] of Object.entries(boxAttributes(box))) copy.setAttribute(name, String(value));
  if (getComputedStyle(svg).overflow === 'visible') copy.setAttribute('overflow', 'visible');
  into.append(copy);
  if (box.width >= smallestChart && box.height >= smallestChart) pen.hasShapes = true;
  reach(pen, box, clip);
}

function reach({ extent }: Pen, box: Box, clip: Box | null): void {
  const { left, top, width, height } = intersection(box, clip);
  if (width === 0 || height === 0) return;
  extent.left = Math.min(extent.left, left);
  extent.top = Math.min(extent.top, top);
  extent.right = Math.max(extent.right, left + width);
  extent.bottom = Math.max(extent.bottom, top + height);
}
