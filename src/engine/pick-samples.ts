// Which test images are shown: ten of ten different classes, others at every draw, the same for the same seed.
import { permutation, streams, uniform } from '../core/random';
import type { Samples } from '../core/samples';

const shown = 10;

/**
 * Places in the test set of one image of each of ten classes, ordered by class. With more than ten classes, ten are
 * drawn; with fewer, images of the same class are repeated until there are ten.
 * @param draw number of the draw: 0 at first, one more whenever a person asks for others
 */
export function tenOfEachClass({ labels, classNames }: Samples, seed: number, draw: number): Uint32Array {
  const classes = classNames.length;
  const chosen =
    classes <= shown
      ? Array.from({ length: shown }, (_, i) => i % classes)
      : Array.from(permutation(classes, seed, streams.pick, draw).subarray(0, shown));
  const members = new Map<number, number[]>(chosen.map((label) => [label, []]));
  labels.forEach((label, index) => members.get(label)?.push(index));
  return Uint32Array.from(
    chosen.sort((a, b) => a - b),
    (label, place) => {
      const candidates = members.get(label) ?? [];
      const index = Math.floor(uniform(seed, streams.pick, 1000 + draw, place) * candidates.length);
      return candidates[index] ?? 0;
    },
  );
}
