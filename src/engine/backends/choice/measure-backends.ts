// Trains the default network briefly on each backend that might be the fastest here, and gives up on slow ones.
import * as tf from '@tensorflow/tfjs-core';
import type { BackendMeasurement, BackendName } from '../../../core/backend-measurement';
import { defaultExperiment } from '../../../core/experiment/experiment';
import { uniform } from '../../../core/random';
import type { Samples } from '../../../core/samples/samples';
import { assertBackendAlive } from '../lost';
import { start } from '../start';
import { initialCheckpoint } from '../../network/weights/initial-weights';
import { Network } from '../../network/network';
import { sampleOrder } from '../../dataset/sample-order';
import { train, type TrainingData, type TrainingStep } from '../../training/loop/train';
import { withTimeout } from '../../actor/with-timeout';

/** Limits in ms. */
export interface MeasuringLimits {
  /** Duration of the timed steps. */
  timed: number;
  /** Limit for the first steps; a slower backend is given up. */
  warmUp: number;
  /** Limit for loading a backend's code; a slower one is skipped. */
  start: number;
}

const defaultLimits: MeasuringLimits = { timed: 500, warmUp: 4000, start: 4000 };
/** Untimed pulls of the training loop, for compiling programs and settling on a number of steps per pull. */
const warmUpPulls = 3;

/**
 * @param candidates in the order to try; the first has no start limit, since one must run
 * @returns milliseconds per step on each; null for a backend that failed or was given up. A backend that did not start in time
 * is absent, since the connection may be to blame
 */
export async function measureBackends(
  candidates: readonly BackendName[],
  onMeasuring: (backend: BackendName) => void = () => undefined,
  limits: MeasuringLimits = defaultLimits,
): Promise<BackendMeasurement['stepMs']> {
  const stepMs: BackendMeasurement['stepMs'] = {};
  for (const name of candidates) {
    onMeasuring(name);
    const outcome = await startInTime(name, name === candidates[0] ? Infinity : limits.start);
    if (outcome !== 'late') stepMs[name] = outcome === 'started' ? await timeSteps(limits) : null;
  }
  return stepMs;
}

async function startInTime(name: BackendName, limitMs: number): Promise<'started' | 'failed' | 'late'> {
  const giveUp = new AbortController();
  const outcome = await withTimeout(start(name, giveUp.signal), limitMs);
  if (outcome !== 'late') return outcome === null ? 'failed' : 'started';
  giveUp.abort();
  // otherwise tfjs would switch to it once it has loaded
  if (tf.getBackend() === name) tf.removeBackend(name);
  return 'late';
}

/** Milliseconds per step on the current backend; null when it warms up too slowly or cannot train. */
async function timeSteps({ warmUp, timed }: MeasuringLimits): Promise<number | null> {
  const warmUpDeadline = performance.now() + warmUp;
  const data = randomTrainingData();
  let network: Network | null = null;
  let steps: ReturnType<typeof train> | null = null;
  try {
    const checkpoint = initialCheckpoint(defaultExperiment, data.train.shape);
    network = new Network(checkpoint, data.train.shape, data.train.count);
    steps = train(network, data);
    for (let pulls = 0; pulls < warmUpPulls; pulls++) {
      const made = await withTimeout(pullOnce(steps), warmUpDeadline - performance.now());
      if (made === 'late' || performance.now() > warmUpDeadline) return null;
    }
    const median = await withTimeout(medianStep(steps, timed), timed + warmUp);
    return median === 'late' ? null : median;
  } catch (error) {
    console.info('Hourglass: a backend could not be measured.', error);
    return null;
  } finally {
    const ended = Promise.resolve(steps?.return()).finally(() => network?.dispose());
    // do not wait for a backend that hangs
    await withTimeout(ended, 200);
  }
}

async function medianStep(steps: AsyncGenerator<TrainingStep>, timedMs: number): Promise<number> {
  const times: number[] = [];
  const until = performance.now() + timedMs;
  do {
    const before = performance.now();
    const made = await pullOnce(steps);
    times.push((performance.now() - before) / made);
  } while (performance.now() < until);
  times.sort((a, b) => a - b);
  return times[times.length >> 1] ?? Infinity;
}

/** @returns the number of steps trained */
async function pullOnce(steps: AsyncGenerator<TrainingStep>): Promise<number> {
  const { value } = (await steps.next()) as IteratorResult<TrainingStep, undefined>;
  assertBackendAlive();
  if (value?.kind !== 'losses') throw new Error('there was nothing to train on');
  if (!value.losses.every(Number.isFinite)) throw new Error('the losses were not finite');
  return value.losses.length;
}

/** Four batches of 28 x 28 pixels, a fifth of them white; the content does not affect the speed of a step. */
function randomTrainingData(): TrainingData {
  const count = 4 * defaultExperiment.batchSize;
  const values = Uint8Array.from({ length: count * 784 }, (_, i) => (uniform(1, 0, 0, i) < 0.2 ? 255 : 0));
  const labels = new Uint16Array(count);
  const samples: Samples = { values, shape: [28, 28, 1], count, labels, classNames: ['noise'] };
  return { train: samples, order: sampleOrder([count], defaultExperiment.seed), ready: () => count };
}
