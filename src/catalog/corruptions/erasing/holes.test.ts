import { describe, expect, test } from 'vitest';
import { emptyMask } from '../../../core/inpainting/mask';
import { holes } from './holes';

const masksAt = (shape: readonly number[], level: number, count: number) =>
  Array.from({ length: count }, (_, sample) => {
    const mask = emptyMask(shape);
    holes.mask?.(mask, shape, level, { seed: 1, step: 3, sample });
    return mask;
  });
const missing = (mask: Uint8Array) => mask.reduce((sum, one) => sum + one, 0);

describe.each([[[28, 28, 1]], [[9, 30, 3]], [[60, 2]]])('of samples %j', (shape) => {
  test('each sample loses something, few lose all, and the holes differ', () => {
    const masks = masksAt(shape, 0.7, 400);
    expect(masks.filter((mask) => missing(mask) === 0).length).toBeLessThan(4);
    expect(masks.filter((mask) => missing(mask) === mask.length).length).toBeLessThan(4);
    // A signal of 60 points has few stretches to lose.
    expect(new Set(masks.map((mask) => mask.join(''))).size).toBeGreaterThan(shape.length === 2 ? 200 : 300);
  });

  test('more is missing at a higher level', () => {
    const mean = (level: number) =>
      masksAt(shape, level, 300).reduce((sum, mask) => sum + missing(mask) / mask.length / 300, 0);
    expect(mean(0.2)).toBeLessThan(mean(0.5));
    expect(mean(0.5)).toBeLessThan(mean(0.9));
  });

  test('every place is missing at times, and known at times', () => {
    const masks = masksAt(shape, 0.7, 600);
    for (let at = 0; at < emptyMask(shape).length; at++) {
      const times = masks.reduce((sum, mask) => sum + (mask[at] ?? 0), 0);
      expect(times).toBeGreaterThan(30);
      expect(times).toBeLessThan(570);
    }
  });
});
