// Pictures as samples: squares, or the pictures' own form where all have the same and it is small enough.
import type { DecodedPictures } from '../../pictures/decode-pictures';
import { framePicture, type Frame } from '../../pictures/raster';
import { chooseOffered, noSeries, type Chosen } from './chosen';
import { coloursOf, type Arranged } from './raw-samples';

const [leastSide, mostSide, usualSide] = [8, 64, 32];

export function arrangePictures(decoded: DecodedPictures, chosen: Chosen): Arranged {
  const { pictures, classNames } = decoded;
  const sizes = new Map<string, { from: readonly [number, number]; count: number }>();
  for (const { size } of pictures) {
    const known = sizes.get(`${size.width} ${size.height}`);
    if (known) known.count++;
    else sizes.set(`${size.width} ${size.height}`, { from: [size.width, size.height], count: 1 });
  }
  const [first, ...others] = [...sizes.values()].sort((a, b) => b.count - a.count);
  const own = first && others.length === 0 && isSampleSized(first.from) ? first.from : null;
  const side = clampSide(chosen.side ?? (own ? Math.max(...own) : usualSide));
  const colours = pictures.some(({ raster }) => raster.channels === 3)
    ? coloursOf([side, side, 3])
    : (['grey'] as const);
  const colour = chooseOffered(colours, chosen.colour);
  const framing = chosen.framing ?? 'fit';
  const frame: Frame = { ...frameSize(own, side), colour, framing };
  const shape = [frame.height, frame.width, colour === 'rgb' ? 3 : 1];
  const isTest = testMarks(pictures);
  const isScaled = own === null || frame.width !== own[0] || frame.height !== own[1];
  return {
    format: 'pictures',
    raw: {
      count: pictures.length,
      shape,
      read: (index, into) => {
        const picture = pictures[index];
        if (picture) framePicture(picture.raster, frame, into);
      },
      labels: classNames ? Uint16Array.from(pictures, ({ label }) => label) : null,
      classNames: classNames ?? [],
      isTest,
      series: null,
    },
    units: null,
    choices: {
      ...noSeries,
      hasHeader: false,
      labelColumn: null,
      shape,
      side,
      colour,
      framing,
      normalisation: 'range',
    },
    offers: {
      series: null,
      columns: null,
      shapes: [shape],
      colours,
      splits: isTest ? ['files', 'random'] : ['random'],
      normalisations: ['range'],
      isScalable: true,
    },
    told: decoded,
    scaledFrom: isScaled && first ? { from: first.from, sizes: sizes.size } : null,
  };
}

function isSampleSized(size: readonly [number, number]): boolean {
  return size.every((side) => side >= leastSide && side <= mostSide);
}

function clampSide(side: number): number {
  return Math.min(mostSide, Math.max(leastSide, Math.round(side)));
}

/** A square, or with the proportions of `own`, width and height, whose longer side becomes `side`. */
function frameSize(own: readonly [number, number] | null, side: number): Pick<Frame, 'height' | 'width'> {
  const [width, height] = own ?? [side, side];
  const scale = side / Math.max(width, height);
  const scaled = (length: number) => Math.max(leastSide, Math.round(length * scale));
  return { width: scaled(width), height: scaled(height) };
}

/** Null unless the folders say of some pictures that they are for training and of others that they are for testing. */
function testMarks(pictures: DecodedPictures['pictures']): Uint8Array | null {
  const marks = Uint8Array.from(pictures, ({ split }) => Number(split === 'test'));
  return marks.includes(1) && marks.includes(0) ? marks : null;
}
