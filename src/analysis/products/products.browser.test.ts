import { describe, expect, test } from 'vitest';
import { uniform } from '../../core/random';
import { plainProducts } from './plain-products';
import { wasmProducts } from './wasm-products';

const random = (seed: number) => (_: unknown, at: number) => uniform(seed, 77, 0, at) - 0.5;

describe('products', () => {
  // Sizes that do and do not fill the kernel's tiles of 6 x 8 and its blocks of 256; fewer rows than there is room for.
  test.each([
    [1, 1, 1, 1],
    [48, 16, 12, 12],
    [301, 37, 50, 29],
    [1200, 160, 64, 64],
  ])(
    'by the kernel equal those in JavaScript: samples of %d, %d directions',
    async (size, width, room, count) => {
      const plain = plainProducts(size, width, room);
      const wasm = await wasmProducts(size, width, room);
      if (wasm === null) throw new Error('this browser has WebAssembly SIMD');
      for (const { rows, directions } of [plain, wasm]) {
        rows.set(Float32Array.from(rows, random(1)));
        directions.set(Float32Array.from(directions, random(2)));
      }
      const largest = (a: Float32Array, b: Float32Array) =>
        a.reduce((most, value, at) => Math.max(most, Math.abs(value - (b[at] ?? NaN))), 0);
      const coordinates = plain.project(count);
      expect(coordinates).toHaveLength(count * width);
      expect(largest(wasm.project(count), coordinates)).toBeLessThan(1e-4);
      const gathered = plain.gather(count);
      expect(gathered).toHaveLength(width * size);
      expect(largest(wasm.gather(count), gathered)).toBeLessThan(1e-4);
    },
  );
});
