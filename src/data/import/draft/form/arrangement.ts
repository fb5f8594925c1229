// How the numbers of one sample can be arranged: as an image, if its sides allow it, and always as a signal.
import type { SampleShape } from '../../../../core/samples/samples';

/** Numbers as the file has them and as a sample has them. A signal counts as an image one pixel wide. */
export interface Arrangement {
  /** `[height, width, channels]` or `[length, channels]`, after scaling. */
  readonly shape: SampleShape;
  readonly stored: { readonly height: number; readonly width: number; readonly channels: number };
  /** Whether the file has one channel after the other, `[channels, height, width]`. */
  readonly isPlanar: boolean;
}

/** What the values suggest about numbers whose arrangement the file does not tell. */
export interface Looks {
  /** They could be the brightness of pixels. */
  readonly isPixelLike: boolean;
  /** As RGB, one channel after the other is likelier than one pixel after the other. */
  readonly isPlanar: boolean;
}

const [leastSide, mostSide] = [8, 64];
/** Numbers in one sample. The largest image has 64 x 64 x 3 = 12,288. */
export const sampleSizeLimits = { least: 2, most: 16_384 } as const;
const mostOffers = 8;
/** Longer ones are offered as signals first, and past twice that only as signals. */
const mostAspect = 4;
/** Of a first axis that is taken for the channels of a signal. */
const mostChannels = 8;

/** All that fit, likeliest first; empty where a sample has too few or too many numbers. Shapes are different from one another. */
export function arrangementsOf(dims: readonly number[], looks: Looks): Arrangement[] {
  const sides = dims.filter((side) => side !== 1);
  const [first = 1, second = 1, third = 1] = sides;
  const size = sides.reduce((product, side) => product * side, 1);
  const flat = signal(size, 1);
  const all: Arrangement[] = [];
  if (sides.length === 3 && (first === 3 || third === 3)) {
    const isPlanar = third !== 3;
    all.push(...(isPlanar ? image(second, third, 3, true) : image(first, second, 3)));
  } else if (sides.length === 2) {
    // `[height, width, 1]` says that it is an image.
    const isLong = aspectOf(first, second) > mostAspect && !(dims.length === 3 && dims[2] === 1);
    const series =
      first <= mostChannels && second > first ? signal(second, first, true) : signal(first, second);
    all.push(...(isLong ? [series, ...image(first, second, 1)] : [...image(first, second, 1), series]));
  } else if (sides.length <= 1) {
    // `[length, 1]` says that it is a signal.
    const isLikely = looks.isPixelLike && dims.length <= 1;
    const images = factorisations(size, looks.isPlanar);
    const [likeliest] = images;
    const isSquare = likeliest !== undefined && likeliest.stored.height === likeliest.stored.width;
    all.push(...(isLikely && isSquare ? [...images, flat] : [flat, ...images]));
  }
  const seen = new Set<string>();
  const fitting = [...all, flat].filter((each) => {
    const isNew = !seen.has(each.shape.join());
    seen.add(each.shape.join());
    return isNew && hasFittingSize(each);
  });
  return fitting.slice(0, mostOffers);
}

function hasFittingSize({ shape }: Arrangement): boolean {
  const size = shape.reduce((product, side) => product * side, 1);
  return size >= sampleSizeLimits.least && size <= sampleSizeLimits.most;
}

function signal(length: number, channels: number, isPlanar = false): Arrangement {
  return { shape: [length, channels], stored: { height: length, width: 1, channels }, isPlanar };
}

/** One arrangement, or none where the sides are too short or too unequal. Sides above 64 pixels are scaled down. */
function image(height: number, width: number, channels: number, isPlanar = false): Arrangement[] {
  if (height < leastSide || width < leastSide || aspectOf(height, width) > 2 * mostAspect) return [];
  const scale = Math.min(1, mostSide / Math.max(height, width));
  const scaled = (side: number) => Math.max(leastSide, Math.round(side * scale));
  const shape = [scaled(height), scaled(width), channels];
  return [{ shape, stored: { height, width, channels }, isPlanar: isPlanar && channels > 1 }];
}

function aspectOf(a: number, b: number): number {
  return Math.max(a, b) / Math.min(a, b);
}

/** Grey and RGB images of that many numbers, squarest first; sides above 64 only where they are equal. */
function factorisations(size: number, isPlanar: boolean): Arrangement[] {
  const found: Arrangement[] = [];
  for (const channels of [1, 3]) {
    const pixels = size / channels;
    if (!Number.isInteger(pixels)) continue;
    const side = Math.sqrt(pixels);
    if (Number.isInteger(side) && side > mostSide) found.push(...image(side, side, channels, isPlanar));
    for (let height = leastSide; height <= mostSide; height++) {
      const width = pixels / height;
      if (!Number.isInteger(width) || width > mostSide || aspectOf(height, width) > 2) continue;
      found.push(...image(height, width, channels, isPlanar));
    }
  }
  const aspect = ({ stored }: Arrangement) => aspectOf(stored.height, stored.width);
  return found.sort((a, b) => aspect(a) - aspect(b));
}
