import { describe, expect, test } from 'vitest';
import { pcg4d, permutation, standardNormal, streams, uniform, unitInterval, words } from './random';

const twoTo32 = 1n << 32n;

/** pcg4d as Jarzynski & Olano 2020 print it, one assignment per line, in integers modulo 2^32. */
function paperPcg4d(input: readonly number[]): number[] {
  let [x = 0n, y = 0n, z = 0n, w = 0n] = input.map(
    (word) => (BigInt(word) * 1664525n + 1013904223n) % twoTo32,
  );
  const mix = () => {
    x = (x + y * w) % twoTo32;
    y = (y + z * x) % twoTo32;
    z = (z + x * y) % twoTo32;
    w = (w + y * z) % twoTo32;
  };
  mix();
  [x, y, z, w] = [x ^ (x >> 16n), y ^ (y >> 16n), z ^ (z >> 16n), w ^ (w >> 16n)];
  mix();
  return [x, y, z, w].map(Number);
}

function hash(...input: [number, number, number, number]): number[] {
  pcg4d(...input);
  return Array.from(words);
}

/** The first uniform number at each of many neighbouring counters. */
function uniforms(count: number, place: (i: number) => [number, number, number, number]): number[] {
  return Array.from({ length: count }, (_, i) => unitInterval(hash(...place(i))[0] ?? 0));
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  const cross = mean(a.map((value, i) => (value - meanA) * ((b[i] ?? 0) - meanB)));
  const spread = (values: readonly number[], centre: number) => mean(values.map((v) => (v - centre) ** 2));
  return cross / Math.sqrt(spread(a, meanA) * spread(b, meanB));
}

