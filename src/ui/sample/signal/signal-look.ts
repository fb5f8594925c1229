// Signals: a line for each channel over the length of the sample. The scale is the same in every picture, so that one compares
// with another; further out than it has room for, a line runs along the edge. What differs from the sample that it is compared with
// is filled. An error is drawn about the middle, to the same scale times its gain.
import { t } from '@lingui/core/macro';
import type { PixelArea, SampleLook, SampleValues, Tone } from '../sample-look';
import { lineExtents } from './line-extents';
import { heightOf, rangeShare } from './signal-scale';
import { bandExtents, fillArea, fillExtents, strokeExtents, type Colour, type Extents } from './signal-paint';

interface SignalSize {
  readonly length: number;
  readonly channels: number;
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly lineWidth: number;
}

/** Canvas pixels of a signal in a row of others, and of one by itself, before they are fitted to where they stand. */
const rowSize: Pixels = { width: 96, height: 64, lineWidth: 2 };
const singleSize: Pixels = { width: 288, height: 192, lineWidth: 3.5 };

const paper: Colour = [0, 0, 0];
const zeroLine: Colour = [74, 79, 92];
const behind: Colour = [122, 129, 146];
/** What differs. */
const band: Colour = [196, 62, 44];
/** Told apart by the colour-blind too (after Okabe & Ito 2008); a sixth channel begins anew. */
const channelColours: readonly Colour[] = [
  [240, 241, 244],
  [86, 180, 233],
  [230, 159, 0],
  [0, 176, 130],
  [222, 141, 190],
];
const colourOf = (channel: number) => channelColours[channel % channelColours.length] ?? behind;

/** @param isSingle whether the sample is shown by itself, larger */
export function signalLook(size: SignalSize, isSingle: boolean): SampleLook {
  return lookOf(size, isSingle ? singleSize : rowSize);
}

function lookOf({ length, channels }: SignalSize, { width, height, lineWidth }: Pixels): SampleLook {
  const room = height - lineWidth;
  const within = (share: number) => Math.min(1, Math.max(0, share));
  /** A height above the lower edge, as a share, in pixels from the upper one. */
  const depth = (share: number) => lineWidth / 2 + room * (1 - within(share));
  const places: Readonly<Record<Tone, (value: number) => number>> = {
    ink: (value) => depth(heightOf(value)),
    error: (value) => depth(0.5 + value * rangeShare),
    signed: (value) => depth(0.5 + value * rangeShare),
  };

  function linesOf(values: SampleValues, place: (value: number) => number, scale: number): Extents[] {
    const one = scale / (values instanceof Uint8Array ? 255 : 1);
    return Array.from({ length: channels }, (_, channel) =>
      lineExtents(
        Float32Array.from({ length }, (__, i) => place(one * (values[i * channels + channel] ?? NaN))),
        width,
      ),
    );
  }

  function paint(
    area: PixelArea,
    sample: SampleValues,
    tone: Tone,
    reference?: SampleValues,
    gain = 1,
  ): void {
    const fill = (extents: Extents, colour: Colour) => fillExtents(area, extents, height, colour);
    const stroke = (line: Extents, colour: Colour) => fill(strokeExtents(line, lineWidth), colour);
    fillArea(area, width, height, paper);
    const lines = linesOf(sample, places[tone], tone !== 'ink' ? gain : 1);
    const middle: Extents = Array.from({ length: width }, () => [height / 2, height / 2]);
    const others = tone !== 'ink' ? lines.map(() => middle) : reference && linesOf(reference, places.ink, 1);
    if (others) {
      lines.forEach((line, channel) => fill(bandExtents(line, others[channel] ?? []), band));
      if (tone !== 'ink') fill(strokeExtents(middle, Math.max(1, lineWidth / 2)), zeroLine);
      else others.forEach((line) => stroke(line, behind));
    }
    for (let channel = channels - 1; channel >= 0; channel--) stroke(lines[channel] ?? [], colourOf(channel));
  }

  return {
    width,
    height,
    isPixelated: false,
    errorGain: 1,
    paint,
    at(x) {
      const point = Math.min(length - 1, Math.max(0, Math.round(x * (length - 1))));
      return { name: t`at ${{ point: point + 1 }}`, index: point * channels, channels };
    },
    fitted(pixels, density) {
      const line = density * (pixels.width > 160 * density ? 2 : pixels.width > 72 * density ? 1.6 : 1.3);
      return lookOf({ length, channels }, { ...pixels, lineWidth: line });
    },
  };
}
