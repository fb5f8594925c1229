// Trains the default network for a moment on each backend that may be the fastest here. Short, and given up where it takes
// long.
import * as tf from '@tensorflow/tfjs-core';
import { backendTitles, type BackendMeasurement } from '../core/backend-measurement';
import type { BackendName } from '../core/engine-api';
import { defaultExperiment } from '../core/experiment';
import { uniform } from '../core/random';
import type { Samples } from '../core/samples';
import { assertBackendAlive } from './backends/lost';
import { start } from './backends/start';
import type { Note } from './backends/starter';
import { initialCheckpoint } from './initial-weights';
import { Network } from './network';
import { sampleOrder } from './sample-order';
import { train, type TrainingData, type TrainingStep } from './train';
import { within } from './within';

/** In ms. */
export interface MeasuringLimits {
  /** Steps are timed for this long. */
  timed: number;
  /** A backend whose first steps take longer is given up. */
  warmUp: number;
  /** One whose code takes longer to come is left out. */
  start: number;
}

const usual: MeasuringLimits = { timed: 500, warmUp: 4000, start: 4000 };
/** Pulls of the training loop that are not timed: programs are compiled, and the loop finds how many steps a pull has. */
const warmUpPulls = 3;

/**
 * @param candidates in the order to try them; the first is waited for, since one must run
 * @returns the milliseconds a step takes on each; null: it failed or was given up. One that did not start in time is not
 *   in it: that may have been the network
 */
export async function measureBackends(
  candidates: readonly BackendName[],
  onMeasuring: (message: string) => void = () => undefined,
  limits: MeasuringLimits = usual,
): Promise<BackendMeasurement['stepMs']> {
  const stepMs: BackendMeasurement['stepMs'] = {};
  for (const name of candidates) {
    onMeasuring(`Measuring what is fastest here: ${backendTitles[name]}`);
    const begun = await startInTime(name, name === candidates[0] ? Infinity : limits.start);
    if (begun !== 'late') stepMs[name] = begun && (await timeSteps(limits));
  }
  return stepMs;
}

async function startInTime(name: BackendName, limitMs: number): Promise<Note | null | 'late'> {
  if (limitMs === Infinity) return start(name);
  const giveUp = new AbortController();
  const begun = await within(start(name, giveUp.signal), limitMs);
  if (begun !== 'late') return begun;
  giveUp.abort();
  // else tfjs would change over to it whenever it is there
  if (tf.getBackend() === name) tf.removeBackend(name);
  return 'late';
}

/** Of the backend in use; null when it takes too long to be warm or cannot train. */
async function timeSteps({ warmUp, timed }: MeasuringLimits): Promise<number | null> {
  const warmBy = performance.now() + warmUp;
  const data = noiseToTrainOn();
  let network: Network | null = null;
  let steps: ReturnType<typeof train> | null = null;
  try {
    const checkpoint = initialCheckpoint(defaultExperiment, data.train.shape);
    network = new Network(checkpoint, data.train.shape, data.train.count);
    steps = train(network, data);
    for (let pulls = 0; pulls < warmUpPulls; pulls++) {
      const made = await within(pullOnce(steps), warmBy - performance.now());
      if (made === 'late' || performance.now() > warmBy) return null;
    }
    const median = await within(medianStep(steps, timed), timed + warmUp);
    return median === 'late' ? null : median;
  } catch (error) {
    console.info('Hourglass: a backend could not be measured.', error);
    return null;
  } finally {
    const ended = Promise.resolve(steps?.return()).finally(() => network?.dispose());
    // a backend that does not answer is not waited for
    await within(ended, 200);
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

/** @returns the steps it made */
async function pullOnce(steps: AsyncGenerator<TrainingStep>): Promise<number> {
  const { value } = (await steps.next()) as IteratorResult<TrainingStep, undefined>;
  assertBackendAlive();
  if (value?.kind !== 'losses') throw new Error('there was nothing to train on');
  if (!value.losses.every(Number.isFinite)) throw new Error('the losses were not finite');
  return value.losses.length;
}

/** Four batches of 28 x 28 pixels, a fifth of them lit: how fast a step is does not depend on what is in it. */
function noiseToTrainOn(): TrainingData {
  const count = 4 * defaultExperiment.batchSize;
  const values = Uint8Array.from({ length: count * 784 }, (_, i) => (uniform(1, 0, 0, i) < 0.2 ? 255 : 0));
  const labels = new Uint16Array(count);
  const samples: Samples = { values, shape: [28, 28, 1], count, labels, classNames: ['noise'] };
  return { train: samples, order: sampleOrder([count], defaultExperiment.seed), ready: () => count };
}
