import { describe, expect, test } from 'vitest';
import { beta1, beta2, decay } from './constants';
import { margins, startsOfNewWeights } from './new-weights';

const averages = Float32Array.from([1, 2, 3, 6].map((value) => value * 1e-6)); // mean 3e-6
const rms = Math.sqrt(3e-6);

/** Steps of a new weight in learning rates, for given initial averages, after `updates` updates of the old weights. */
const steps = {
  adam(start: number, gradients: readonly number[], updates: number): number[] {
    let [m, v] = [0, start];
    return gradients.map((g, i) => {
      m = beta1 * m + (1 - beta1) * g;
      v = beta2 * v + (1 - beta2) * g * g;
      const t = updates + i + 1;
      return Math.abs(m / (1 - beta1 ** t) / Math.sqrt(v / (1 - beta2 ** t)));
    });
  },
  rmsprop(start: number, gradients: readonly number[]): number[] {
    let meanSquare = start;
    return gradients.map((g) => {
      meanSquare = decay * meanSquare + (1 - decay) * g * g;
      return Math.abs(g / Math.sqrt(meanSquare));
    });
  },
};

describe.each([
  ['adam', 1],
  ['rmsprop', 0],
] as const)('under %s', (id, square) => {
  const { outgoing } = startsOfNewWeights(id, square, { averages, learningRate: 0.002, onward: null });

  test('the first step of a new weight is at most a learning rate up to the margin, whenever it joins', () => {
    for (const updates of [200, 2574, 1e5]) {
      for (const share of [0, 0.01, 0.3, 1]) {
        expect(steps[id](outgoing, [share * margins[id] * rms], updates)[0]).toBeLessThan(1.0001);
      }
    }
    expect(steps[id](0, [rms], 2574)[0]).toBeGreaterThan(3);
  });

  test('the first forty steps are too, if its gradient is as large as the old ones', () => {
    const alternating = Array.from({ length: 40 }, (_, i) => (i % 3 === 0 ? -rms : rms));
    expect(Math.max(...steps[id](outgoing, alternating, 2574))).toBeLessThan(id === 'adam' ? 2 : 1.0001);
    expect(Math.max(...steps[id](0, alternating, 2574))).toBeGreaterThan(3);
  });
});

test('the first moment of a new weight starts at 0, and so does the velocity of SGD', () => {
  const old = { averages, learningRate: 0.002, onward: null };
  expect(startsOfNewWeights('adam', 0, old)).toEqual({ incoming: 0, outgoing: 0 });
  expect(startsOfNewWeights('sgd', 0, old)).toEqual({ incoming: 0, outgoing: 0 });
});

test('incoming weights of a new unit start lower, by the squared ratio of a learning rate to the outgoing weights', () => {
  const onward = Float32Array.from([0.2, -0.2, 0.2, -0.2]);
  const { incoming, outgoing } = startsOfNewWeights('adam', 1, { averages, learningRate: 0.002, onward });
  expect(incoming / outgoing).toBeCloseTo(0.01 ** 2, 8);
  // in a network whose weights are still smaller than a step
  const small = startsOfNewWeights('adam', 1, { averages, learningRate: 0.002, onward: new Float32Array(4) });
  expect(small.incoming).toBe(small.outgoing);
});
