// The form of a data set's images, measured: what a drawing has to become to look like one of them. Ink is what differs from
// the paper, and paper is what stands at the border. Where images have no paper, such as photographs, a drawing makes no sense.
import type { DrawingForm } from '../../../core/samples/drawing';
import { imageSize, sampleSize, valueScale, type Samples } from '../../../core/samples/samples';
import { luma } from '../../import/pictures/raster';
import { cropAbove, type Picture } from '../picture';
import { strokeWidth } from '../stroke-width';

/** Images that are measured, at most. */
export const measuredImages = 300;
/** What differs from the paper by less is paper too, of brightness in [0, 1]. */
const paperTolerance = 0.05;
/** Fainter ink cannot be told from what is on the paper by chance. */
const leastContrast = 0.2;
/** In a drawing at least this share of the border, and this share of the image, is paper. */
const leastPaper = { border: 0.7, image: 0.25 } as const;
/** At least this share of the images has to look drawn. */
const leastDrawn = 0.7;
/** Of the darkest ink: fainter ink does not stretch the box. */
const faintest = 1 / 4;
/** Strokes wider than this share of the box are not strokes but filled shapes, which no pen draws. */
const widestStroke = 1 / 4;
/** The shorter side of the images that a form is stated for (core/samples/drawing.ts). */
const formSide = 28;

interface MeasuredImage {
  readonly paper: number;
  /** The brightness that differs most from the paper. */
  readonly ink: number;
  /** Longer side of the box around the ink. */
  readonly box: number;
  /** Of the box, and of the ink's mass, from the centre of the image: `[x, y]`. */
  readonly boxOffset: readonly [number, number];
  readonly massOffset: readonly [number, number];
  readonly stroke: number;
}

/** The form of the first images; null where they are no drawings, and for samples that are no images. */
export function measureForm(samples: Samples, count: number): DrawingForm | null {
  const size = imageSize(samples.shape);
  if (size === null || count === 0) return null;
  const read = Math.min(count, measuredImages);
  const images = Array.from({ length: read }, (_, index) => brightness(samples, index));
  const measured = images.flatMap((image) => measureImage(image) ?? []);
  if (measured.length < leastDrawn * read) return null;
  const paper = median(measured.map((image) => image.paper));
  // Ink on another paper is no guide: images of both kinds have no form.
  const alike = measured.filter((image) => Math.abs(image.paper - paper) < 2 * paperTolerance);
  if (alike.length < leastDrawn * read) return null;
  const scale = formSide / Math.min(size.width, size.height);
  const box = median(alike.map((image) => image.box));
  const strokes = alike.map((image) => image.stroke);
  const [thin, wide] = [quantile(strokes, 0.1), quantile(strokes, 0.9)];
  const isFilled = wide > widestStroke * box;
  return {
    boxSize: scale * box,
    centre:
      spread(alike.map((image) => image.massOffset)) < spread(alike.map((image) => image.boxOffset))
        ? 'mass'
        : 'box',
    strokeWidth: isFilled ? [0, Infinity] : [scale * thin, scale * wide],
    levels: { paper, ink: median(alike.map((image) => image.ink)) },
    hasDarkPaper: paper < 0.5,
  };
}

/** Brightness of an image in [0, 1]. */
function brightness(samples: Samples, index: number): Picture {
  const [height = 1, width = 1, channels = 1] = samples.shape;
  const scale = valueScale(samples);
  const from = index * sampleSize(samples.shape);
  const at = (pixel: number, channel: number) => samples.values[from + pixel * channels + channel] ?? 0;
  const values = Float32Array.from({ length: width * height }, (_, pixel) =>
    channels === 3 ? scale * luma(at(pixel, 0), at(pixel, 1), at(pixel, 2)) : scale * at(pixel, 0),
  );
  return { width, height, values };
}

/** Null where the image has no paper, or no ink. */
function measureImage(image: Picture): MeasuredImage | null {
  const border = borderOf(image);
  const paper = median(border);
  const isPaper = (value: number) => Math.abs(value - paper) < paperTolerance;
  const values = Array.from(image.values);
  if (border.filter(isPaper).length < leastPaper.border * border.length) return null;
  if (values.filter(isPaper).length < leastPaper.image * values.length) return null;
  const ink = values.reduce(
    (most, value) => (Math.abs(value - paper) > Math.abs(most - paper) ? value : most),
    paper,
  );
  const contrast = ink - paper;
  if (Math.abs(contrast) < leastContrast) return null;
  // The share of ink: 0 on paper, also where the image differs from it to the other side.
  const inked: Picture = {
    ...image,
    values: image.values.map((value) => Math.max(0, Math.min(1, (value - paper) / contrast))),
  };
  const box = cropAbove(inked, faintest);
  return (
    box && { paper, ink, box: Math.max(box.width, box.height), stroke: strokeWidth(box), ...placeOf(inked) }
  );
}

function borderOf({ width, height, values }: Picture): number[] {
  return Array.from(values).filter((_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    return x === 0 || y === 0 || x === width - 1 || y === height - 1;
  });
}

function placeOf({ width, height, values }: Picture): Pick<MeasuredImage, 'boxOffset' | 'massOffset'> {
  let [mass, massX, massY] = [0, 0, 0];
  let [left, right, top, bottom] = [width, -1, height, -1];
  values.forEach((value, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    mass += value;
    massX += value * x;
    massY += value * y;
    if (value <= faintest) return;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  });
  const [centreX, centreY] = [(width - 1) / 2, (height - 1) / 2];
  return {
    boxOffset: [(left + right) / 2 - centreX, (top + bottom) / 2 - centreY],
    massOffset: [massX / mass - centreX, massY / mass - centreY],
  };
}

/** How far places lie from the centre, in the root mean square: what a data set is centred by lies nearer. */
function spread(offsets: readonly (readonly [number, number])[]): number {
  return Math.sqrt(offsets.reduce((sum, [x, y]) => sum + x * x + y * y, 0) / offsets.length);
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))] ?? 0;
}
