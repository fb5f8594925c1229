import { describe, expect, it } from 'vitest';
import { pcg4d, words } from '../../core/random';
import type { Samples } from '../../core/samples/samples';
import { secondMoments, type SecondMoments } from './second-moments';

/** Random bytes, a share `inkedShare` of them nonzero. */
function bytes(count: number, size: number, inkedShare: number, seed: number): Uint8Array {
  return Uint8Array.from({ length: count * size }, (_, i) => {
    pcg4d(seed, 1, i, 0);
    const isInked = (words[0] ?? 0) / 2 ** 32 < inkedShare;
    return isInked ? 1 + ((words[1] ?? 0) % 255) : 0;
  });
}

function sumAll(values: Samples['values'], size: number): SecondMoments {
  const count = values.length / size;
  const work = secondMoments({
    values,
    shape: [size, 1],
    count,
    labels: new Uint16Array(count),
    classNames: ['one'],
  });
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** The definition: every product of every image. */
function plain(values: Samples['values'], size: number): { sums: Float64Array; products: Float64Array } {
  const sums = new Float64Array(size);
  const products = new Float64Array(size * size);
  for (let start = 0; start < values.length; start += size) {
    for (let row = 0; row < size; row++) {
      sums[row]! += values[start + row]!;
      for (let column = row; column < size; column++) {
        products[row * size + column]! += values[start + row]! * values[start + column]!;
      }
    }
  }
  return { sums, products };
}

describe('second moments', () => {
  // Sizes that do and do not fill the last tile; more and fewer images than one chunk.
  it.each([
    [600, 9, 1],
    [601, 10, 1],
    [3, 11, 1],
    [601, 10, 0.1],
    [1, 1, 1],
  ])('equal the sums of products exactly: %d images of %d pixels, share %d inked', (count, size, share) => {
    const values = bytes(count, size, share, 7);
    expect(sumAll(values, size)).toMatchObject(plain(values, size));
  });

  it('are exact when nearly empty and full images alternate', () => {
    const values = Uint8Array.from([
      ...bytes(250, 8, 0.05, 1),
      ...bytes(270, 8, 1, 2),
      ...bytes(250, 8, 0.05, 3),
    ]);
    expect(sumAll(values, 8)).toMatchObject(plain(values, 8));
  });
});
