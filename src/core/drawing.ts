// What a drawing is before the network sees it, and the form the samples of a data set have, to which it is brought.

/** A picture of ink as the drawing pad holds it. */
export interface Ink {
  width: number;
  height: number;
  /** Ink of each pixel row by row, `[height * width]`: 0 is paper, 255 is ink. */
  alpha: Uint8ClampedArray;
}

/** How the images of a data set were framed. Lengths are in pixels of the sample. */
export interface DrawingForm {
  /** The ink's bounding box is scaled, aspect kept, until its longer side has this length. */
  boxSize: number;
  /**
   * Where the box is put: `mass`: the centre of mass of the ink on the centre of the field, as MNIST has it;
   * `box`: the box in the middle of the field; `corner`: the box at the top left, as Quick, Draw! has it.
   */
  centre: 'mass' | 'box' | 'corner';
  /**
   * The range the stroke width is brought into, `[least, most]`; a width inside it is left as drawn. What is stated for a
   * data set is the 10th and the 90th percentile of its images, measured as `data/stroke-width.ts` does.
   */
  strokeWidth: readonly [number, number];
}
