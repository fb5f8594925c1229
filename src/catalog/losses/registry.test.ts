import { describe, expect, test } from 'vitest';
import { meanLoss, meanLossGradient, sigmoid } from './loss';
import { losses } from './registry';

const { mse, bce, mae } = losses;

describe('known values', () => {
  test('a logit of 0 is a pixel of 1/2: errors 1/4, 1/2 and log 2 against black or white', () => {
    for (const target of [0, 1]) {
      expect(meanLoss(mse, [target], [0])).toBe(0.25);
      expect(meanLoss(mae, [target], [0])).toBe(0.5);
      expect(meanLoss(bce, [target], [0])).toBeCloseTo(Math.log(2), 15);
    }
  });

  test('the loss is the mean over pixels', () => {
    const logit = Math.log(3); // a pixel of 3/4
    expect(meanLoss(mse, [1, 0], [logit, logit])).toBeCloseTo((1 / 16 + 9 / 16) / 2, 12);
    expect(meanLoss(mae, [1, 0], [logit, logit])).toBeCloseTo((1 / 4 + 3 / 4) / 2, 12);
    expect(meanLoss(bce, [1, 0], [logit, logit])).toBeCloseTo(-(Math.log(3 / 4) + Math.log(1 / 4)) / 2, 12);
  });
});

describe('binary cross-entropy', () => {
  test.each([-5, -0.3, 0, 0.7, 6])('from a logit of %f is -x log p - (1 - x) log(1 - p)', (logit) => {
    const p = sigmoid(logit);
    for (const x of [0, 0.2, 1]) {
      expect(meanLoss(bce, [x], [logit])).toBeCloseTo(-x * Math.log(p) - (1 - x) * Math.log(1 - p), 9);
    }
  });

  test('of a confident mistake grows with the logit and stays finite', () => {
    expect(meanLoss(bce, [0], [80])).toBeCloseTo(80, 9);
    expect(meanLoss(bce, [1], [-1000])).toBe(1000);
  });

  test('is minimal where the pixel equals the target, where it is the entropy of the target', () => {
    const x = 0.3;
    const best = Math.log(x / (1 - x));
    const atBest = meanLoss(bce, [x], [best]);
    expect(atBest).toBeCloseTo(-x * Math.log(x) - (1 - x) * Math.log(1 - x), 12);
    expect(meanLoss(bce, [x], [best + 0.1])).toBeGreaterThan(atBest);
    expect(meanLoss(bce, [x], [best - 0.1])).toBeGreaterThan(atBest);
  });
});

describe.each(Object.entries(losses))('%s', (_, loss) => {
  const target = [0, 0.2, 0.5, 0.75, 1];

  test('is 0 or more', () => {
    for (const output of [0.01, 0.3, 0.9]) {
      for (const pixel of target) expect(loss.value(pixel, output)).toBeGreaterThanOrEqual(0);
    }
  });

  test('has the slope that central differences of its value give', () => {
    for (const output of [0.05, 0.33, 0.61, 0.98]) {
      for (const pixel of target) {
        const difference = loss.value(pixel, output + 1e-6) - loss.value(pixel, output - 1e-6);
        expect(loss.slope(pixel, output)).toBeCloseTo(difference / 2e-6, 5);
      }
    }
  });

  test.each([true, false])(
    'of a batch has the gradient of central differences (sigmoid: %s)',
    (isSigmoid) => {
      const logits = [0.4, -1.3, 0.2, 0.9, 2];
      const gradient = meanLossGradient(loss, target, logits, isSigmoid);
      logits.forEach((_z, i) => {
        const at = (by: number) =>
          meanLoss(
            loss,
            target,
            logits.map((z, j) => (i === j ? z + by : z)),
            isSigmoid,
          );
        expect(gradient[i]).toBeCloseTo((at(1e-6) - at(-1e-6)) / 2e-6, 5);
      });
    },
  );
});

test.each(Object.entries(losses))('%s is finite for logits of -1000 and 1000', (_, loss) => {
  expect(Number.isFinite(meanLoss(loss, [0, 1, 0.5, 0.5], [1000, -1000, 1000, -1000]))).toBe(true);
});

test.each(Object.entries(losses))('%s of a perfect black and white image is 0', (_, loss) => {
  expect(meanLoss(loss, [0, 1], [-100, 100])).toBeCloseTo(0, 12);
});
