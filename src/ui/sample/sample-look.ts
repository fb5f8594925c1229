// What a picture of a sample is, whatever the kind: the contract that `image/` and `signal/` fulfil.
import type { DatasetInfo } from '../../core/samples/dataset-info';
import type { ValueUnits } from '../../core/samples/value-units';

/** What a picture has to know of the data set. Without a range, values are read out in [0, 1]. */
export type SampleInfo = Pick<DatasetInfo, 'shape'> & Partial<ValueUnits>;

/** Floats in [0, 1] (errors in [-1, 1]), those of signals also outside, or bytes in 0..255. */
export type SampleValues = Float32Array | Uint8Array;

/** `ink`: values as they are. `error`: signed errors. `signed`: what is added or taken away, with its sign. */
export type Tone = 'ink' | 'error' | 'signed';

/** The part of a canvas that one sample gets. */
export interface PixelArea {
  /** Of the whole canvas, `[height, width, 4]`, opaque. */
  readonly rgba: Uint8ClampedArray;
  /** Width of the whole canvas in pixels. */
  readonly canvasWidth: number;
  readonly left: number;
  readonly top: number;
}

export interface SampleLook {
  /** Canvas pixels of one sample. */
  readonly width: number;
  readonly height: number;
  /** Whether its pixels are the data's own, and stay sharp when enlarged. */
  readonly isPixelated: boolean;
  /** Errors are shown this many times as large as they are, unless another gain is asked for. */
  readonly errorGain: number;
  /**
   * Paints one sample over what is in the area. Values outside the range are clamped; missing ones are not drawn.
   * @param reference what the sample is compared with, drawn behind it where the kind has room for both, with the difference
   * @param gain of errors, in place of `errorGain`
   */
  readonly paint: (
    area: PixelArea,
    sample: SampleValues,
    tone: Tone,
    reference?: SampleValues,
    gain?: number,
  ) => void;
  /**
   * The values at a point of the picture.
   * @param x from the left edge (0) to the right one (1); `y` from the top down
   */
  readonly at: (x: number, y: number) => SamplePlace;
  /**
   * The same at the resolution of the screen; left out where the pixels are the data's own.
   * @param pixels of the screen that one sample gets
   * @param density of them, per CSS pixel
   */
  readonly fitted?: (pixels: PixelSize, density: number) => SampleLook;
}

export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** Where in a sample a point of its picture is. */
export interface SamplePlace {
  /** `row 3, column 7`. */
  readonly name: string;
  /** Index of its first channel, in `channels` that follow each other. */
  readonly index: number;
  readonly channels: number;
}
