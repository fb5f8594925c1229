// "To add a corruption: a file and a line." The registries get a corruption, a loss and a penalty that nothing else knows, and
// every backend trains with them.
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { corruptions } from '../../catalog/corruptions/registry';
import { experimentSchema } from '../../catalog/experiment-schema';
import { losses } from '../../catalog/losses/registry';
import type { BackendName } from '../../core/backend-measurement';
import type { ExperimentPatch } from '../../core/experiment/experiment';
import { fromSearch } from '../../core/experiment/url/experiment-url';
import { sampleSize } from '../../core/samples/samples';
import { AssembleBatch, ReconstructionLoss, supports } from '../kernels/training-kernels';
import { initialCheckpoint } from '../network/weights/initial-weights';
import { Network } from '../network/network';
import { openSession } from '../testing/engine-session';
import {
  compareWithDifferences,
  randomBatch,
  smoothCheckpoint,
  trainedGradients,
} from '../testing/finite-differences';
import { fog } from '../testing/made-up-kinds';
import { startForTest } from '../testing/start-backend';
import { makeSteps } from '../testing/steps';
import { tinyExperiment, tinySamples } from '../testing/tiny/tiny';
import { adapter } from '../testing/webgpu';
import { disposeBatch, trainingBatch } from '../training/batch/training-batch';
import { plainKindNotes } from '../training/plain-kinds';

vi.mock(import('../../catalog/corruptions/registry'), async (original) => {
  const { fog: added } = await import('../testing/made-up-kinds');
  return { corruptions: { ...(await original()).corruptions, fog: added } };
});
vi.mock(import('../../catalog/losses/registry'), async (original) => {
  const { logCosh } = await import('../testing/made-up-kinds');
  return { losses: { ...(await original()).losses, logCosh } };
});
vi.mock(import('../../catalog/sparsity/registry'), async (original) => {
  const { studentT } = await import('../testing/made-up-kinds');
  return { sparsityPenalties: { ...(await original()).sparsityPenalties, studentT } };
});

const madeUp: ExperimentPatch = {
  noise: 'fog',
  noiseLevel: 0.6,
  loss: 'logCosh',
  sparsity: 'studentT',
  sparsityWeight: 0.0001,
};
const samples = tinySamples([6, 6, 1], 40);
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/** Counts the kernels that a training step calls, and its read-backs, including that of the loss. */
async function callsOf(patch: ExperimentPatch): Promise<{ kernels: Set<string>; readsBack: number }> {
  const experiment = tinyExperiment(patch);
  const network = new Network(initialCheckpoint(experiment, samples.shape), samples.shape, samples.count);
  const run = vi.spyOn(tf.engine(), 'runKernel');
  const read = vi.spyOn(tf.Tensor.prototype, 'data');
  await makeSteps(network, samples, 1);
  network.dispose();
  const calls = { kernels: new Set(run.mock.calls.map(([name]) => name)), readsBack: read.mock.calls.length };
  run.mockRestore();
  read.mockRestore();
  return calls;
}

test('an address may name any registered kind', () => {
  const { experiment, problems } = fromSearch(
    '?v=1&noise=fog&loss=logCosh&sparsity=studentT',
    experimentSchema,
  );
  expect(experiment).toMatchObject({ noise: 'fog', loss: 'logCosh', sparsity: 'studentT' });
  expect(problems).toEqual([]);
});

const backends: BackendName[] = ['wasm', 'webgl', 'cpu', ...(adapter ? (['webgpu'] as const) : [])];
const withKernels: readonly BackendName[] = backends.filter((backend) => backend !== 'cpu');
/** Fewer steps on WebGPU, which is slow in software. */
const stepsOn = (backend: BackendName) => (backend === 'webgpu' ? 32 : 60);

