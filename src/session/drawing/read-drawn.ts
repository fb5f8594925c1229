// A file, or what was pasted, as something for the pad: a picture for images, numbers for signals.
import { CodedError } from '../../core/failure';
import type { ColourPicture, DrawingFailure, Drawn } from '../../core/samples/drawing';
import { sampleKind } from '../../core/samples/sample-kind';
import type { SampleShape } from '../../core/samples/samples';
import { parseSeries } from '../../data/drawing/series-sample';

/** Longest side that a picture is read at: far above any sample, and quick. */
const longestSide = 512;

/**
 * @param name of the file; null for what was pasted
 * @throws CodedError<DrawingFailure>
 */
export async function readDrawn(blob: Blob, name: string | null, shape: SampleShape): Promise<Drawn> {
  if (sampleKind(shape) === 'image') return readPicture(blob, name);
  return parseSeries(await blob.text(), shape[1] ?? 1, name);
}

/** @throws CodedError<DrawingFailure> where the browser cannot read it */
export async function readPicture(blob: Blob, file: string | null): Promise<ColourPicture> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(blob);
  } catch (cause) {
    throw new CodedError<DrawingFailure>({ code: 'drawing.not-a-picture', file }, { cause });
  }
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [bitmap.width, bitmap.height].map((side) => Math.max(1, Math.round(scale * side)));
  const canvas = new OffscreenCanvas(width ?? 1, height ?? 1);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new CodedError<DrawingFailure>({ code: 'drawing.not-a-picture', file });
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return { width: canvas.width, height: canvas.height, rgba: data };
}
