// Samples in the data's own units, arranged as a person chose: what parsed files of every format become before anything is
// scaled to [0, 1].
import type { ImportChoices, ImportFormat, ImportOffers } from '../../../../core/import/import-api';
import type { SeriesChoices } from '../../../../core/import/series-import';
import type { SampleShape } from '../../../../core/samples/samples';
import type { SeriesWindows } from '../../../../core/samples/series/series-windows';
import type { ValueUnits } from '../../../../core/samples/value-units';
import type { Told } from '../../parsed';
import { luma } from '../../pictures/raster';
import { createResampler } from '../../pictures/resample';
import type { Arrangement } from './arrangement';

export interface RawSamples {
  readonly count: number;
  readonly shape: SampleShape;
  /** Writes one sample, `[sampleSize]`. */
  readonly read: (index: number, into: Float32Array) => void;
  /** Class indices, `[count]`; null without labels. */
  readonly labels: Uint16Array | null;
  readonly classNames: readonly string[];
  /** 1 for samples that the files have in their test set, `[count]`; null where the files have none. */
  readonly isTest: Uint8Array | null;
  /** Windows of recordings: training samples first, then test samples, each in the order of time; null for other samples. */
  readonly series: CutSeries | null;
}

export interface CutSeries {
  readonly windows: SeriesWindows;
  readonly windowLength: number;
  /** The channels of each recording of `windows`; null where an export holds the windows alone. */
  readonly channels: readonly (readonly Float32Array[])[] | null;
}

/** Parsed files under the choices: those that are made from the files' form, and the samples. */
export interface Arranged {
  readonly format: ImportFormat;
  readonly raw: RawSamples;
  readonly choices: Pick<ImportChoices, FormChoice>;
  readonly offers: Omit<ImportOffers, 'sets'>;
  /** What the values 0 and 1 stand for, where the files say it. */
  readonly units: ValueUnits | null;
  readonly told: Told;
  /** Width and height of a picture, and how many different sizes there are, where pictures were scaled. */
  readonly scaledFrom: { readonly from: readonly [number, number]; readonly sizes: number } | null;
}

export type FormChoice =
  | 'hasHeader'
  | 'labelColumn'
  | 'shape'
  | 'side'
  | 'colour'
  | 'framing'
  | 'normalisation'
  | keyof SeriesChoices;

/** Brings numbers at an offset of a file's array into the form of a sample. */
export type Arranger = (source: ArrayLike<number>, offset: number, into: Float32Array) => void;

/** The shape of what an arranger writes. */
export function arrangedShape({ shape }: Arrangement, colour: Colour): SampleShape {
  return isRgb(shape) && colour === 'grey' ? [...shape.slice(0, 2), 1] : shape;
}

function isRgb(shape: SampleShape): boolean {
  return shape.length === 3 && shape[2] === 3;
}

type Colour = ImportChoices['colour'];

/** What samples of a shape can be made into, likeliest first. */
export function coloursOf(shape: SampleShape): readonly [Colour, ...Colour[]] {
  return isRgb(shape) ? ['rgb', 'grey'] : ['grey'];
}

/** @param isWhole whether what is computed from several numbers is rounded, so that bytes stay bytes */
export function createArranger(arrangement: Arrangement, colour: Colour, isWhole: boolean): Arranger {
  const { shape, stored, isPlanar } = arrangement;
  const { height, width, channels } = stored;
  const pixels = height * width;
  const size = pixels * channels;
  const toGrey = isRgb(shape) && colour === 'grey';
  const scaled = { height: shape[0] ?? 1, width: shape.length === 3 ? (shape[1] ?? 1) : 1 };
  const isScaled = scaled.height !== height || scaled.width !== width;
  if (!isPlanar && !isScaled && !toGrey) {
    return (source, offset, into) => {
      for (let place = 0; place < size; place++) into[place] = source[offset + place]!;
    };
  }
  const asStored = new Float32Array(size);
  const asScaled = new Float32Array(scaled.height * scaled.width * channels);
  const resample = createResampler(stored, scaled, channels);
  const round = isWhole ? Math.round : Math.fround;
  return (source, offset, into) => {
    for (let channel = 0; channel < channels; channel++) {
      const [start, step] = isPlanar ? [channel * pixels, 1] : [channel, channels];
      for (let pixel = 0; pixel < pixels; pixel++) {
        asStored[pixel * channels + channel] = source[offset + start + pixel * step]!;
      }
    }
    resample(asStored, asScaled);
    if (!toGrey) {
      for (let place = 0; place < asScaled.length; place++) into[place] = round(asScaled[place]!);
      return;
    }
    for (let pixel = 0; pixel * 3 < asScaled.length; pixel++) {
      into[pixel] = round(luma(asScaled[pixel * 3]!, asScaled[pixel * 3 + 1]!, asScaled[pixel * 3 + 2]!));
    }
  };
}
