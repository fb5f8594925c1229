// Whether this browser can turn pictures into numbers in a worker.
import { fail } from '../fail';

/**
 * Throws `import.no-decoder` where a feature is missing, and `import.canvas-protected` where colours that were drawn are not
 * those that are read back (Firefox with `privacy.resistFingerprinting`, Tor Browser, Brave's shields at their strictest).
 */
export function checkPictureSupport(): void {
  if (typeof OffscreenCanvas === 'undefined') fail({ code: 'import.no-decoder', missing: 'OffscreenCanvas' });
  if (typeof createImageBitmap === 'undefined')
    fail({ code: 'import.no-decoder', missing: 'createImageBitmap' });
  const context = new OffscreenCanvas(side, side).getContext('2d', { willReadFrequently: true });
  if (!context) return fail({ code: 'import.no-decoder', missing: 'OffscreenCanvas' });
  for (let place = 0; place < side * side; place++) {
    const [red, green, blue] = colourAt(place);
    context.fillStyle = `rgb(${red}, ${green}, ${blue})`;
    context.fillRect(place % side, Math.floor(place / side), 1, 1);
  }
  const { data } = context.getImageData(0, 0, side, side);
  const isTrue = Array.from({ length: side * side }, (_, place) =>
    [...colourAt(place), 255].every((value, channel) => data[place * 4 + channel] === value),
  ).every(Boolean);
  if (!isTrue) fail({ code: 'import.canvas-protected' });
}

const side = 16;

/** A different colour at every place. */
function colourAt(place: number): readonly [red: number, green: number, blue: number] {
  return [place, 255 - place, (place * 37) % 256];
}
