// Picks the test images to show: ten from different classes, or spread over the set where there are no labels; others at every
// draw, repeatable by seed.
import { permutation, streams, uniform } from '../core/random';
import type { Samples } from '../core/samples/samples';

const shown = 10;

/**
 * Places in `labels` of one image from each of ten classes, in class order. With more than ten classes, ten are chosen
 * at random; with fewer, classes repeat until there are ten images. Classes without test images are passed over, and images
 * without labels count as one class. An image is shown twice only where its class has fewer images than places.
 * @param draw number of the draw: 0 at first, plus one whenever the person requests other images
 * @param trained the classes that are trained on; empty: all. With more than ten classes, five of the ten are among them
 */
export function tenOfEachClass(
  { labels, classNames }: Pick<Samples, 'labels' | 'classNames'>,
  seed: number,
  draw: number,
  trained: readonly number[] = [],
): Uint32Array {
  const members: number[][] = Array.from({ length: Math.max(1, classNames.length) }, () => []);
  labels.forEach((label, index) => members[label]?.push(index));
  const present = members.filter((indices) => indices.length > 0);
  const classes = present.length;
  const chosen =
    classes <= shown
      ? Array.from({ length: shown }, (_, i) => i % classes)
      : tenClasses(
          permutation(classes, seed, streams.pick, draw),
          trained.map((label) => present.indexOf(members[label] ?? [])),
        );
  chosen.sort((a, b) => a - b);
  return Uint32Array.from(chosen, (label, place) => {
    const candidates = present[label] ?? [];
    // Places of one class have a part of its images each.
    const part = place - chosen.indexOf(label);
    const parts = chosen.lastIndexOf(label) - chosen.indexOf(label) + 1;
    const within = (part + uniform(seed, streams.pick, 1000 + draw, place)) / parts;
    return candidates[Math.floor(within * candidates.length)] ?? 0;
  });
}

/** The first ten in this order, except that the first of the trained ones are among them, up to a half. */
function tenClasses(order: Uint32Array, trained: readonly number[]): number[] {
  const isTrained = new Set(trained);
  const first = Array.from(order)
    .filter((place) => isTrained.has(place))
    .slice(0, shown / 2);
  return [...new Set([...first, ...order])].slice(0, shown);
}
