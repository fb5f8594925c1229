// Images with a fourth channel, opacity: laid over white or black, as transparent pictures are.
import type { ImportNote } from '../../../../core/import/import-failure';
import type { ParsedSplit } from '../../parsed';
import { paperFor, type Drawn } from '../../pictures/paper/paper';
import { luma } from '../../pictures/raster';

const leastSide = 8;

type How = Extract<ImportNote, { code: 'import.note.alpha' }>['how'];

export interface WithoutAlpha {
  readonly splits: readonly ParsedSplit[];
  /** What became of the fourth channel; null where there is none. */
  readonly how: How | null;
}

/** What full opacity and the paper are in the numbers of the images. */
interface Scale {
  readonly opaque: number;
  readonly paper: number;
}

/** `[height, width, 4]` becomes `[height, width, 3]` in every split alike; anything else stays as it is. */
export function withoutAlpha(splits: readonly ParsedSplit[]): WithoutAlpha {
  if (!splits.every(isRgba)) return { splits, how: null };
  const colour = rangeOf(splits, (place) => place % 4 < 3);
  const alpha = rangeOf(splits, (place) => place % 4 === 3);
  const opaque = alpha.greatest <= 1 ? 1 : 255;
  const white = colour.greatest <= 1 ? 1 : 255;
  const taken = howToTake(colour, alpha, opaque, white);
  if (taken !== 'opacity') return { how: taken, splits: splits.map((split) => toRgb(split, null)) };
  const paper = paperFor(splits.map((split) => drawnIn(split, opaque, white)));
  const scale = { opaque, paper: paper === 'white' ? white : 0 };
  return { how: `over-${paper}`, splits: splits.map((split) => toRgb(split, scale)) };
}

function isRgba({ shape }: ParsedSplit): boolean {
  const [height = 0, width = 0, channels] = shape;
  return shape.length === 3 && channels === 4 && height >= leastSide && width >= leastSide;
}

interface Range {
  readonly least: number;
  readonly greatest: number;
}

function rangeOf(splits: readonly ParsedSplit[], isMeant: (place: number) => boolean): Range {
  let [least, greatest] = [Infinity, -Infinity];
  for (const { values } of splits) {
    for (let place = 0; place < values.length; place++) {
      if (!isMeant(place)) continue;
      least = Math.min(least, values[place]!);
      greatest = Math.max(greatest, values[place]!);
    }
  }
  return { least, greatest };
}

/** A fourth channel of centred numbers, of another range, or of zeros alone is no opacity. */
function howToTake(
  colour: Range,
  alpha: Range,
  opaque: number,
  white: number,
): 'no-opacity' | 'opaque' | 'opacity' {
  const isOpacity = alpha.least >= 0 && alpha.greatest > 0 && alpha.greatest <= opaque;
  if (!isOpacity || colour.least < 0 || colour.greatest > white) return 'no-opacity';
  return alpha.least === opaque ? 'opaque' : 'opacity';
}

function drawnIn({ values }: ParsedSplit, opaque: number, white: number): Drawn {
  let [opacity, light] = [0, 0];
  for (let at = 0; at < values.length; at += 4) {
    const share = values[at + 3]! / opaque;
    opacity += share;
    light += share * luma(values[at]!, values[at + 1]!, values[at + 2]!) * (255 / white);
  }
  return { opacity, light };
}

/** @param scale null to leave the fourth channel out. In place: there may be no room for a copy. */
function toRgb({ values, shape, ...rest }: ParsedSplit, scale: Scale | null): ParsedSplit {
  const pixels = values.length / 4;
  const isWhole = values instanceof Uint8Array;
  for (let pixel = 0; pixel < pixels; pixel++) {
    const share = scale === null ? 1 : values[pixel * 4 + 3]! / scale.opaque;
    for (let channel = 0; channel < 3; channel++) {
      const value = values[pixel * 4 + channel]! * share + (1 - share) * (scale?.paper ?? 0);
      values[pixel * 3 + channel] = isWhole ? Math.round(value) : value;
    }
  }
  return { ...rest, values: values.subarray(0, pixels * 3), shape: [...shape.slice(0, 2), 3] };
}
