// The picture of a card: its title and what it shows, on its own ground, and below a line that says where it comes from.
import { plainColour } from './colour';
import { drawPage } from './drawing/draw-page';
import { fontFamily, fontRules } from './font';
import { capturing, type Look } from './capture';
import { svgElement } from './drawing/svg-elements';

/** Pixels of a saved picture per CSS pixel. */
export const pictureDensity = 2;

export interface CardPicture {
  /** A document of its own. */
  readonly svg: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** False: the font did not load and is not in it. */
  readonly hasFont: boolean;
}

interface PictureWords {
  readonly title: string;
  /** Pieces of one line, which is broken between them. */
  readonly caption: readonly string[];
}

const padding = 16;
const captionSize = 11;
const captionHeight = 16;
const titleHeight = 26;

/** Rejects with an `UnreadablePicture`. */
export async function cardPicture(
  card: HTMLElement,
  { title, caption }: PictureWords,
  look: Look,
): Promise<CardPicture> {
  const drawn = await capturing(look, pictureDensity, () => {
    const style = getComputedStyle(card);
    const property = (name: string) => style.getPropertyValue(name).trim();
    const ground = plainColour(style.backgroundColor)?.hex ?? property('--surface');
    return { ...drawPage(card, pictureDensity), ground, ink: property('--ink'), muted: property('--muted') };
  });
  const { content, extent, ground, ink, muted } = drawn;
  const above = card.querySelector('h2.visually-hidden') === null ? 0 : titleHeight;
  const notes = [...card.querySelectorAll<HTMLElement>('[data-picture-note]')];
  const pieces = [...notes.flatMap(({ dataset }) => dataset['pictureNote'] ?? []), ...caption];
  const lines = captionLines(pieces, Math.max(extent.width, 220));
  const textWidth = Math.max(...lines.map(textLength), above === 0 ? 0 : 8 * title.length);
  const width = Math.ceil(Math.max(extent.width, textWidth) + 2 * padding);
  const captionTop = padding + above + extent.height + 12;
  const height = Math.ceil(captionTop + lines.length * captionHeight + padding / 2);

  const picture = svgElement('svg', {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': fontFamily,
  });
  const described = [caption.join(' · '), ...chartNames(card)].join('\n');
  picture.append(svgElement('title', {}, title), svgElement('desc', {}, described));
  picture.append(svgElement('rect', { width, height, fill: ground }));
  if (above > 0) {
    const place = { x: padding, y: padding + 13, fill: ink, 'font-size': 14, 'font-weight': 600 };
    picture.append(svgElement('text', place, title));
  }
  content.setAttribute('transform', `translate(${padding - extent.left} ${padding + above - extent.top})`);
  picture.append(content);
  lines.forEach((line, row) => {
    const y = captionTop + row * captionHeight + captionSize;
    picture.append(svgElement('text', { x: padding, y, fill: muted, 'font-size': captionSize }, line));
  });
  const hasFont = await embedFont(picture);
  return { svg: new XMLSerializer().serializeToString(picture), width, height, hasFont };
}

async function embedFont(picture: SVGElement): Promise<boolean> {
  const letters = [...picture.querySelectorAll('text')].map(({ textContent }) => textContent).join('');
  const rules = await fontRules(letters).catch(() => null);
  // A rule and not an attribute: the page's policy forbids `style` on elements that it makes.
  picture.prepend(
    svgElement('style', {}, `text:not([font-variant]){font-variant-numeric:tabular-nums}${rules ?? ''}`),
  );
  return rules !== null;
}

/** What is read aloud of the charts: for whoever cannot see the picture either. */
function chartNames(card: HTMLElement): string[] {
  return [...card.querySelectorAll('[role="img"][aria-label]')].map(
    (chart) => chart.getAttribute('aria-label') ?? '',
  );
}

let context: CanvasRenderingContext2D | null = null;

function textLength(text: string): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return 0;
  context.font = `${captionSize}px ${fontFamily}`;
  return context.measureText(text).width;
}

function captionLines(pieces: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    const longer = `${last} · ${piece}`;
    if (last !== undefined && textLength(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines;
}
