// Signals in the engine: values beyond [0, 1] pass unclipped from the data set to the loss, under every kind of objective.
import { describe, expect, test } from 'vitest';
import type { ExperimentPatch } from '../../core/experiment/experiment';
import { uniform } from '../../core/random';
import { makeOwnDataset } from '../../data/sources/testing/own-dataset';
import { openSession } from '../testing/engine-session';

const id = 'own:00000000000000cc';
const length = 40;

/** Two waves of random heights, from about -1 to 2. */
function waves(count: number, seed: number): Float32Array {
  return Float32Array.from({ length: count * length }, (_, at) => {
    const [sample, place] = [Math.floor(at / length), at % length];
    const height = (wave: number) => 2 * (uniform(seed, 1, sample, wave) - 0.5);
    const angle = (12.56 * place) / length;
    return 0.5 + height(0) * Math.sin(angle) + height(1) * Math.cos(angle);
  });
}

const dataset = await makeOwnDataset({
  id,
  shape: [length, 1],
  train: { values: waves(240, 1) },
  test: { values: waves(60, 2) },
});
const tiny: ExperimentPatch = {
  dataset: id,
  hidden: [24],
  codeSize: 3,
  batchSize: 40,
  activation: 'elu',
  learningRate: 0.01,
  outputActivation: 'linear',
};

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

async function openWithSignals(backend: 'wasm' | 'webgl') {
  const session = await openSession(backend);
  session.engine.lend(id, dataset);
  return session;
}

describe.each(['wasm', 'webgl'] as const)('on %s', (backend) => {
  test('what is shown and measured under Gaussian noise is not clipped', async () => {
    const session = await openWithSignals(backend);
    const noise = { noise: 'gaussian', noiseLevel: 0.3 };
    const runId = await session.newRun({ ...tiny, ...noise });
    await session.finish(runId, 200);
    // What is shown once it has paused; the events while it trained are of earlier weights.
    const atEnd = (event: { step: number }) => event.step === 200;
    const snapshot = await session.until('snapshot', atEnd, 0);
    const evaluation = await session.until('evaluation', (event) => atEnd(event) && event.scope === 'all', 0);
    const [first = 0] = snapshot.indices;
    const original = waves(60, 2).subarray(first * length, (first + 1) * length);
    expect(snapshot.original.subarray(0, length)).toEqual(original);
    const { original: originals, reconstructed: rebuilt } = snapshot;
    expect(Math.max(...originals)).toBeGreaterThan(1.2);
    expect(Math.min(...originals)).toBeLessThan(-0.2);
    expect(Math.max(...rebuilt)).toBeGreaterThan(1.1);
    expect(Math.min(...rebuilt)).toBeLessThan(-0.1);
    // The noise has the variance of its level; 2,400 numbers, five standard errors.
    expect(Math.abs(evaluation.inputMse / 0.09 - 1)).toBeLessThan(0.15);
    expect(evaluation.medianMse).toBeLessThan(evaluation.inputMse);
    expect(evaluation.mse).toBeLessThan(evaluation.inputMse);
    const losses = session.losses(runId);
    expect(mean(losses.slice(-5))).toBeLessThan(0.5 * mean(losses.slice(0, 5)));
    expect(session.events.some((event) => event.type === 'diverged')).toBe(false);
    await session.engine.dispose();
  });
});

test.each<[string, ExperimentPatch]>([
  ['MAE and impulses', { loss: 'mae', noise: 'impulses', noiseLevel: 0.05 }],
  ['a gap with its mask', { noise: 'block', noiseLevel: 0.3, maskInput: 'on', lossOn: 'weighted' }],
  ['sparsity', { sparsity: 'l1', codeActivation: 'relu', codeSize: 16, sparsityWeight: 0.0001 }],
  ['a Gaussian code', { codeKind: 'gaussian', beta: 0.01, betaWarmUp: 2 }],
  [
    'convolutions and pink noise',
    { architecture: 'convolutional', filters: 8, noise: 'pink', noiseLevel: 0.4 },
  ],
])('a network learns signals under %s, also after its code was widened', async (_, patch) => {
  const session = await openWithSignals('wasm');
  const runId = await session.newRun({ ...tiny, ...patch });
  await session.finish(runId, 150);
  const changed = session.until('changed');
  const { codeSize = 3 } = patch;
  session.engine.change(runId, { codeSize: codeSize + 2 });
  expect((await changed).experiment.codeSize).toBe(codeSize + 2);
  await session.finish(runId, 300);
  const losses = session.losses(runId);
  expect(losses.every(Number.isFinite)).toBe(true);
  expect(mean(losses.slice(-10))).toBeLessThan(0.7 * mean(losses.slice(0, 5)));
  expect(session.events.some((event) => event.type === 'diverged')).toBe(false);
  await session.engine.dispose();
});

test('early stopping keeps the best weights on signals', async () => {
  const session = await openWithSignals('wasm');
  const best = session.until('best');
  const runId = await session.newRun({ ...tiny, validationShare: 0.2, earlyStopping: 3, learningRate: 0.05 });
  const stopped = session.until('paused', (event) => event.reason === 'no-better');
  session.engine.play(runId);
  expect((await best).loss).toBeGreaterThan(0);
  await stopped;
  const kept = session.events.filter((event) => event.type === 'best').map(({ loss }) => loss);
  expect(kept).toEqual([...kept].sort((a, b) => b - a));
  await session.engine.dispose();
});
