import { describe, expect, it } from 'vitest';
import { countAxis, linearAxis, logAxis } from './axis-ticks';

describe('linearAxis', () => {
  it('starts at zero for positive values and ends at a tick at or above the highest', () => {
    const { domain, ticks } = linearAxis(0.0235, 0.0712, 5);
    expect(domain[0]).toBe(0);
    expect(domain[1]).toBeGreaterThanOrEqual(0.0712);
    expect(ticks).toEqual([0, 0.02, 0.04, 0.06, 0.08]);
  });

  it('holds negative values and a constant', () => {
    const negative = linearAxis(-3, 5, 5);
    expect(negative.domain[0]).toBeLessThanOrEqual(-3);
    expect(negative.ticks).toContain(0);
    const flat = linearAxis(0, 0, 5);
    expect(flat.domain[1]).toBeGreaterThan(flat.domain[0]);
  });
});

describe('logAxis', () => {
  it('uses 1-2-3-4-6-8 within a decade', () => {
    expect(logAxis(0.021, 0.078, 6).ticks).toEqual([0.02, 0.03, 0.04, 0.06, 0.08]);
  });

  it('uses powers of ten over many decades', () => {
    expect(logAxis(1e-5, 1, 6).ticks).toEqual([1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1]);
  });

  it('uses every other power of ten, and so on, over very many decades', () => {
    expect(logAxis(1e-12, 1, 5).ticks).toEqual([1e-12, 1e-9, 1e-6, 1e-3, 1]);
  });

  it('uses round numbers in steps where it spans less than two multiples of a power of ten', () => {
    expect(logAxis(0.0521, 0.0538, 5).ticks).toEqual([0.052, 0.053, 0.054]);
  });

  it('ends at ticks that lie near the data, beyond those along it', () => {
    expect(logAxis(0.037, 0.23, 5).ticks).toEqual([0.03, 0.04, 0.06, 0.08, 0.1, 0.2, 0.3]);
    expect(logAxis(0.021, 0.078, 6).domain).toEqual([0.02, 0.08]);
  });

  it('always holds the data and at least two ticks, in order', () => {
    for (const [low, high] of [
      [0.0234, 0.0235],
      [0.5, 0.5],
      [1e-9, 1e3],
      [0.9, 1.1],
    ] as const) {
      const { domain, ticks } = logAxis(low, high, 5);
      expect(domain[0]).toBeLessThanOrEqual(low);
      expect(domain[1]).toBeGreaterThanOrEqual(high);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(7);
      expect([...ticks].sort((a, b) => a - b)).toEqual(ticks);
    }
  });
});

describe('countAxis', () => {
  it('counts in whole steps only', () => {
    expect(countAxis(3.99, 6).ticks).toEqual([0, 1, 2, 3]);
    expect(countAxis(1, 6).ticks).toEqual([0, 1]);
    expect(countAxis(1872, 5).ticks).toEqual([0, 500, 1000, 1500]);
    expect(countAxis(1400, 5).ticks).toEqual([0, 500, 1000]);
  });
});