describe.each(backends)('made-up kinds on %s', (backend) => {
  beforeAll(() => startForTest(backend));

  test(
    'train through the engine: the loss falls, and the slower kinds are noted',
    { timeout: 180_000 },
    async () => {
      const session = await openSession(backend);
      // Of 40 points each: measuring 10,000 images took most of the time, in which no made-up kind has a part.
      const runId = await session.newRun({ ...madeUp, dataset: 'mnist1d', learningRate: 0.02 });
      const { notes } = await session.until('started', (event) => event.runId === runId, 0);
      const slower = ['noise', 'loss', 'sparsity'] as const;
      // without a kernel for batches JavaScript computes every corruption, so this one is no slower
      const expected = withKernels.includes(backend) ? slower : slower.slice(1);
      expect(notes).toEqual(
        expected.map((setting) => ({ code: 'kind.plain-path', setting, kind: madeUp[setting] })),
      );
      const steps = stepsOn(backend);
      await session.finish(runId, steps);
      const made = session.losses(runId);
      expect(made).toHaveLength(steps);
      const ends = steps / 4;
      expect(mean(made.slice(-ends))).toBeLessThan(0.8 * mean(made.slice(0, ends)));
      await session.engine.dispose();
    },
  );

  test('corrupt exactly like the plain reference', async () => {
    const indices = Uint32Array.of(7, 0, 39, 7);
    const batch = trainingBatch(samples, indices, tinyExperiment(madeUp), 5);
    const [clean, noisy] = await Promise.all([batch.target.data<'float32'>(), batch.input.data<'float32'>()]);
    const size = sampleSize(samples.shape);
    const expected = new Float32Array(clean.length);
    indices.forEach((sample, row) => {
      fog.apply(clean, expected, row * size, samples.shape, 0.6, { seed: 1, step: 5, sample });
    });
    expect(noisy).toEqual(expected);
    expect(noisy).not.toEqual(clean);
    disposeBatch(batch);
  });

  test('have the gradient of finite differences', { timeout: 180_000 }, async () => {
    const shape = [5, 5, 1];
    const experiment = tinyExperiment({
      ...madeUp,
      sparsityWeight: 0.1,
      hidden: [5],
      activation: 'tanh',
      optimizer: 'sgd',
    });
    const batch = randomBatch(experiment, shape, 3);
    const network = new Network(smoothCheckpoint(experiment, shape, batch, 0), shape, 3);
    const { gradients } = await trainedGradients(network, batch);
    const comparisons = await compareWithDifferences(network, batch, gradients, 4e-3);
    network.dispose();
    for (const { error, norm } of comparisons) {
      expect(norm).toBeGreaterThan(0);
      expect(error).toBeLessThan(1e-2);
    }
  });

  test('leak no tensor', async () => {
    const before = tf.memory().numTensors;
    await callsOf(madeUp);
    expect(tf.memory().numTensors).toBe(before);
  });

  test('leave the kernels to the kinds that they support', async () => {
    const [known, unknown] = [
      await callsOf({ noise: 'gaussian', loss: 'bce', sparsity: 'l1' }),
      await callsOf(madeUp),
    ];
    const has = withKernels.includes(backend);
    for (const kernel of [AssembleBatch, ReconstructionLoss]) {
      expect(known.kernels.has(kernel)).toBe(has);
      expect(unknown.kernels.has(kernel)).toBe(false);
    }
    expect(known.readsBack).toBe(1);
    expect(unknown.readsBack).toBeGreaterThan(1);
  });
});

describe.each(withKernels)('on %s', (backend) => {
  beforeAll(() => startForTest(backend));

  test('kernels support every corruption and loss of the catalog except holes, sounds and the made-up ones', () => {
    const unknownTo = (kernel: string, registry: object) =>
      Object.keys(registry).filter((id) => !supports(kernel, id));
    expect(unknownTo(AssembleBatch, corruptions)).toEqual([
      'side',
      'holes',
      'pink',
      'hum',
      'clicks',
      'spectral',
      'fog',
    ]);
    expect(unknownTo(ReconstructionLoss, losses)).toEqual(['logCosh']);
    expect(supports(AssembleBatch, 'toString')).toBe(false);
  });

  test('kinds that are not in effect are not noted', () => {
    expect(plainKindNotes(tinyExperiment({ noise: 'fog', noiseLevel: 0 }))).toEqual([]);
    expect(plainKindNotes(tinyExperiment({ sparsity: 'studentT', codeKind: 'gaussian' }))).toEqual([]);
    expect(plainKindNotes(tinyExperiment({ noise: 'block', loss: 'mae', sparsity: 'kl' }))).toEqual([]);
  });
});

test('a change to a slow kind during a run is noted, and so is the change back', async () => {
  const session = await openSession('wasm');
  const runId = await session.newRun();
  const noted = async (patch: ExperimentPatch) => {
    const changed = session.until('changed');
    session.engine.change(runId, patch);
    return (await changed).notes;
  };
  expect(await noted({ loss: 'logCosh' })).toEqual([
    { code: 'kind.plain-path', setting: 'loss', kind: 'logCosh' },
  ]);
  expect(await noted({ loss: 'mse' })).toEqual([]);
  await session.engine.dispose();
});