describe('pcg4d', () => {
  test.each<[number, number, number, number]>([
    [0, 0, 0, 0],
    [1, 2, 3, 4],
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    [0x80000000, 0, 0x7fffffff, 1],
    [123456789, streams.weights, 17, 200703],
  ])('agrees with the definition in the paper at (%i, %i, %i, %i)', (...input) => {
    expect(hash(...input)).toEqual(paperPcg4d(input));
  });

  test('agrees with the definition in the paper at 2,000 scattered counters', () => {
    let place: [number, number, number, number] = [1, 2, 3, 4];
    for (let i = 0; i < 2000; i++) {
      const expected = paperPcg4d(place);
      expect(hash(...place)).toEqual(expected);
      place = expected as typeof place;
    }
  });

  test.each<[string, (i: number) => [number, number, number, number]]>([
    ['seed', (i) => [i, 5, 6, 7]],
    ['step', (i) => [1, i, 6, 7]],
    ['sample', (i) => [1, 5, i, 7]],
    ['pixel', (i) => [1, 5, 6, i]],
  ])('is uniform along neighbouring values of the %s', (_, place) => {
    const count = 20_000;
    const bins = new Array<number>(20).fill(0);
    for (const value of uniforms(count, place)) {
      const bin = Math.floor(value * 20);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    const chiSquare = bins.reduce((sum, seen) => sum + (seen - count / 20) ** 2 / (count / 20), 0);
    // 19 degrees of freedom: 50 is exceeded with probability 1e-4
    expect(chiSquare).toBeLessThan(50);
  });

  test('gives neighbouring steps, samples and pixels unrelated numbers', () => {
    const count = 20_000;
    const here = uniforms(count, (i) => [1, 10, 20, i]);
    // the standard error of a correlation of 0 is 1 / sqrt(count) = 0.007
    expect(
      Math.abs(
        correlation(
          here,
          uniforms(count, (i) => [1, 11, 20, i]),
        ),
      ),
    ).toBeLessThan(0.03);
    expect(
      Math.abs(
        correlation(
          here,
          uniforms(count, (i) => [1, 10, 21, i]),
        ),
      ),
    ).toBeLessThan(0.03);
    expect(
      Math.abs(
        correlation(
          here,
          uniforms(count, (i) => [2, 10, 20, i]),
        ),
      ),
    ).toBeLessThan(0.03);
    expect(
      Math.abs(
        correlation(
          here,
          uniforms(count, (i) => [1, 10, 20, i + 1]),
        ),
      ),
    ).toBeLessThan(0.03);
  });
});

describe('unitInterval', () => {
  test('runs from 0 to just under 1 and is exact in 32-bit floats', () => {
    expect(unitInterval(0)).toBe(0);
    expect(unitInterval(0xffffffff)).toBe(1 - 2 ** -24);
    for (const word of [0xffffffff, 0x12345678, 0x80000000, 0x1ff]) {
      expect(Math.fround(unitInterval(word))).toBe(unitInterval(word));
    }
  });
});

describe('standardNormal', () => {
  const sample = Array.from({ length: 40_000 }, (_, i) => {
    const [a = 0, b = 0] = hash(3, 1, 4, i);
    return standardNormal(a, b);
  });

  test('has mean 0, variance 1, no skew and the kurtosis of a normal distribution', () => {
    expect(mean(sample)).toBeCloseTo(0, 1);
    expect(mean(sample.map((x) => x ** 2))).toBeGreaterThan(0.97);
    expect(mean(sample.map((x) => x ** 2))).toBeLessThan(1.03);
    expect(Math.abs(mean(sample.map((x) => x ** 3)))).toBeLessThan(0.1);
    expect(mean(sample.map((x) => x ** 4))).toBeGreaterThan(2.8);
    expect(mean(sample.map((x) => x ** 4))).toBeLessThan(3.2);
  });

  test('has 68.3 %, 95.4 % and 99.7 % within one, two and three deviations', () => {
    const within = (limit: number) => mean(sample.map((x) => (Math.abs(x) < limit ? 1 : 0)));
    expect(within(1)).toBeGreaterThan(0.673);
    expect(within(1)).toBeLessThan(0.693);
    expect(within(2)).toBeGreaterThan(0.949);
    expect(within(2)).toBeLessThan(0.96);
    expect(within(3)).toBeGreaterThan(0.995);
  });

  test('is finite for every pair of words, 0 included', () => {
    for (const first of [0, 0xff, 0xffffffff]) {
      for (const second of [0, 0x80000000, 0xffffffff]) {
        expect(Number.isFinite(standardNormal(first, second))).toBe(true);
      }
    }
  });
});

describe('uniform', () => {
  test('depends on its counter alone', () => {
    const first = uniform(1, streams.pick, 2, 3);
    uniform(9, streams.jitter, 9, 9);
    expect(uniform(1, streams.pick, 2, 3)).toBe(first);
  });

  test('differs by seed, stream, salt and index', () => {
    const values = [
      uniform(1, streams.pick, 2, 3),
      uniform(2, streams.pick, 2, 3),
      uniform(1, streams.order, 2, 3),
      uniform(1, streams.pick, 3, 3),
      uniform(1, streams.pick, 2, 4),
    ];
    expect(new Set(values).size).toBe(values.length);
  });
});

describe('permutation', () => {
  test.each([0, 1, 2, 10, 1000])('of %i contains each number once', (count) => {
    const sorted = Array.from(permutation(count, 1, streams.order, 0)).sort((a, b) => a - b);
    expect(sorted).toEqual(Array.from({ length: count }, (_, i) => i));
  });

  test('repeats for the same seed and differs for another seed, stream or salt', () => {
    const base = permutation(100, 1, streams.order, 0);
    expect(permutation(100, 1, streams.order, 0)).toEqual(base);
    expect(permutation(100, 2, streams.order, 0)).not.toEqual(base);
    expect(permutation(100, 1, streams.pick, 0)).not.toEqual(base);
    expect(permutation(100, 1, streams.order, 1)).not.toEqual(base);
  });

  test('gives each of the six orders of three about equally often', () => {
    const seen = new Map<string, number>();
    for (let seed = 0; seed < 6000; seed++) {
      const order = permutation(3, seed, streams.order, 0).join();
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect(seen.size).toBe(6);
    // standard deviation 29 around 1,000
    for (const times of seen.values()) expect(Math.abs(times - 1000)).toBeLessThan(150);
  });
});
