// Neighbours, probe, trustworthiness and UMAP on data with known answers.
import { describe, expect, it } from 'vitest';
import { uniform } from '../../core/random';
import { kNearest, neighbourhood } from './k-nearest';
import type { Rows } from './row-distances';
import { majority, voteAccuracy } from './vote';
import { linearProbe } from '../quality/linear-probe';
import { trustworthiness } from '../quality/trustworthiness';
import { umapLayout } from '../umap/umap';

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

  it('of a point on a line are the points beside it, not the point itself', async () => {
    const found = await kNearest(line, 2, 1, quiet, never);
    expect(found?.indices.map((row) => row.toSorted())).toEqual([
      [1, 2],
      [0, 2],
      [0, 1],
      [1, 2],
    ]);
    expect(found?.distances[3]).toEqual([4, 6]);
  });

  it('of rows that are all equally far apart are drawn at random: no row is everybody’s neighbour', async () => {
    const count = 40;
    const corners = {
      width: count,
      values: Float32Array.from({ length: count ** 2 }, (_, i) => (i % (count + 1) === 0 ? 1 : 0)),
    };
    const found = await kNearest(corners, 3, 1, quiet, never);
    const chosen = new Float32Array(count);
    found?.indices.flat().forEach((other) => chosen[other]!++);
    expect(Math.max(...chosen)).toBeLessThan(12);
    expect(found?.indices.every((near, row) => new Set([...near, row]).size === 4)).toBe(true);
    expect(await kNearest(corners, 3, 1, quiet, never)).toEqual(found);
    expect(await kNearest(corners, 3, 2, quiet, never)).not.toEqual(found);
  });

  it('stop when cancelled', async () => {
    expect(await kNearest(line, 1, 1, quiet, () => true)).toBeNull();
  });
});

describe('a vote of the nearest', () => {
  const winners = (distances: number[], labels: number[], k: number) => {
    const all = Float64Array.from(distances);
    return majority(neighbourhood(all, k), k, Uint16Array.from(labels), all);
  };

  it('goes to the majority, and a tie to the class of the nearest', () => {
    expect(winners([1, 2, 3, 4], [4, 5, 5, 6], 3)).toEqual([5]);
    expect(winners([2, 9, 9, 1], [4, 5, 5, 6], 2)).toEqual([6]);
  });

  it('has a share of a vote for each that ties for the last places, in whatever order they stand', () => {
    // One place is left for three: class 5 has 1 + 1/3 votes, class 6 has 2/3.
    expect(winners([1, 2, 2, 2], [5, 6, 6, 5], 2)).toEqual([5]);
    expect(winners([2, 2, 2, 1], [6, 6, 5, 5], 2)).toEqual([5]);
    // All are equally near: the two most frequent classes share the win.
    expect(winners([1, 1, 1, 1, 1], [7, 8, 8, 9, 7], 2)).toEqual([7, 8]);
  });

  it('does not depend on the order of the training rows when many are equal', async () => {
    const count = 90;
    const values = Float32Array.from({ length: count }, (_, i) => Math.floor(uniform(1, 2, 3, i) * 4));
    const labels = Uint16Array.from({ length: count }, (_, i) => i % 3);
    const test = {
      rows: { values: Float32Array.of(0, 1, 2, 3), width: 1 },
      labels: Uint16Array.of(0, 1, 2, 0),
    };
    const train = { rows: { values, width: 1 }, labels };
    const turned = { rows: { values: values.toReversed(), width: 1 }, labels: labels.toReversed() };
    const share = await voteAccuracy(train, test, 5, quiet, never);
    expect(share).not.toBeNull();
    expect(await voteAccuracy(turned, test, 5, quiet, never)).toBe(share);
  });

  it('is chance, exactly, when all rows are equal and all classes as frequent', async () => {
    const rows = (count: number) => ({
      rows: { values: new Float32Array(2 * count).fill(3), width: 2 },
      labels: Uint16Array.from({ length: count }, (_, i) => Math.floor((10 * i) / count)),
    });
    expect(await voteAccuracy(rows(60), rows(20), 5, quiet, never)).toBeCloseTo(0.1, 12);
  });
});

