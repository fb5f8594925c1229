// Products in plain JavaScript, for browsers without WebAssembly SIMD. Four directions or four rows at a time, so that each
// number read is used four times.
import type { Products } from './products';

export function plainProducts(size: number, width: number, rowsAtOnce: number): Products {
  const rows = new Float32Array(rowsAtOnce * size);
  // Rounded up to whole groups of four; what lies beyond stays 0.
  const directions = new Float32Array(Math.ceil(width / 4) * 4 * size);
  const coordinates = new Float32Array(rowsAtOnce * width);
  const gathered = new Float32Array(width * size);
  return {
    rows,
    directions: directions.subarray(0, width * size),
    project(count) {
      for (let row = 0; row < count; row++) {
        for (let first = 0; first < width; first += 4) {
          const sums = fourProducts(rows, row * size, directions, first * size, size);
          const kept = Math.min(4, width - first);
          for (let i = 0; i < kept; i++) coordinates[row * width + first + i] = sums[i]!;
        }
      }
      return coordinates.subarray(0, count * width);
    },
    gather(count) {
      gathered.fill(0);
      for (let direction = 0; direction < width; direction++) {
        const to = gathered.subarray(direction * size, (direction + 1) * size);
        for (let row = 0; row < count; row++) {
          addScaled(to, coordinates[row * width + direction]!, rows, row * size);
        }
      }
      return gathered;
    },
  };
}

const four = new Float64Array(4);

/** Products of one row with four directions, which lie one after the other. */
function fourProducts(
  rows: Float32Array,
  row: number,
  directions: Float32Array,
  direction: number,
  size: number,
): Float64Array {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (let i = 0; i < size; i++) {
    const value = rows[row + i]!;
    const at = direction + i;
    s0 += value * directions[at]!;
    s1 += value * directions[at + size]!;
    s2 += value * directions[at + 2 * size]!;
    s3 += value * directions[at + 3 * size]!;
  }
  four[0] = s0;
  four[1] = s1;
  four[2] = s2;
  four[3] = s3;
  return four;
}

function addScaled(to: Float32Array, factor: number, from: Float32Array, start: number): void {
  if (factor === 0) return;
  for (let i = 0; i < to.length; i++) to[i]! += factor * from[start + i]!;
}
