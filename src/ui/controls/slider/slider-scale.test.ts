import { describe, expect, it } from 'vitest';
import { nudge, positionOf, settle, valueAt } from './slider-scale';
import type { Track } from './slider-scale';

const codeSize: Track = { min: 1, max: 128, scale: 'log', step: 1 };
const learningRate: Track = { min: 0.00001, max: 1, scale: 'log' };
const batchSize: Track = { min: 16, max: 1024, scale: 'linear', stops: [16, 32, 64, 128, 256, 512, 1024] };
const noise: Track = { min: 0, max: 1, scale: 'linear', step: 0.01 };

describe('places on the track', () => {
  it('gives every doubling the same distance on a log track', () => {
    expect(positionOf(codeSize, 1)).toBe(0);
    expect(positionOf(codeSize, 128)).toBe(1);
    expect(positionOf(codeSize, 16)).toBeCloseTo(4 / 7, 12);
  });

  it('puts stops at even distances', () => {
    expect(batchSize.stops?.map((stop) => positionOf(batchSize, stop) * 6)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('comes back to the same value from every place a value has', () => {
    for (let value = 1; value <= 128; value++)
      expect(valueAt(codeSize, positionOf(codeSize, value))).toBe(value);
    for (const stop of batchSize.stops ?? [])
      expect(valueAt(batchSize, positionOf(batchSize, stop))).toBe(stop);
    for (const value of [0.00001, 0.00034, 0.002, 0.5, 1]) {
      expect(valueAt(learningRate, positionOf(learningRate, value))).toBe(value);
    }
    const root: Track = { min: 1, max: 128, scale: 'sqrt', step: 1 };
    for (let value = 1; value <= 128; value++) expect(valueAt(root, positionOf(root, value))).toBe(value);
  });

  it('stays on the track', () => {
    expect(valueAt(codeSize, -3)).toBe(1);
    expect(valueAt(codeSize, 3)).toBe(128);
  });
});

describe('settle', () => {
  it('rounds to the grid, to a stop or to two digits, and clamps', () => {
    expect(settle(noise, 0.30000000000000004)).toBe(0.3);
    expect(settle(noise, 7)).toBe(1);
    expect(settle(batchSize, 100)).toBe(128);
    expect(settle(learningRate, 0.0012345)).toBe(0.0012);
    expect(settle(codeSize, 16.4)).toBe(16);
  });
});

describe('nudge', () => {
  it('moves by one on a grid of whole numbers, however the track is warped', () => {
    expect(nudge(codeSize, 16, 1, false)).toBe(17);
    expect(nudge(codeSize, 16, -1, false)).toBe(15);
    expect(nudge(codeSize, 1, -1, false)).toBe(1);
  });

  it('always moves, and comes to the ends', () => {
    let value = 0.00001;
    for (let presses = 0; value < 1; presses++) {
      expect(presses).toBeLessThan(1000);
      const next = nudge(learningRate, value, 1, false);
      expect(next).toBeGreaterThan(value);
      value = next;
    }
    for (let presses = 0; value > 0.00001; presses++) {
      expect(presses).toBeLessThan(1000);
      const next = nudge(learningRate, value, -1, false);
      expect(next).toBeLessThan(value);
      value = next;
    }
  });

  it('walks a log track in round numbers, from wherever it stands', () => {
    const walk = (from: number, direction: -1 | 1, large = false) => {
      const walked = [from];
      for (let press = 0, value = from; press < 4; press++)
        walked.push((value = nudge(learningRate, value, direction, large)));
      return walked;
    };
    expect(walk(0.001, 1)).toEqual([0.001, 0.002, 0.005, 0.01, 0.02]);
    expect(walk(0.00034, -1)).toEqual([0.00034, 0.0002, 0.0001, 0.00005, 0.00002]);
    expect(walk(0.00034, 1, true)).toEqual([0.00034, 0.001, 0.01, 0.1, 1]);
    expect(nudge(learningRate, 1, 1, false)).toBe(1);
  });

  it('goes from stop to stop', () => {
    expect(nudge(batchSize, 128, 1, false)).toBe(256);
    expect(nudge(batchSize, 128, -1, true)).toBe(16);
  });
});

describe('a log track that begins at 0', () => {
  const weight: Track = { min: 0, max: 10, scale: 'log', smallest: 1e-6 };

  it('gives 0 the left end, exactly, and every decade above it the same distance', () => {
    expect(positionOf(weight, 0)).toBe(0);
    expect(valueAt(weight, 0)).toBe(0);
    expect(positionOf(weight, 10)).toBe(1);
    const places = [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1, 10].map((value) => positionOf(weight, value));
    expect(places[0]).toBeGreaterThan(0);
    const decade = (places[7] ?? 0) - (places[6] ?? 0);
    places.slice(1).forEach((place, index) => expect(place - (places[index] ?? 0)).toBeCloseTo(decade, 12));
  });

  it('comes back to the same value from every place a value has', () => {
    for (const value of [0, 1e-6, 3.4e-5, 0.0005, 0.02, 1, 7.3, 10]) {
      expect(valueAt(weight, positionOf(weight, value))).toBe(value);
      expect(settle(weight, value)).toBe(value);
    }
  });

  it('is walked by keys from 0 to the other end and back to 0', () => {
    expect(nudge(weight, 0, 1, false)).toBe(1e-6);
    expect(nudge(weight, 1e-6, -1, false)).toBe(0);
    expect(nudge(weight, 0, -1, true)).toBe(0);
    let value = 0;
    for (let presses = 0; value < 10; presses++) {
      expect(presses).toBeLessThan(1000);
      const next = nudge(weight, value, 1, false);
      expect(next).toBeGreaterThan(value);
      value = next;
    }
    for (let presses = 0; value > 0; presses++) {
      expect(presses).toBeLessThan(1000);
      const next = nudge(weight, value, -1, true);
      expect(next).toBeLessThan(value);
      value = next;
    }
  });

  it('takes what is nearer to 0 than to the smallest value as 0', () => {
    expect(settle(weight, 4e-7)).toBe(0);
    expect(settle(weight, 6e-7)).toBe(1e-6);
    expect(settle(weight, -1)).toBe(0);
  });
});
