// A decoded picture, and how it is brought into the form of a sample.
import { createResampler } from './resample';

/** Bytes, `[height, width, channels]`; one channel where red, green and blue are equal everywhere. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly pixels: Uint8Array;
}

export interface Frame {
  readonly height: number;
  readonly width: number;
  readonly colour: 'grey' | 'rgb';
  /** `fit` pads with the median of the picture's border, for each channel; `crop` cuts off equally at both ends. */
  readonly framing: 'fit' | 'crop';
}

/** Brightness of gamma-encoded red, green and blue (ITU-R BT.709). */
export function luma(red: number, green: number, blue: number): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Writes the picture as whole numbers from 0 to 255, `[height, width, 1 or 3]` of the frame. */
export function framePicture(picture: Raster, frame: Frame, into: Float32Array): void {
  const placed = frame.framing === 'crop' ? cropToFrame(picture, frame) : fitToFrame(picture, frame);
  const { channels } = picture;
  const toGrey = frame.colour === 'grey';
  for (let place = 0; place < frame.height * frame.width; place++) {
    const red = placed[place * channels]!;
    const green = channels === 3 ? placed[place * 3 + 1]! : red;
    const blue = channels === 3 ? placed[place * 3 + 2]! : red;
    if (toGrey) {
      into[place] = Math.round(channels === 3 ? luma(red, green, blue) : red);
    } else {
      into[place * 3] = Math.round(red);
      into[place * 3 + 1] = Math.round(green);
      into[place * 3 + 2] = Math.round(blue);
    }
  }
}

function cropToFrame({ width, height, channels, pixels }: Raster, frame: Frame): Float32Array {
  const scale = Math.max(frame.width / width, frame.height / height);
  const part = {
    width: Math.min(width, Math.max(1, Math.round(frame.width / scale))),
    height: Math.min(height, Math.max(1, Math.round(frame.height / scale))),
  };
  const left = Math.floor((width - part.width) / 2);
  const top = Math.floor((height - part.height) / 2);
  const cut = new Uint8Array(part.width * part.height * channels);
  for (let row = 0; row < part.height; row++) {
    const start = ((top + row) * width + left) * channels;
    cut.set(pixels.subarray(start, start + part.width * channels), row * part.width * channels);
  }
  return resized(cut, part, frame, channels);
}

function fitToFrame({ width, height, channels, pixels }: Raster, frame: Frame): Float32Array {
  const scale = Math.min(frame.width / width, frame.height / height);
  const part = {
    width: Math.min(frame.width, Math.max(1, Math.round(width * scale))),
    height: Math.min(frame.height, Math.max(1, Math.round(height * scale))),
  };
  const inside = resized(pixels, { width, height }, part, channels);
  if (part.width === frame.width && part.height === frame.height) return inside;
  const whole = new Float32Array(frame.width * frame.height * channels);
  for (let channel = 0; channel < channels; channel++) {
    const padding = borderMedian(inside, part, channels, channel);
    for (let place = channel; place < whole.length; place += channels) whole[place] = padding;
  }
  const left = Math.floor((frame.width - part.width) / 2);
  const top = Math.floor((frame.height - part.height) / 2);
  for (let row = 0; row < part.height; row++) {
    const line = inside.subarray(row * part.width * channels, (row + 1) * part.width * channels);
    whole.set(line, ((top + row) * frame.width + left) * channels);
  }
  return whole;
}

type Size = Pick<Frame, 'height' | 'width'>;

function resized(pixels: Uint8Array, from: Size, to: Size, channels: number): Float32Array {
  const result = new Float32Array(to.width * to.height * channels);
  createResampler(from, to, channels)(pixels, result);
  return result;
}

function borderMedian(
  pixels: Float32Array,
  { width, height }: Size,
  channels: number,
  channel: number,
): number {
  const border: number[] = [];
  for (let row = 0; row < height; row++) {
    const step = row === 0 || row === height - 1 ? 1 : Math.max(1, width - 1);
    for (let column = 0; column < width; column += step) {
      border.push(pixels[(row * width + column) * channels + channel]!);
    }
  }
  border.sort((a, b) => a - b);
  return border[border.length >> 1] ?? 0;
}
