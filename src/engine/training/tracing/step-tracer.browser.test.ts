// One training step seen from inside: it is an ordinary step, and the numbers that are told are those that it was made with.
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ExperimentPatch } from '../../../core/experiment/experiment';
import type { SampleShape } from '../../../core/samples/samples';
import { initialCheckpoint } from '../../network/weights/initial-weights';
import { startForTest } from '../../testing/start-backend';
import { largestDifference } from '../../testing/steps';
import { tinyDataset } from '../../testing/tiny/tiny-dataset';
import { tinyExperiment, tinySamples } from '../../testing/tiny/tiny';
import { assembleInputs, drawCodeNoise } from '../batch/batch';
import { beta1, beta2, epsilon, momentum } from '../optimizer/constants';
import { trainingData } from '../loop/training-data';
import { TrainingRun } from '../training-run';
import { traceBatch } from './batch-trace';
import { StepTracer } from './step-tracer';

const image: SampleShape = [8, 8, 1];
const kinds: [string, ExperimentPatch, SampleShape][] = [
  ['a dense network with noise', { noise: 'gaussian', noiseLevel: 0.4 }, image],
  ['a convolutional network', { architecture: 'convolutional', convLayers: 2, filters: 4 }, image],
  ['a variational network', { codeKind: 'gaussian', loss: 'bce', noise: 'masking' }, image],
  ['a sparse network', { sparsity: 'kl', codeActivation: 'sigmoid', sparsityWeight: 0.3 }, image],
  ['signals', { outputActivation: 'linear', optimizer: 'rmsprop' }, [12, 2]],
  ['signals and convolutions', { architecture: 'convolutional', convLayers: 1, filters: 3 }, [12, 1]],
  ['a network that reads masks', { noise: 'block', maskInput: 'on', lossOn: 'hole' }, image],
];

function openRun(patch: ExperimentPatch, shape: SampleShape = image, count = 160): TrainingRun {
  const samples = tinySamples(shape, count);
  const checkpoint = initialCheckpoint(tinyExperiment(patch), shape);
  return new TrainingRun('run', checkpoint, tinyDataset(samples), () => undefined);
}

/** A run that has made `steps` steps, its next one traced. */
async function trace(patch: ExperimentPatch, shape: SampleShape = image, steps = 3) {
  const run = openRun(patch, shape);
  for (let made = 0; made < steps; made++) await run.step();
  const before = await run.network.checkpoint();
  const tracer = new StepTracer();
  const traced = await tracer.trainStep(run, 1);
  if (traced === null) throw new Error('no step was traced');
  return { run, before, tracer, traced, after: await run.network.checkpoint() };
}

