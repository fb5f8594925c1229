import { describe, expect, test } from 'vitest';
import { sigmoid } from './loss';
import { losses } from './registry';

const { mse, bce, mae } = losses;

describe('known values', () => {
  test('a logit of 0 is a pixel of one half: errors 1/4, 1/2 and log 2 against black or white', () => {
    for (const target of [0, 1]) {
      expect(mse.reference([target], [0])).toBe(0.25);
      expect(mae.reference([target], [0])).toBe(0.5);
      expect(bce.reference([target], [0])).toBeCloseTo(Math.log(2), 15);
    }
  });

  test('the loss is the mean over pixels', () => {
    const logit = Math.log(3); // a pixel of 3/4
    expect(mse.reference([1, 0], [logit, logit])).toBeCloseTo((1 / 16 + 9 / 16) / 2, 12);
    expect(mae.reference([1, 0], [logit, logit])).toBeCloseTo((1 / 4 + 3 / 4) / 2, 12);
    expect(bce.reference([1, 0], [logit, logit])).toBeCloseTo(-(Math.log(3 / 4) + Math.log(1 / 4)) / 2, 12);
  });
});

describe('binary cross-entropy', () => {
  test.each([-5, -0.3, 0, 0.7, 6])('from a logit of %f is -x log p - (1 - x) log(1 - p)', (logit) => {
    const p = sigmoid(logit);
    for (const x of [0, 0.2, 1]) {
      expect(bce.reference([x], [logit])).toBeCloseTo(-x * Math.log(p) - (1 - x) * Math.log(1 - p), 9);
    }
  });

  test('of a confident mistake grows with the logit and stays finite', () => {
    expect(bce.reference([0], [80])).toBeCloseTo(80, 9);
    expect(bce.reference([1], [-1000])).toBe(1000);
  });

  test('is least where the pixel equals the target, and there the entropy of the target', () => {
    const x = 0.3;
    const best = Math.log(x / (1 - x));
    const atBest = bce.reference([x], [best]);
    expect(atBest).toBeCloseTo(-x * Math.log(x) - (1 - x) * Math.log(1 - x), 12);
    expect(bce.reference([x], [best + 0.1])).toBeGreaterThan(atBest);
    expect(bce.reference([x], [best - 0.1])).toBeGreaterThan(atBest);
  });
});

test.each(Object.entries(losses))('%s is finite for logits of -1000 and 1000', (_, loss) => {
  expect(Number.isFinite(loss.reference([0, 1, 0.5, 0.5], [1000, -1000, 1000, -1000]))).toBe(true);
});

test.each(Object.entries(losses))('%s of a perfect black and white image is 0', (_, loss) => {
  expect(loss.reference([0, 1], [-100, 100])).toBeCloseTo(0, 12);
});
