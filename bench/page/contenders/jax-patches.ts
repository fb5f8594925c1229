// 3 x 3 convolutions of stride 2 as matrix products for jax-js. Its own `lax.convGeneralDilated` is correct but takes 3 seconds
// or more per step of the convolutional network on WASM (its README lists convolutions as future work). Patch products take a
// fraction of that, so the bench uses them.
import { numpy as np } from '@jax-js/jax';

const side = 3;
const places = Array.from({ length: side * side }, (_, i) => [Math.floor(i / side), i % side] as const);

/**
 * The 3 x 3 neighbourhoods that a SAME convolution of stride 2 reads.
 * @param images `[batch, height, width, channels]` with even sides, so that padding is below and at the right only
 * @returns `[batch height/2 width/2, 9 channels]`
 */
export function patchesOf(images: np.Array): np.Array {
  const [batch, height, width, channels] = images.shape as [number, number, number, number];
  const [rows, columns] = [half(height), half(width)];
  const padding: [number, number][] = [
    [0, 0],
    [0, 2],
    [0, 2],
    [0, 0],
  ];
  const phases = np.pad(images, padding).reshape([batch, rows + 1, 2, columns + 1, 2, channels]);
  const parts = places.map(([y, x]) =>
    phases.ref.slice([], [y >> 1, (y >> 1) + rows], y & 1, [x >> 1, (x >> 1) + columns], x & 1),
  );
  phases.dispose();
  return np.stack(parts, 3).reshape([batch * rows * columns, side * side * channels]);
}

/** The transpose of `patchesOf`: adds patches into images of shape `[batch, height, width, channels]`. */
export function foldPatches(
  patches: np.Array,
  [batch, height, width, channels]: readonly [number, number, number, number],
): np.Array {
  const [rows, columns] = [half(height), half(width)];
  const apart = patches.reshape([batch, rows, columns, side * side, channels]);
  const phase = (oddRow: number, oddColumn: number) =>
    places
      .filter(([y, x]) => (y & 1) === oddRow && (x & 1) === oddColumn)
      .map(([y, x]) =>
        np.pad(apart.ref.slice([], [], [], y * side + x), [
          [0, 0],
          [y >> 1, 1 - (y >> 1)],
          [x >> 1, 1 - (x >> 1)],
          [0, 0],
        ]),
      )
      .reduce((sum, part) => sum.add(part)); // [batch, rows + 1, columns + 1, channels]
  const inRow = (oddRow: number) => np.stack([phase(oddRow, 0), phase(oddRow, 1)], 3);
  const interleaved = np.stack([inRow(0), inRow(1)], 2);
  apart.dispose();
  return interleaved.reshape([batch, height + 2, width + 2, channels]).slice([], [0, height], [0, width], []);
}

/** @throws RangeError for an odd side, which would be padded differently */
function half(length: number): number {
  if (length % 2 !== 0) throw new RangeError(`a side of ${length} is odd`);
  return length / 2;
}
