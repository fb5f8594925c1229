import { describe, expect, test } from 'vitest';
import { uniform } from '../../core/random';
import type { Samples } from '../../core/samples/samples';
import { plainProducts } from '../products/plain-products';
import { nearestDistances } from './nearest-distances';
import { floatRows, sampleRows } from './row-source';

const width = 7;
const rows = (count: number, salt: number) =>
  Float32Array.from({ length: count * width }, (_, i) => uniform(1, salt, 0, i));
const plain = (...given: Parameters<typeof plainProducts>) => Promise.resolve(plainProducts(...given));
const never = () => false;
const quiet = () => undefined;

function naive(known: Float32Array, asked: Float32Array): number[] {
  return Array.from({ length: asked.length / width }, (_, a) => {
    let least = Infinity;
    for (let k = 0; k < known.length / width; k++) {
      let sum = 0;
      for (let i = 0; i < width; i++) sum += (known[k * width + i]! - asked[a * width + i]!) ** 2;
      least = Math.min(least, sum);
    }
    return least;
  });
}

describe('distances to the nearest row', () => {
  test('equal those of one row after the other, over several blocks of both', async () => {
    const [known, asked] = [rows(2500, 1), rows(1100, 2)];
    const found = await nearestDistances(
      floatRows(known, width),
      floatRows(asked, width),
      quiet,
      never,
      plain,
    );
    const expected = naive(known, asked);
    found!.forEach((distance, row) => expect(distance).toBeCloseTo(expected[row]!, 5));
  });

  test('are 0 for a row that is known, and never below', async () => {
    const known = rows(50, 1);
    const found = await nearestDistances(
      floatRows(known, width),
      floatRows(known, width),
      quiet,
      never,
      plain,
    );
    for (const distance of found!) {
      expect(distance).toBeGreaterThanOrEqual(0);
      expect(distance).toBeLessThan(1e-6);
    }
  });

  test('are searched among the picked samples alone, in pixels', async () => {
    const train: Samples = {
      values: Uint8Array.of(0, 0, 255, 255, 0, 255),
      shape: [2, 1],
      count: 3,
      labels: new Uint16Array(3),
      classNames: [],
    };
    const asked = floatRows(Float32Array.of(1, 1), 2);
    const all = await nearestDistances(sampleRows(train), asked, quiet, never, plain);
    const some = await nearestDistances(sampleRows(train, Uint32Array.of(0, 2)), asked, quiet, never, plain);
    expect([all![0], some![0]]).toEqual([0, 1]);
  });

  test('stop when cancelled, and tell their progress until then', async () => {
    const shares: number[] = [];
    const source = floatRows(rows(5000, 1), width);
    const isCancelled = () => shares.length >= 2;
    const tell = (share: number) => shares.push(share);
    expect(await nearestDistances(source, source, tell, isCancelled, plain)).toBeNull();
    expect(shares[1]).toBeGreaterThan(0);
    expect(shares[1]).toBeLessThan(1);
  });

  test('are none for no rows, and infinite to none', async () => {
    const none = floatRows(new Float32Array(0), width);
    const asked = floatRows(rows(2, 1), width);
    expect(await nearestDistances(asked, none, quiet, never, plain)).toHaveLength(0);
    expect([...(await nearestDistances(none, asked, quiet, never, plain))!]).toEqual([Infinity, Infinity]);
  });
});
