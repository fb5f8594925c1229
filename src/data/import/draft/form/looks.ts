// Guesses from the values what numbers without an arrangement are. A guess only decides what is offered first.
import type { Looks } from './arrangement';

const looked = 500;

/**
 * @param read writes the numbers of one sample, `[size]`
 * @param isWholeOnly whether only whole numbers can be pixels: a table of measurements between 0 and 1 is no picture
 */
export function looksOf(
  count: number,
  size: number,
  read: (index: number, into: Float32Array) => void,
  isWholeOnly: boolean,
): Looks {
  const sample = new Float32Array(size);
  const third = size / 3;
  let [isWhole, least, greatest] = [true, Infinity, -Infinity];
  // Sums of differences between neighbours if pixels follow one another, and if channels do.
  let [interleaved, planar] = [0, 0];
  const step = Math.max(1, Math.floor(count / looked));
  for (let index = 0; index < count; index += step) {
    read(index, sample);
    for (let place = 0; place < size; place++) {
      const value = sample[place]!;
      isWhole &&= Number.isInteger(value);
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
      if (place + 3 >= size) continue;
      interleaved += Math.abs(value - sample[place + 3]!);
      if (Number.isInteger(third) && (place + 1) % third !== 0)
        planar += Math.abs(value - sample[place + 1]!);
    }
  }
  const areBytes = isWhole && greatest <= 255;
  const areShares = !isWholeOnly && size >= 256 && greatest <= 1;
  return { isPixelLike: least >= 0 && (areBytes || areShares), isPlanar: planar < interleaved };
}
