// What is put on the drawing pad (ink, a picture, numbers, a line), and the form that a data set's samples have, which it is brought
// into.

/** The ink on the drawing pad. */
export interface Ink {
  width: number;
  height: number;
  /** Ink of each pixel row by row, `[height * width]`: 0 is paper, 255 is ink. */
  alpha: Uint8ClampedArray;
}

/** A picture from a file. */
export interface ColourPicture {
  width: number;
  height: number;
  /** Red, green, blue and opacity of each pixel row by row, `[height * width * 4]`. */
  rgba: Uint8ClampedArray;
}

/** A series from a file, in the data's own units. */
export interface NumberSeries {
  /** `[points, channels]`, at least two points. */
  values: Float32Array;
  channels: number;
}

/** A signal as it is drawn, or a test sample to change: values of the data set that it was drawn for, scaled as they are. */
export interface DrawnLine {
  /** `[length, channels]`. */
  line: Float32Array;
}

/** Place of the drawing in the noise generator, beyond any data set. */
export const drawingSample = 0x7fffffff;

export type Drawn = Ink | ColourPicture | NumberSeries | DrawnLine;

/** Why a file, or what was pasted, cannot be put on the pad. `file` is its name; null for what was pasted. */
export type DrawingFailure = { file: string | null } & (
  | { code: 'drawing.not-a-picture' }
  | { code: 'drawing.no-numbers' }
  | { code: 'drawing.not-a-number'; line: number; text: string }
  | { code: 'drawing.unequal-rows'; line: number; columns: number; expected: number }
  | { code: 'drawing.other-channels'; rows: number; columns: number; channels: number }
);

/** How the images of a data set look, and how they were framed. Lengths are in pixels of an image whose shorter side has 28. */
export interface DrawingForm {
  /** The ink's bounding box is scaled, aspect kept, until its longer side has this length. */
  boxSize: number;
  /**
   * Where the box goes. `mass`: the ink's centre of mass at the centre of the image, as in MNIST. `box`: the box at the
   * centre, as in Quick, Draw! as it is prepared here.
   */
  centre: 'mass' | 'box';
  /**
   * The allowed stroke widths, `[min, max]`; a width inside the range stays as drawn. For a data set these are the 10th and
   * 90th percentile of its images, measured by `data/drawing/stroke-width.ts`.
   */
  strokeWidth: readonly [number, number];
  /** Whether the data is white ink on black: dark ink on bright paper is then inverted. */
  hasDarkPaper?: boolean;
  /** Brightness of paper and of the darkest ink, in [0, 1]; without them, paper is 0 and ink is 1. */
  levels?: { readonly paper: number; readonly ink: number };
}
