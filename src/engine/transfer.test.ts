import { expect, test } from 'vitest';
import type { Progress } from '../core/engine-api/events';
import type { CodeStatistics, LatentMap, Snapshot } from '../core/engine-api/looking';
import type { Checkpoint } from '../core/run/checkpoint';
import { initialCheckpoint } from './network/weights/initial-weights';
import { tinyExperiment } from './testing/tiny/tiny';
import { transferables } from './transfer';

const snapshot: Snapshot = {
  type: 'snapshot',
  runId: '1',
  step: 0,
  experiment: tinyExperiment(),
  indices: new Uint32Array(1),
  labels: new Uint16Array(1),
  original: new Float32Array(4),
  noisy: new Float32Array(4),
  reconstructed: new Float32Array(4),
  codes: new Float32Array(2),
  focus: { kind: 'sample', index: 0 },
  activations: [new Float32Array(4), new Float32Array(2)],
};

test('every array of a snapshot is transferred, including the activations', () => {
  const { indices, labels, original, noisy, reconstructed, codes, activations } = snapshot;
  const arrays = [indices, labels, original, noisy, reconstructed, codes, ...activations];
  expect(new Set(transferables(snapshot))).toEqual(new Set(arrays.map(({ buffer }) => buffer)));
});

test('a buffer shared by two arrays is transferred once, since twice would throw', () => {
  const shared = { ...snapshot, noisy: snapshot.original };
  const buffers = transferables(shared);
  expect(new Set(buffers).size).toBe(buffers.length);
  expect(() => structuredClone(shared, { transfer: buffers })).not.toThrow();
});

test('a map arrives complete, and its buffers are gone here', () => {
  const map: LatentMap = {
    type: 'map',
    runId: '1',
    step: 3,
    points: Float32Array.of(1, 2),
    labels: Uint16Array.of(7),
    axes: 'principal',
    explained: [0.5, 0.25],
  };
  const arrived = structuredClone(map, { transfer: transferables(map) });
  expect(Array.from(arrived.points)).toEqual([1, 2]);
  expect(map.points).toHaveLength(0);
});

test('the losses of steps are transferred together with every term', () => {
  const progress: Progress = {
    type: 'progress',
    runId: '1',
    step: 2,
    trainLosses: Float32Array.of(3, 2),
    trainTerms: { reconstruction: Float32Array.of(1, 1), kl: Float32Array.of(2, 1) },
    epoch: 0.5,
    trainMs: 12,
    imagesPerSecond: 10,
  };
  const arrived = structuredClone(progress, { transfer: transferables(progress) });
  expect(Array.from(arrived.trainTerms.kl ?? [])).toEqual([2, 1]);
  expect(progress.trainLosses).toHaveLength(0);
  for (const term of Object.values(progress.trainTerms)) expect(term).toHaveLength(0);
});

test('code statistics without KL divergence transfer the rest', () => {
  const statistics: CodeStatistics = {
    type: 'code-statistics',
    runId: '1',
    step: 2,
    count: 3,
    threshold: 0.5,
    meanActivation: new Float32Array(2),
    variance: new Float32Array(2),
    activeShare: new Float32Array(2),
    kl: null,
  };
  const { meanActivation, variance, activeShare } = statistics;
  expect(transferables(statistics)).toEqual([meanActivation.buffer, variance.buffer, activeShare.buffer]);
  const kl = new Float32Array(2);
  expect(transferables({ ...statistics, kl })).toContain(kl.buffer);
});

test('a checkpoint is copied, since the engine may roll back to it', () => {
  const checkpoint: Checkpoint = initialCheckpoint(tinyExperiment(), [4, 1]);
  expect(transferables({ type: 'checkpoint', runId: '1', checkpoint })).toEqual([]);
});

test('an event without arrays transfers nothing', () => {
  expect(transferables({ type: 'paused', runId: '1', step: 2, reason: 'asked' })).toEqual([]);
});
