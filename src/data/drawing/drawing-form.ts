// Brings a drawing into the form of a data set, so that a good model does not look bad because of how a person draws: scaled
// into a box, with strokes as wide as the data's, placed as the data is (for MNIST: LeCun, Bottou, Bengio & Haffner 1998,
// section III.A, and the description on the data set's page).
import type { DrawingForm, Ink } from '../../core/samples/drawing';
import { imageSize, sampleSize, type SampleShape } from '../../core/samples/samples';
import { cropAbove, resize, type Picture } from './picture';
import { offsetOutline, strokeWidth } from './stroke-width';

/** Ink fainter than this share of the darkest does not stretch the bounding box. */
const faintest = 1 / 16;

/** Strokes are measured and changed at this many times the resolution of the sample. */
const fineness = 8;

/**
 * The drawing as a sample of `shape` (`[height, width, channels]`, bytes), or null when there is no ink.
 * Ink outside the image is cut off. Throws a RangeError for a shape that is not an image.
 */
export function toDrawingForm(ink: Ink, shape: SampleShape, form: DrawingForm): Uint8Array | null {
  const field = imageSize(shape);
  if (field === null) throw new RangeError(`a drawing has no form in samples of shape ${shape.join(' x ')}`);
  const drawn = inkOnly(ink);
  if (drawn === null) return null;
  const stroked = withStrokesInRange(drawn, form);
  const box = resize(stroked, form.boxSize / longerSide(stroked));
  const [left, top] = corner(box, field, form.centre);
  return place(box, left, top, shape, form.levels ?? { paper: 0, ink: 1 });
}

/** Crops the drawing to its ink and scales the darkest ink to 1. */
function inkOnly({ width, height, alpha }: Ink): Picture | null {
  let darkest = 0;
  for (const value of alpha) darkest = Math.max(darkest, value);
  if (darkest === 0) return null;
  const values = new Float32Array(alpha.length);
  for (let at = 0; at < values.length; at++) values[at] = (alpha[at] ?? 0) / darkest;
  return cropAbove({ width, height, values }, faintest);
}

/**
 * Changes the stroke width so that it fits the form once the drawing is scaled to the box; returns the drawing unchanged
 * if it already fits. Moving the outline by m changes the stroke width by 2m but also the sides by 2m, hence the scale: with
 * k = wanted width / box size, (width + 2m) = k (side + 2m).
 */
function withStrokesInRange(drawn: Picture, { boxSize, strokeWidth: [min, max] }: DrawingForm): Picture {
  const fine = resize(drawn, (boxSize * fineness) / longerSide(drawn));
  const width = strokeWidth(fine);
  const wanted = Math.min(max, Math.max(min, width / fineness));
  if (wanted === width / fineness) return drawn;
  const k = wanted / boxSize;
  const margin = (k * longerSide(fine) - width) / (1 - k) / 2;
  return cropAbove(offsetOutline(fine, margin), faintest) ?? drawn;
}

function longerSide(picture: Picture): number {
  return Math.max(picture.width, picture.height);
}

/**
 * The position of the box in whole pixels. In MNIST the centre of mass, counting pixels from 0, is spread evenly over 13.5
 * to 14.5 both ways (60,000 images: mean 14.00, standard deviation 0.29): the target was 14, half the side of the image,
 * and boxes were moved by whole pixels.
 */
function corner(
  box: Picture,
  field: { width: number; height: number },
  centre: DrawingForm['centre'],
): [left: number, top: number] {
  if (centre === 'box') {
    return [Math.floor((field.width - box.width) / 2), Math.floor((field.height - box.height) / 2)];
  }
  let mass = 0;
  let massX = 0;
  let massY = 0;
  for (let y = 0; y < box.height; y++) {
    for (let x = 0; x < box.width; x++) {
      const value = box.values[y * box.width + x] ?? 0;
      mass += value;
      massX += value * x;
      massY += value * y;
    }
  }
  return [Math.round(field.width / 2 - massX / mass), Math.round(field.height / 2 - massY / mass)];
}

/** Draws the box on empty paper, the darkest ink at its level, the same in every channel. */
function place(
  box: Picture,
  left: number,
  top: number,
  shape: SampleShape,
  { paper, ink }: { readonly paper: number; readonly ink: number },
): Uint8Array {
  const [height = 0, width = 0, channels = 1] = shape;
  const darkest = box.values.reduce((most, value) => Math.max(most, value), 0);
  const sample = new Uint8Array(sampleSize(shape)).fill(Math.round(255 * paper));
  for (let y = Math.max(0, -top); y < Math.min(box.height, height - top); y++) {
    for (let x = Math.max(0, -left); x < Math.min(box.width, width - left); x++) {
      const share = (box.values[y * box.width + x] ?? 0) / darkest;
      const value = Math.round(255 * (paper + share * (ink - paper)));
      const at = ((top + y) * width + left + x) * channels;
      sample.fill(value, at, at + channels);
    }
  }
  return sample;
}
