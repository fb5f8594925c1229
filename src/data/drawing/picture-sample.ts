// A picture from a file as a sample: all of it, its aspect kept, in the middle of the image.
import type { ColourPicture } from '../../core/samples/drawing';
import { sampleSize, type SampleShape } from '../../core/samples/samples';
import { resize, type Picture } from './picture';

/** Weights of red, green and blue in a grey (ITU-R BT.601). */
const greyWeights = [0.299, 0.587, 0.114] as const;

/**
 * Bytes of shape `[height, width, channels]`, grey or RGB. What is transparent counts as white. Beside a picture of another
 * aspect stands the mean colour of its border.
 * @param hasDarkPaper whether the data is white ink on black: a picture with a bright border is then inverted
 */
export function pictureSample(picture: ColourPicture, shape: SampleShape, hasDarkPaper: boolean): Uint8Array {
  const [height = 1, width = 1, channels = 1] = shape;
  const colours = [0, 1, 2].map((channel) => plane(picture, channel));
  const planes = channels === 3 ? colours : [grey(colours)];
  const isBright = planes.reduce((sum, one) => sum + borderMean(one), 0) / planes.length > 0.5;
  const isInverted = hasDarkPaper && isBright;
  const scale = Math.min(width / picture.width, height / picture.height);
  const sample = new Uint8Array(sampleSize(shape));
  planes.forEach((values, channel) => {
    const small = resize(values, scale);
    const beside = borderMean(values);
    const left = Math.floor((width - small.width) / 2);
    const top = Math.floor((height - small.height) / 2);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const [column, row] = [x - left, y - top];
        const isInside = column >= 0 && column < small.width && row >= 0 && row < small.height;
        const value = isInside ? (small.values[row * small.width + column] ?? 0) : beside;
        sample[(y * width + x) * channels + channel] = Math.round(255 * (isInverted ? 1 - value : value));
      }
    }
  });
  return sample;
}

/** One channel over white, in [0, 1]. */
function plane({ width, height, rgba }: ColourPicture, channel: number): Picture {
  const values = Float32Array.from({ length: width * height }, (_, pixel) => {
    const opacity = (rgba[4 * pixel + 3] ?? 255) / 255;
    return 1 - opacity + (opacity * (rgba[4 * pixel + channel] ?? 0)) / 255;
  });
  return { width, height, values };
}

function grey(colours: readonly Picture[]): Picture {
  const [first] = colours;
  const { width = 1, height = 1 } = first ?? {};
  const values = Float32Array.from({ length: width * height }, (_, pixel) =>
    colours.reduce((sum, { values: own }, c) => sum + (greyWeights[c] ?? 0) * (own[pixel] ?? 0), 0),
  );
  return { width, height, values };
}

function borderMean({ width, height, values }: Picture): number {
  let [sum, count] = [0, 0];
  for (let y = 0; y < height; y++) {
    const isEdge = y === 0 || y === height - 1;
    for (let x = 0; x < width; x += isEdge ? 1 : Math.max(1, width - 1)) {
      sum += values[y * width + x] ?? 0;
      count++;
    }
  }
  return sum / count;
}
