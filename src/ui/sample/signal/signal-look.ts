// Signals: a line for each channel over the length of the sample. The scale is the same in every picture, 0 at the bottom and
// 1 at the top, so that one compares with another. An error is drawn to that scale too, about the middle.
import type { PixelArea, SampleLook, SampleValues, Tone } from '../sample-look';
import { lineExtents } from './line-extents';

interface SignalSize {
  readonly length: number;
  readonly channels: number;
}

/** Canvas pixels of a signal in a row of others, and of one by itself. */
const rowSize = { width: 96, height: 64, lineWidth: 2 } as const;
const singleSize = { width: 288, height: 192, lineWidth: 3.5 } as const;

type Colour = readonly [red: number, green: number, blue: number];

const paper: Colour = [0, 0, 0];
const zeroLine: Colour = [62, 66, 78];
const behind: Colour = [104, 110, 126];
/** Told apart by the colour-blind too (after Okabe & Ito 2008); a sixth channel begins anew. */
const channelColours: readonly Colour[] = [
  [240, 241, 244],
  [86, 180, 233],
  [230, 159, 0],
  [0, 176, 130],
  [222, 141, 190],
];

/** @param isSingle whether the sample is shown by itself, larger */
export function signalLook({ length, channels }: SignalSize, isSingle: boolean): SampleLook {
  const { width, height, lineWidth } = isSingle ? singleSize : rowSize;
  const room = height - lineWidth;

  /** Height of a value in [0, 1] above the lower edge of the picture, counted from the upper one. */
  const depth = (share: number) => lineWidth / 2 + room * (1 - Math.min(1, Math.max(0, share)));

  function paint(area: PixelArea, sample: SampleValues, tone: Tone, reference?: SampleValues): void {
    fill(area, width, height, paper);
    if (tone === 'error') drawFlat(area, height / 2);
    if (reference) drawAll(area, reference, 'ink', () => behind);
    drawAll(area, sample, tone, (channel) => channelColours[channel % channelColours.length] ?? behind);
  }

  function drawFlat(area: PixelArea, at: number): void {
    for (let x = 0; x < width; x++) blendColumn(area, x, at - 0.5, at + 0.5, height, zeroLine);
  }

  function drawAll(area: PixelArea, values: SampleValues, tone: Tone, colourOf: (channel: number) => Colour) {
    const scale = values instanceof Uint8Array ? 1 / 255 : 1;
    const middle = tone === 'error' ? 0.5 : 0;
    for (let channel = channels - 1; channel >= 0; channel--) {
      const line = Float32Array.from({ length }, (_, i) =>
        depth(middle + scale * (values[i * channels + channel] ?? NaN)),
      );
      lineExtents(line, width).forEach(([upper, lower], x) =>
        blendColumn(area, x, upper - lineWidth / 2, lower + lineWidth / 2, height, colourOf(channel)),
      );
    }
  }

  return {
    width,
    height,
    isPixelated: false,
    errorGain: 1,
    paint,
    at(x) {
      const point = Math.min(length - 1, Math.max(0, Math.round(x * (length - 1))));
      return { name: `at ${point + 1}`, index: point * channels, channels };
    },
  };
}

function fill({ rgba, canvasWidth, left, top }: PixelArea, width: number, height: number, colour: Colour) {
  for (let y = top; y < top + height; y++) {
    for (let x = left; x < left + width; x++) rgba.set([...colour, 255], (y * canvasWidth + x) * 4);
  }
}

/** Covers column `x` from `upper` to `lower`; a pixel that is covered in part gets that share of the colour. */
function blendColumn(
  { rgba, canvasWidth, left, top }: PixelArea,
  x: number,
  upper: number,
  lower: number,
  height: number,
  colour: Colour,
): void {
  if (Number.isNaN(upper)) return;
  for (let y = Math.max(0, Math.floor(upper)); y < Math.min(height, lower); y++) {
    const share = Math.min(y + 1, lower) - Math.max(y, upper);
    const at = ((top + y) * canvasWidth + left + x) * 4;
    colour.forEach((value, c) => (rgba[at + c] = (1 - share) * (rgba[at + c] ?? 0) + share * value));
  }
}
