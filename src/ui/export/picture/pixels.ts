// Canvases of the page as pictures inside another picture. Pixels of the data stay sharp: they are enlarged here, without
// smoothing, because not every program that opens the file would.

/** Of a picture, in pixels; more is refused by browsers. */
import { t } from '@lingui/core/macro';
const mostPixels = 8192;

/** A canvas cannot be read: nothing was drawn on it, or the browser forbids it. */
export class UnreadablePicture extends Error {}

/**
 * A PNG as a `data:` address.
 * @param width in CSS pixels of the picture that it is for
 * @param density pixels of that picture per CSS pixel
 */
export function pixelsOf(
  source: HTMLCanvasElement | HTMLImageElement,
  width: number,
  density: number,
  isPixelated: boolean,
): string | null {
  const [ownWidth, ownHeight] =
    source instanceof HTMLCanvasElement
      ? [source.width, source.height]
      : [source.naturalWidth, source.naturalHeight];
  if (ownWidth === 0 || ownHeight === 0) return null;
  const wanted = isPixelated ? Math.max(1, Math.ceil((width * density) / ownWidth)) : 1;
  const times = Math.max(1, Math.min(wanted, Math.floor(mostPixels / Math.max(ownWidth, ownHeight))));
  try {
    if (times === 1 && source instanceof HTMLCanvasElement) return source.toDataURL('image/png');
    const copy = document.createElement('canvas');
    copy.width = ownWidth * times;
    copy.height = ownHeight * times;
    const context = copy.getContext('2d');
    if (!context) return null;
    context.imageSmoothingEnabled = false;
    context.drawImage(source, 0, 0, copy.width, copy.height);
    return copy.toDataURL('image/png');
  } catch (cause) {
    throw new UnreadablePicture(t`The picture could not be read.`, { cause });
  }
}
