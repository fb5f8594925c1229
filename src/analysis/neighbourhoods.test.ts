// Neighbours, probe, trustworthiness and UMAP on sets whose answers are known.
import { describe, expect, it } from 'vitest';
import { uniform } from '../core/random';
import { kNearest, majority, type Rows } from './k-nearest';
import { linearProbe } from './linear-probe';
import { trustworthiness } from './trustworthiness';
import { umapPoints } from './umap';

const quiet = () => undefined;
const never = () => false;

/** Two clouds of 40 points in `width` dimensions, far apart. */
function clouds(width: number, salt = 0): { rows: Rows; labels: Uint16Array } {
  const count = 80;
  const values = Float32Array.from({ length: count * width }, (_, i) => {
    const isSecond = Math.floor(i / width) % 2 === 1;
    return uniform(3, 5, salt, i) + (isSecond && i % width === 0 ? 8 : 0);
  });
  return { rows: { values, width }, labels: Uint16Array.from({ length: count }, (_, row) => row % 2) };
}

describe('nearest neighbours', () => {
  const line = { values: Float32Array.of(0, 1, 3, 7), width: 1 };

  it('of points on a line are those that stand next to them, not themselves', async () => {
    const found = await kNearest(line, line, 2, quiet, never);
    expect(found?.indices).toEqual([
      [1, 2],
      [0, 2],
      [1, 0],
      [2, 1],
    ]);
    expect(found?.distances[3]).toEqual([4, 6]);
  });

  it('vote; of equally many votes those of the nearest count', () => {
    const labels = Uint16Array.of(4, 5, 5, 6);
    expect(majority([0, 1, 2], labels)).toBe(5);
    expect(majority([3, 0], labels)).toBe(6);
  });

  it('end when they are cancelled', async () => {
    expect(await kNearest(line, line, 1, quiet, () => true)).toBeNull();
  });
});

describe('a linear probe', () => {
  it('tells apart what a line separates, and no better than chance what nothing does', async () => {
    const [train, test] = [clouds(3), clouds(3, 1)];
    expect(await linearProbe(train, test, 1, quiet, never)).toBe(1);
    const noise = (salt: number) => ({
      rows: { values: Float32Array.from({ length: 600 }, (_, i) => uniform(1, 2, salt, i)), width: 3 },
      labels: Uint16Array.from({ length: 200 }, (_, row) => row % 2),
    });
    const share = await linearProbe(noise(0), noise(1), 1, quiet, never);
    expect(share).toBeGreaterThan(0.35);
    expect(share).toBeLessThan(0.65);
  });
});

describe('trustworthiness', () => {
  const space: Rows = { values: Float32Array.from({ length: 600 }, (_, i) => uniform(7, 1, 0, i)), width: 2 };
  const random: Rows = {
    values: Float32Array.from({ length: 600 }, (_, i) => uniform(8, 1, 0, i)),
    width: 2,
  };

  it('is 1 for a map that is the space itself, and about one half for a random one', async () => {
    const [same = 0, other = 0] = (await trustworthiness(space, [space, random], 10, quiet, never)) ?? [];
    expect(same).toBe(1);
    expect(other).toBeGreaterThan(0.4);
    expect(other).toBeLessThan(0.6);
  });

  it('counts by how many ranks a stranger is wrong', async () => {
    // On the line 0 1 2 3 4 the map swaps the last two: only their neighbourhoods are false.
    const line = { values: Float32Array.of(0, 1, 2, 3, 10), width: 1 };
    const map = { values: Float32Array.of(0, 1, 2, 10, 2.5), width: 1 };
    const [trust = 0] = (await trustworthiness(line, [map], 1, quiet, never)) ?? [];
    // nearest on the map: 0-1, 1-0, 2-4 (rank 4 in space), 3-4 (rank 4), 4-2 (rank 2): (3 + 3 + 1) too far
    expect(trust).toBeCloseTo(1 - (2 * 7) / (5 * 1 * (10 - 3 - 1)), 10);
  });
});

describe('UMAP', () => {
  const { rows, labels } = clouds(5);
  const request = {
    codes: rows.values,
    codeSize: 5,
    neighbours: 8,
    minDistance: 0.1,
    epochs: 60,
    seed: 1,
  };

  it('makes the same points of the same seed, and others of another', async () => {
    const first = await umapPoints(request, quiet, never);
    expect(await umapPoints(request, quiet, never)).toEqual(first);
    expect(await umapPoints({ ...request, seed: 2 }, quiet, never)).not.toEqual(first);
  });

  it('keeps apart what is apart: the nearest on the map is of the same cloud', async () => {
    const points = await umapPoints(request, quiet, never);
    const map = { values: points ?? new Float32Array(), width: 2 };
    const near = await kNearest(map, map, 1, quiet, never);
    const same = near?.indices.filter(([other], row) => labels[other ?? -1] === labels[row]).length ?? 0;
    expect(same).toBeGreaterThanOrEqual(78);
  });

  it('tells how far it is, and ends when it is cancelled', async () => {
    const shares: number[] = [];
    await umapPoints(request, ({ share }) => shares.push(share), never);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    let told = 0;
    const cancelled = umapPoints(
      request,
      () => told++,
      () => told > 5,
    );
    expect(await cancelled).toBeNull();
    expect(told).toBeLessThan(10);
  });

  it('of hardly any points is no failure', async () => {
    expect(await umapPoints({ ...request, codes: rows.values.slice(0, 10) }, quiet, never)).toHaveLength(4);
  });
});
