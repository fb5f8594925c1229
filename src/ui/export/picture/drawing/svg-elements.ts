// Making elements of an SVG document.

const svgNamespace = 'http://www.w3.org/2000/svg';

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** @param attributes those that are undefined are left out; numbers are written to a hundredth */
export function svgElement(tag: string, attributes: Attributes, text?: string): SVGElement {
  const element = document.createElementNS(svgNamespace, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    element.setAttribute(name, typeof value === 'number' ? String(Math.round(value * 100) / 100) : value);
  }
  if (text !== undefined) element.textContent = text;
  return element;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function boxAttributes({ left, top, width, height }: Box): Attributes {
  return { x: left, y: top, width, height };
}

export function appended(parent: SVGElement, child: SVGElement): SVGElement {
  parent.append(child);
  return child;
}

export function boxOf({ left, top, width, height }: DOMRect): Box {
  return { left, top, width, height };
}

export function intersection(box: Box, clip: Box | null): Box {
  if (clip === null) return box;
  const left = Math.max(box.left, clip.left);
  const top = Math.max(box.top, clip.top);
  const right = Math.min(box.left + box.width, clip.left + clip.width);
  const bottom = Math.min(box.top + box.height, clip.top + clip.height);
  return { left, top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}