describe.each(['wasm', 'webgl'] as const)('on %s', (backend) => {
  beforeAll(() => startForTest(backend));

  test.each(kinds)(
    '%s: a traced step leaves the very state of an ordinary one, and no tensor',
    async (...given) => {
      const [, patch, shape] = given;
      const { run, after } = await trace(patch, shape);
      const plain = openRun(patch, shape);
      for (let made = 0; made < 4; made++) await plain.step();
      expect(after).toEqual(await plain.network.checkpoint());
      await run.step();
      const tensors = tf.memory().numTensors;
      const tracer = new StepTracer();
      await tracer.trainStep(run, 0);
      await tracer.traceSample(run, 5, null);
      expect(tf.memory().numTensors).toBe(tensors);
      await run.dispose();
      await plain.dispose();
    },
  );

  test.each(kinds)(
    '%s: the output and the code are what the network before the step makes of the input',
    async (...given) => {
      const [, patch, shape] = given;
      const { run, before, traced } = await trace(patch, shape);
      const { sample } = traced;
      const { experiment } = before;
      const { train } = run.dataset.handle;
      const batch = assembleInputs(train, [sample.index], experiment, before.step);
      expect(largestDifference(sample.clean, batch.clean)).toBeLessThan(1e-6);
      expect(largestDifference(sample.activations[0] ?? [1], batch.noisy)).toBeLessThan(1e-5);
      run.network.restore(before);
      const made = tf.tidy(() => {
        const size = batch.noisy.length;
        const input = tf.tensor2d(batch.noisy, [1, size]);
        const codes = sample.draw ? tf.tensor2d(sample.draw.code, [1, experiment.codeSize]) : null;
        const mean = run.network.autoencoder.encode(input).mean;
        const output = run.network.autoencoder.decode(codes ?? mean);
        return { code: mean.dataSync<'float32'>(), output: output.dataSync<'float32'>() };
      });
      // Without its mask, a network that reads masks makes something else of it.
      if (experiment.maskInput !== 'on') {
        const codeBoundary = sample.activations.findIndex(({ length }) => length === experiment.codeSize);
        const told = sample.draw?.mean ?? sample.activations[codeBoundary] ?? [1];
        expect(largestDifference(told, made.code)).toBeLessThan(1e-4);
        expect(largestDifference(last(sample.activations), made.output)).toBeLessThan(1e-4);
      }
      expect(sample.gradients.map(({ length }) => length).slice(1)).toEqual(
        sample.activations.map(({ length }) => length).slice(1),
      );
      const weights = { reconstruction: 1, sparsity: experiment.sparsityWeight, kl: experiment.beta };
      const sum = Object.entries(traced.terms).reduce(
        (all, [id, term]) => all + weights[id as keyof typeof weights] * (term as number),
        0,
      );
      expect(Math.abs(traced.total / sum - 1)).toBeLessThan(1e-4);
      await run.dispose();
    },
  );

  test('the gradients are those of the update: SGD with momentum moves every weight by them', async () => {
    const { run, before, after, traced } = await trace({ optimizer: 'sgd', learningRate: 0.1 }, image, 2);
    const { dataset } = run;
    const indices = Uint32Array.from({ length: 16 }, (_, at) => at);
    const taken = { before, epoch: 0, samples: dataset.handle.train, indices };
    const order = await traceBatch({ ...taken, indices: indicesOf(run, before.samplesPassed) }, 0, null);
    before.weights.forEach((weights, at) => {
      const velocity = before.optimizer.slots[0]?.[at] ?? new Float32Array();
      const expected = weights.map(
        (weight, i) =>
          weight - 0.1 * (momentum * (velocity[i] ?? 0) + (order.weightGradients[at]?.[i] ?? NaN)),
      );
      expect(largestDifference(after.weights[at] ?? [1], expected)).toBeLessThan(1e-6);
    });
    // Another batch has other gradients: the test can fail.
    const other = await traceBatch(taken, 0, null);
    expect(largestDifference(other.weightGradients[0] ?? [], order.weightGradients[0] ?? [])).toBeGreaterThan(
      1e-5,
    );
    expect(traced.layers).toHaveLength(before.weights.length / 2);
    await run.dispose();
  });

  test('the example weight follows Adam from the numbers that are told', async () => {
    const { run, traced } = await trace({ gradientClip: 0.01, learningRate: 0.01 });
    expect(traced.clipScale).toBeLessThan(1);
    const { updatesBefore, learningRate } = traced;
    for (const { weight } of traced.layers) {
      const [m = 0, v = 0] = weight.slotsBefore;
      const first = beta1 * m + (1 - beta1) * weight.gradient;
      const second = beta2 * v + (1 - beta2) * weight.gradient ** 2;
      expect(weight.slotsAfter[0]).toBeCloseTo(first, 6);
      const t = updatesBefore + 1;
      const size = (learningRate * Math.sqrt(1 - beta2 ** t)) / (1 - beta1 ** t);
      const expected = weight.before - (size * first) / (Math.sqrt(second) + epsilon);
      expect(weight.after).toBeCloseTo(expected, 5);
    }
    await run.dispose();
  });

  test('the gradient at a boundary is that of the bias, where the batch is one sample and the layer linear', async () => {
    const { run, before, traced } = await trace({ batchSize: 1, codeKind: 'gaussian', beta: 2 });
    const { draw, gradients } = traced.sample;
    const indices = indicesOf(run, before.samplesPassed);
    const step = { before, epoch: 0, samples: run.dataset.handle.train, indices };
    const { weightGradients } = await traceBatch(step, 0, null);
    // hidden, mean, log-variance, hidden, output: kernel and bias each
    expect(largestDifference(draw?.meanGradient ?? [1], weightGradients[3] ?? [])).toBeLessThan(1e-5);
    expect(largestDifference(draw?.logVarGradient ?? [1], weightGradients[5] ?? [])).toBeLessThan(1e-5);
    expect(largestDifference(last(gradients), weightGradients[9] ?? [])).toBeLessThan(1e-5);
    await run.dispose();
  });

  test('the code is drawn with the noise of the step; another throw changes the draw and trains nothing', async () => {
    const { run, before, after, tracer, traced } = await trace({ codeKind: 'gaussian', loss: 'bce' });
    const { draw, index, isTrainedDraw } = traced.sample;
    expect(isTrainedDraw).toBe(true);
    expect(
      largestDifference(draw?.noise ?? [1], drawCodeNoise([index], before.experiment, before.step)),
    ).toBeLessThan(1e-4);
    const expected = draw?.mean.map((mean, at) => mean + (draw.deviation[at] ?? 0) * (draw.noise[at] ?? 0));
    expect(largestDifference(draw?.code ?? [1], expected ?? [])).toBeLessThan(1e-5);
    const again = await tracer.traceSample(run, 1, Float32Array.of(2, -2));
    expect(again).toMatchObject({ index, isTrainedDraw: false });
    expect([...(again?.draw?.noise ?? [])]).toEqual([2, -2]);
    expect(largestDifference(again?.draw?.mean ?? [1], draw?.mean ?? [])).toBe(0);
    expect(largestDifference(again?.draw?.code ?? [], draw?.code ?? [])).toBeGreaterThan(0.1);
    expect(await tracer.traceSample(run, 1, Float32Array.of(2))).toBeNull();
    expect(await run.network.checkpoint()).toEqual(after);
    await run.dispose();
  });
});

/** The samples of the batch at this position of the run's order. */
function indicesOf(run: TrainingRun, passed: number): Uint32Array {
  const { experiment } = run.network;
  return trainingData(run.dataset, experiment.seed, run.until).order.take(passed, experiment.batchSize);
}

function last(arrays: readonly Float32Array[]): ArrayLike<number> {
  return arrays[arrays.length - 1] ?? [1];
}
