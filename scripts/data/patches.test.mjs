import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../content/content-hash.mjs';
import { projectRoot } from '../project.mjs';
import {
  averageDown,
  contrastOf,
  cutPatches,
  leastContrast,
  patchesSource,
  photographPackages,
} from './patches.mjs';

const size = 32 * 32 * 3;
const source = patchesSource(join(projectRoot, 'node_modules'));
const { classNames, train, test: held } = source.read();

describe('photograph patches', () => {
  test('are 6,000 to train on and 1,500 to test, without labels', () => {
    expect(train.pixels).toHaveLength(6000 * size);
    expect(held.pixels).toHaveLength(1500 * size);
    expect(classNames).toEqual([]);
    expect([...train.labels, ...held.labels].every((label) => label === 0)).toBe(true);
    expect(photographPackages).toHaveLength(6);
    for (const name of photographPackages) expect(source.recipe).toContain(name);
  });

  test('have colour: red lies above blue in the paper of the prints, in both splits', () => {
    for (const { pixels } of [train, held]) {
      const sums = [0, 0, 0];
      pixels.forEach((value, at) => (sums[at % 3] = (sums[at % 3] ?? 0) + value));
      const [red = 0, , blue = 0] = sums.map((sum) => sum / (pixels.length / 3));
      expect(red - blue).toBeGreaterThan(15);
    }
  });

  test('show something: none is flat', () => {
    for (const { pixels } of [train, held]) {
      for (let at = 0; at < pixels.length; at += size) {
        expect(contrastOf(pixels.subarray(at, at + size))).toBeGreaterThanOrEqual(leastContrast);
      }
    }
  });

  test('are the same on every machine', () => {
    expect(sha256(train.pixels)).toBe('59fa6b5279f2b49e30cd478f5c5266cf4273e848810e4491e66607076831923a');
    expect(sha256(held.pixels)).toBe('7ec9f79015f34fc6274baf8dd4f8c5f452605472f787f3702d00238dc854b604');
  });
});

/** @param {(x: number, y: number, channel: number) => number} valueOf */
function photographOf(valueOf) {
  const [width, height] = [200, 220];
  const pixels = Uint8Array.from({ length: width * height * 3 }, (_, at) => {
    const cell = Math.floor(at / 3);
    return valueOf(cell % width, Math.floor(cell / width), at % 3);
  });
  return { width, height, pixels };
}

test('a pixel of a patch is the mean of the square it stands for, in each channel', () => {
  const ramp = photographOf((x, y, channel) => [x, y, 77][channel] ?? 0);
  const patch = averageDown(ramp, 10, 20, 3);
  // The middle of the three columns and rows.
  expect([...patch.subarray(0, 3)]).toEqual([11, 21, 77]);
  expect([...patch.subarray(3, 6)]).toEqual([14, 21, 77]);
  expect([...patch.subarray(size - 3)]).toEqual([10 + 31 * 3 + 1, 20 + 31 * 3 + 1, 77]);
});

test('a photograph of nothing but sky is an error, not a split of grey squares', () => {
  const sky = photographOf((_, __, channel) => 120 + 40 * channel);
  expect(() => cutPatches(sky, 3, 1)).toThrow('Only 0 of 3 patches');
});

test('another seed cuts other places', () => {
  const checks = photographOf((x, y) => (((x >> 4) + (y >> 4)) % 2) * 255);
  expect(cutPatches(checks, 4, 1)).toEqual(cutPatches(checks, 4, 1));
  expect(cutPatches(checks, 4, 1)).not.toEqual(cutPatches(checks, 4, 2));
});
