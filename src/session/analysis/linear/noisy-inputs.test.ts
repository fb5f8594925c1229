import { allOf } from '../../../core/experiment/trained-on';
import { beforeEach, describe, expect, it } from 'vitest';
import type { NoisyInputs, NoisyReference } from '../../../core/analysis-api';
import { withPatch } from '../../../core/experiment/rules';
import { defaultExperiment, type Experiment } from '../../../core/experiment/experiment';
import { createNoisy, type Noisy } from './noisy-inputs';

const noisyExperiment: Experiment = { ...defaultExperiment, noise: 'gaussian', noiseLevel: 0.5 };
const rest = () => new Promise((resolve) => setTimeout(resolve, 30));

interface Asked {
  inputs: NoisyInputs;
  answer: (reference: NoisyReference | null) => void;
  fail: () => void;
}

describe('the linear reference for noisy inputs', () => {
  let asked: Asked[];
  let cancelled: number;
  let noisy: Noisy;
  let lookAway: () => void;
  const state = () => noisy.store.getState();
  const answerTo = (inputs: NoisyInputs): NoisyReference => ({
    inputs,
    pcaTestMse: new Float32Array(3),
    denoiser: null,
    noDenoiser: 'unknown-moments',
  });

  beforeEach(() => {
    asked = [];
    cancelled = 0;
    noisy = createNoisy(
      {
        noisyReference: (inputs) =>
          new Promise((answer, reject) => {
            asked.push({ inputs, answer, fail: () => reject(new Error('no data')) });
          }),
        cancel: () => cancelled++,
      },
      'noise-of-run',
      5,
    );
    lookAway = noisy.lookAt();
  });

  it('is asked for once the data has arrived, and never without noise', async () => {
    noisy.follow(defaultExperiment, true);
    noisy.follow({ ...noisyExperiment, noiseLevel: 0 }, true);
    noisy.follow(noisyExperiment, false);
    await rest();
    expect(asked).toEqual([]);
    noisy.follow(noisyExperiment, true);
    noisy.follow(noisyExperiment, true);
    await rest();
    expect(asked.map(({ inputs }) => inputs)).toEqual([
      { ...allOf('mnist'), noise: 'gaussian', noiseLevel: 0.5, seed: 1 },
    ]);
    asked[0]?.answer(answerTo(asked[0].inputs));
    await rest();
    noisy.follow(withPatch(noisyExperiment, { codeSize: 3, learningRate: 0.1 }), true);
    await rest();
    expect(asked).toHaveLength(1);
    expect(state().reference?.inputs.noiseLevel).toBe(0.5);
  });

  it('is asked for once after a drag of the level, for the last level', async () => {
    for (const noiseLevel of [0.1, 0.2, 0.3]) noisy.follow({ ...noisyExperiment, noiseLevel }, true);
    await rest();
    expect(asked.map(({ inputs }) => inputs.noiseLevel)).toEqual([0.3]);
  });

  it('is not asked for while no view shows it, and once for all views that do', async () => {
    lookAway();
    noisy.follow(noisyExperiment, true);
    await rest();
    expect(asked).toEqual([]);
    expect(state().inputs).not.toBeNull();
    const [one, other] = [noisy.lookAt(), noisy.lookAt()];
    await rest();
    expect(asked).toHaveLength(1);
    one();
    other();
    asked[0]?.answer(answerTo(asked[0].inputs));
    await rest();
    expect(state().reference).not.toBeNull();
  });

  it('is not asked for by a view that has gone before the noise has rested', async () => {
    noisy.follow(noisyExperiment, true);
    lookAway();
    await rest();
    expect(asked).toEqual([]);
    noisy.lookAt();
    await rest();
    expect(asked).toHaveLength(1);
  });

  it('is dropped with its noise, one under way too', async () => {
    noisy.follow(noisyExperiment, true);
    await rest();
    noisy.follow({ ...noisyExperiment, noise: 'masking' }, true);
    expect(cancelled).toBe(1);
    asked[0]?.answer(answerTo(asked[0].inputs));
    await rest();
    expect(state().reference).toBeNull();
    asked[1]?.answer(answerTo(asked[1].inputs));
    await rest();
    expect(state().reference?.inputs.noise).toBe('masking');
    noisy.follow(defaultExperiment, true);
    expect(state()).toMatchObject({ inputs: null, reference: null });
  });

  it('says why there is none, and asks again when told to', async () => {
    noisy.follow(noisyExperiment, true);
    await rest();
    asked[0]?.fail();
    await rest();
    noisy.follow(noisyExperiment, true);
    await rest();
    expect(asked).toHaveLength(1);
    expect(state().failure).toMatchObject({ detail: 'no data' });
    noisy.retry();
    await rest();
    expect(asked).toHaveLength(2);
  });
});
