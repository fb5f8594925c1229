import { expect, test } from 'vitest';
import { defaultExperiment } from '../../core/experiment/experiment';
import { momentsOf } from '../../core/latent/two-sample/moments';
import type { TwoSampleQuestion } from '../../core/latent/two-sample/two-sample-api';
import { newRun } from '../runs/run';
import { compareWithReal, drawSamples, type Drawing } from './generated-samples';

const width = 2;
const drawing: Drawing = { count: 1000, seed: 1, temperature: 1, withResidual: false };

/** A decoder that answers with the code, and a network that reconstructs 0.5 of what is 0.4 and 0.6 by turns. */
function ports() {
  const asked: TwoSampleQuestion[] = [];
  const run = newRun('run', { ...defaultExperiment, codeSize: width }, null);
  return {
    asked,
    run: { store: { getState: () => run } },
    questions: {
      generate: (draws: Float32Array) =>
        Promise.resolve({ runId: 'run', step: 7, images: draws, fittedTo: 0 }),
      reconstruct: (images: Float32Array) =>
        Promise.resolve({ runId: 'run', step: 7, images: images.map(() => 0.5) }),
    },
    analysis: {
      trainingSamples: (_: unknown, count: number) =>
        Promise.resolve(Float32Array.from({ length: count * width }, (__, at) => (at % 4 < 2 ? 0.4 : 0.6))),
      twoSample: (question: TwoSampleQuestion) => {
        asked.push(question);
        return Promise.resolve(null);
      },
    },
  };
}

test('the temperature scales the draws, and the same seed draws the same', async () => {
  const hot = await drawSamples({ ...drawing, temperature: 2 }, ports());
  const plain = await drawSamples(drawing, ports());
  expect(plain?.step).toBe(7);
  expect(hot?.images).toEqual(plain?.images.map((value) => 2 * value));
});

test('the residual of training samples is added where it is asked for', async () => {
  const cold = { ...drawing, temperature: 0 };
  expect((await drawSamples(cold, ports()))?.images.some((value) => value !== 0)).toBe(false);
  const noisy = await drawSamples({ ...cold, withResidual: true }, ports());
  for (const deviation of momentsOf(noisy!.images, width).deviation) expect(deviation).toBeCloseTo(0.1, 2);
});

test('what is compared is what was drawn, against PCA with as many numbers', async () => {
  const given = ports();
  await compareWithReal({ ...drawing, withResidual: true }, given);
  const drawn = await drawSamples({ ...drawing, withResidual: true }, ports());
  expect(given.asked[0]).toMatchObject({ codeSize: width, withResidual: true, seed: 1 });
  expect(given.asked[0]?.generated).toEqual(drawn?.images);
});

test('without a network nothing is compared', async () => {
  const given = { ...ports(), questions: { ...ports().questions, generate: () => Promise.resolve(null) } };
  expect(await compareWithReal(drawing, given)).toBeNull();
});
