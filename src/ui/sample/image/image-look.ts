// Images: a pixel of the canvas is a pixel of the sample, grey or RGB.
import { t } from '@lingui/core/macro';
import type { PixelArea, SampleLook, SampleValues, Tone } from '../sample-look';

interface ImageSize {
  readonly height: number;
  readonly width: number;
  /** 1 (grey) or 3 (red, green, blue). */
  readonly channels: number;
}

/** Errors in colour are spread over three channels, and those of photographs are small: as they are, one would see black. */
const colourGain = 3;

export function imageLook(size: ImageSize): SampleLook {
  const { height, width, channels } = size;
  const errorGain = channels === 3 ? colourGain : 1;
  return {
    width,
    height,
    isPixelated: true,
    errorGain,
    paint: (area, sample, tone, _, gain = errorGain) => paintImage(area, sample, size, tone, gain),
    at(x, y) {
      const [row, column] = [cellAt(y, height), cellAt(x, width)];
      return {
        name: t`row ${{ row: row + 1 }}, column ${{ column: column + 1 }}`,
        index: (row * width + column) * channels,
        channels,
      };
    },
  };
}

/** Above 0 and below, on black: an orange and a blue that the colour-blind tell apart. */
const above = [255, 155, 74] as const;
const below = [109, 179, 242] as const;

/**
 * Errors are shown in grey by their size: of a colour, the root of the mean square over its channels. Signed values of a grey image have
 * a colour for each sign, those of a colour image are the colour itself around a middle grey.
 */
function paintImage(
  { rgba, canvasWidth, left, top }: PixelArea,
  values: SampleValues,
  { height, width, channels }: ImageSize,
  tone: Tone,
  errorGain: number,
): void {
  const scale = values instanceof Uint8Array ? 1 : 255;
  const errorScale = scale * errorGain;
  let from = 0;
  for (let y = 0; y < height; y++) {
    let to = ((top + y) * canvasWidth + left) * 4;
    for (let x = 0; x < width; x++) {
      const red = values[from] ?? 0;
      const green = channels === 3 ? (values[from + 1] ?? 0) : red;
      const blue = channels === 3 ? (values[from + 2] ?? 0) : red;
      if (tone === 'error') {
        const size = channels === 3 ? Math.hypot(red, green, blue) / Math.sqrt(3) : Math.abs(red);
        rgba.fill(size * errorScale, to, to + 3);
      } else if (tone === 'signed') {
        const sign = red < 0 ? below : above;
        const [size, half] = [Math.min(1, Math.abs(red) * errorGain), errorGain / 2];
        rgba[to] = channels === 3 ? 255 * (0.5 + red * half) : size * sign[0];
        rgba[to + 1] = channels === 3 ? 255 * (0.5 + green * half) : size * sign[1];
        rgba[to + 2] = channels === 3 ? 255 * (0.5 + blue * half) : size * sign[2];
      } else {
        rgba[to] = red * scale;
        rgba[to + 1] = green * scale;
        rgba[to + 2] = blue * scale;
      }
      rgba[to + 3] = 255;
      from += channels;
      to += 4;
    }
  }
}

/** The cell of `count` in a row that a share of its length falls into. */
function cellAt(share: number, count: number): number {
  return Math.min(count - 1, Math.max(0, Math.floor(share * count)));
}