describe('a linear probe', () => {
  it('separates classes that a line separates, and scores chance on random classes', async () => {
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

  it('sees the same whether unused inputs are 0 or any other constant', async () => {
    const digits = (background: number) => {
      const { rows, labels } = clouds(6, 2);
      // half of the inputs are unused in each row
      const values = rows.values.map((value, i) => (i % 2 === 0 ? background : background + value));
      return { rows: { values, width: 6 }, labels: labels.map((label, row) => label + 2 * (row % 3)) };
    };
    const share = await linearProbe(digits(0), digits(0), 1, quiet, never);
    expect(await linearProbe(digits(3), digits(3), 1, quiet, never)).toBe(share);
  });
});

describe('trustworthiness', () => {
  const space: Rows = { values: Float32Array.from({ length: 600 }, (_, i) => uniform(7, 1, 0, i)), width: 2 };
  const random: Rows = {
    values: Float32Array.from({ length: 600 }, (_, i) => uniform(8, 1, 0, i)),
    width: 2,
  };

  it('is 1 for a map equal to the space, and about one half for a random map', async () => {
    const [same = 0, other = 0] = (await trustworthiness(space, [space, random], 10, quiet, never)) ?? [];
    expect(same).toBe(1);
    expect(other).toBeGreaterThan(0.4);
    expect(other).toBeLessThan(0.6);
  });

  it('of a map with all images at one point is that of a random map: k of all others, drawn', async () => {
    const point = { values: new Float32Array(600).fill(2), width: 2 };
    const [trust = 0] = (await trustworthiness(space, [point], 10, quiet, never)) ?? [];
    // each of 299 ranks is equally likely: the mean of max(0, r - 10) is 289 * 290 / 2 / 299
    const penalty = (300 * 10 * 289 * 290) / 2 / 299;
    expect(trust).toBeCloseTo(1 - (2 * penalty) / (300 * 10 * (600 - 30 - 1)), 9);
  });

  it('does not depend on the order of the images when many are equal', async () => {
    const coarse = (rows: Rows) => ({ ...rows, values: rows.values.map((value) => Math.round(value * 4)) });
    const turned = ({ values, width }: Rows) => ({
      width,
      values: Float32Array.from(
        values,
        (_, i) => values[values.length - width - (i - (i % width)) + (i % width)]!,
      ),
    });
    const [one = 0] = (await trustworthiness(coarse(space), [coarse(random)], 10, quiet, never)) ?? [];
    const [other = 1] =
      (await trustworthiness(turned(coarse(space)), [turned(coarse(random))], 10, quiet, never)) ?? [];
    expect(other).toBeCloseTo(one, 9);
  });

  it('penalises each false neighbour by its rank', async () => {
    // Of five places on a line the map swaps the last two: only their neighbourhoods are false.
    const line = { values: Float32Array.of(0, 1, 2.1, 3, 10), width: 1 };
    const map = { values: Float32Array.of(0, 1, 2.1, 10, 2.5), width: 1 };
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

  it('gives the same points for the same seed, and others for another seed', async () => {
    const first = await umapLayout(request, quiet, never);
    expect(await umapLayout(request, quiet, never)).toEqual(first);
    expect(await umapLayout({ ...request, seed: 2 }, quiet, never)).not.toEqual(first);
  });

  it('keeps clouds apart: the nearest point on the map is of the same cloud', async () => {
    const layout = await umapLayout(request, quiet, never);
    const map = { values: layout?.points ?? new Float32Array(), width: 2 };
    const near = await kNearest(map, 1, 1, quiet, never);
    const same = near?.indices.filter(([other], row) => labels[other ?? -1] === labels[row]).length ?? 0;
    expect(same).toBeGreaterThanOrEqual(78);
  });

  it('reports progress, and stops when cancelled', async () => {
    const shares: number[] = [];
    await umapLayout(request, ({ share }) => shares.push(share), never);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    let reports = 0;
    const cancelled = umapLayout(
      request,
      () => reports++,
      () => reports > 5,
    );
    expect(await cancelled).toBeNull();
    expect(reports).toBeLessThan(10);
  });

  it('gives equal codes one point, and lays out the distinct ones as if they stood alone', async () => {
    const twice = Float32Array.from([...rows.values, ...rows.values]);
    const alone = await umapLayout(request, quiet, never);
    const layout = await umapLayout({ ...request, codes: twice }, quiet, never);
    expect(layout?.distinct).toBe(80);
    expect(layout?.points?.slice(0, 160)).toEqual(alone?.points);
    expect(layout?.points?.slice(160)).toEqual(alone?.points);
  });

  it('gives codes that differ by rounding only one point, and draws nothing where all do', async () => {
    const rounded = rows.values.map((value, i) => value + ((i % 3) - 1) * Math.abs(value) * 2 ** -23);
    const alone = await umapLayout(request, quiet, never);
    const layout = await umapLayout(
      { ...request, codes: Float32Array.from([...rows.values, ...rounded]) },
      quiet,
      never,
    );
    expect(layout?.distinct).toBe(80);
    expect(layout?.points?.slice(160)).toEqual(alone?.points);
    const collapsed = Float32Array.from(rows.values, (_, i) => 0.5 + (i % 7) * 2 ** -23);
    expect(await umapLayout({ ...request, codes: collapsed }, quiet, never)).toEqual({
      points: null,
      distinct: 1,
    });
  });

  it('draws nothing of codes with hardly a difference, and counts them', async () => {
    const same = new Float32Array(500).fill(0.5);
    const nothing = await umapLayout({ ...request, codes: same }, quiet, never);
    expect(nothing).toEqual({ points: null, distinct: 1 });
    const three = same.map((value, i) => (i < 10 ? i % 5 : i < 20 ? 9 : value));
    expect((await umapLayout({ ...request, codes: three }, quiet, never))?.points).toBeNull();
    const few = await umapLayout({ ...request, codes: rows.values.slice(0, 20) }, quiet, never);
    expect(few?.distinct).toBe(4);
    expect(few?.points).toHaveLength(8);
  });
});
