import { describe, expect, test } from 'vitest';
import { pixelsOf, sampleScores, type Answer } from './sample-scores';

const settings = { loss: 'bce', outputActivation: 'sigmoid', codeSize: 1 } as const;
const logit = (pixel: number) => Math.log(pixel / (1 - pixel));

/** Two samples of four pixels; the second is rebuilt as 0.5 everywhere. */
const answer: Answer = {
  samples: Float32Array.of(0, 1, 0.5, 0.5, 0, 1, 0, 1),
  logits: Float32Array.of(logit(0.1), logit(0.9), 0, 0, 0, 0, 0, 0),
  codes: Float32Array.of(0, 2),
  logVars: Float32Array.of(0, 0),
};
const scores = (...[kind, changed = {}]: [Parameters<typeof sampleScores>[0], object?]) =>
  Array.from(sampleScores(kind, { ...settings, ...changed }, answer), (score) => Number(score.toFixed(5)));

describe('scores of a reconstruction', () => {
  test('the squared error is a mean over the numbers of the sample', () => {
    expect(scores('mse')).toEqual([0.005, 0.25]);
  });

  test('the cross-entropy is in nats, a mean over the numbers', () => {
    const sure = -2 * Math.log(0.9);
    const half = 2 * Math.log(2);
    expect(scores('bce')).toEqual([Number(((sure + half) / 4).toFixed(5)), Number(Math.log(2).toFixed(5))]);
  });

  test('the unexplained variance is relative to the sample, and finite for an even one', () => {
    // Variances 0.125 and 0.25.
    expect(scores('unexplained')).toEqual([
      Number((0.005 / 0.135).toFixed(5)),
      Number((0.25 / 0.26).toFixed(5)),
    ]);
    const even = { ...answer, samples: new Float32Array(8).fill(0.5), logits: new Float32Array(8) };
    expect([...sampleScores('unexplained', settings, even)]).toEqual([0, 0]);
  });

  test('the worst pixels are at least one', () => {
    expect(scores('worst-pixels')).toEqual([0.01, 0.25]);
  });

  test('the worst 5 % of forty numbers are two', () => {
    const samples = Float32Array.from({ length: 40 }, (_, i) => Number(i === 3) + Number(i === 20) / 2);
    const flat = { samples, logits: new Float32Array(40), codes: new Float32Array(1), logVars: null };
    const linear = { ...settings, outputActivation: 'linear' } as const;
    expect(sampleScores('worst-pixels', linear, flat)[0]).toBeCloseTo((1 + 0.25) / 2, 6);
  });

  test('the likelihood is the one that the loss stands for, summed over the sample', () => {
    expect(scores('reconstruction-probability')[1]).toBeCloseTo(4 * Math.log(2), 4);
    expect(scores('reconstruction-probability', { loss: 'mse' })[1]).toBeCloseTo(1, 4);
  });

  test('the negative ELBO adds the KL divergence of each sample', () => {
    const [likelihood, elbo] = [scores('reconstruction-probability'), scores('negative-elbo')];
    expect(elbo[0]! - likelihood[0]!).toBeCloseTo(0, 4);
    // KL(N(2, 1) || N(0, 1)) = 2.
    expect(elbo[1]! - likelihood[1]!).toBeCloseTo(2, 4);
  });

  test('a linear output is the pixel itself', () => {
    const logits = Float32Array.of(-1, 3);
    expect(pixelsOf(logits, { outputActivation: 'linear' })).toBe(logits);
    expect(pixelsOf(Float32Array.of(0), { outputActivation: 'sigmoid' })[0]).toBe(0.5);
  });
});
