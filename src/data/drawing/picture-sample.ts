// A picture from a file as a sample: framed as pictures are when they are imported, all of it, its aspect kept, in the middle of
// the image.
import type { ColourPicture } from '../../core/samples/drawing';
import { sampleSize, type SampleShape } from '../../core/samples/samples';
import { paperFor } from '../import/pictures/paper/paper';
import { framePicture, luma, type Raster } from '../import/pictures/raster';

/**
 * Bytes of shape `[height, width, channels]`, grey or RGB. What is transparent counts as white, or as black where
 * what is drawn is mostly light. Beside a picture of another
 * aspect stands the median colour of its border.
 * @param hasDarkPaper whether the data is bright ink on a dark ground: a picture with a bright border is then inverted
 */
export function pictureSample(picture: ColourPicture, shape: SampleShape, hasDarkPaper: boolean): Uint8Array {
  const [height = 1, width = 1, channels = 1] = shape;
  const raster = onPaper(picture);
  const sample = new Float32Array(sampleSize(shape));
  framePicture(raster, { height, width, colour: channels === 3 ? 'rgb' : 'grey', framing: 'fit' }, sample);
  const isInverted = hasDarkPaper && hasBrightBorder(raster);
  return Uint8Array.from(sample, (value) => (isInverted ? 255 - value : value));
}

function onPaper({ width, height, rgba }: ColourPicture): Raster {
  let [opacitySum, light] = [0, 0];
  for (let at = 0; at < rgba.length; at += 4) {
    const opacity = (rgba[at + 3] ?? 255) / 255;
    opacitySum += opacity;
    light += opacity * luma(rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0);
  }
  const paper = paperFor([{ opacity: opacitySum, light }]) === 'white' ? 255 : 0;
  const pixels = Uint8Array.from({ length: 3 * width * height }, (_, i) => {
    const pixel = 4 * Math.floor(i / 3);
    const opacity = (rgba[pixel + 3] ?? 255) / 255;
    return Math.round(paper * (1 - opacity) + opacity * (rgba[pixel + (i % 3)] ?? 0));
  });
  return { width, height, channels: 3, pixels };
}

/** Whether its border is brighter than a medium grey, in the mean. */
function hasBrightBorder({ width, height, pixels }: Raster): boolean {
  let [sum, count] = [0, 0];
  for (let y = 0; y < height; y++) {
    const isEdge = y === 0 || y === height - 1;
    for (let x = 0; x < width; x += isEdge ? 1 : Math.max(1, width - 1)) {
      const at = 3 * (y * width + x);
      sum += luma(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0);
      count++;
    }
  }
  return sum / count > 127.5;
}
