// The training loop as an async generator: pause = do not pull, stop = `return()`, clean-up = `finally`.
import * as tf from '@tensorflow/tfjs-core';
import type { Experiment } from '../../../core/experiment/experiment';
import { stopsEarly } from '../../../core/experiment/rules';
import { isWhole } from '../../../data/subset';
import type { Samples } from '../../../core/samples/samples';
import { mapTerms, type Terms } from '../../../core/run/objective-terms';
import type { Network } from '../../network/network';
import { disposeObjective, scalarsOf, type ObjectiveValue } from '../../objective/objective';
import { walk, type SampleOrder, type WalkedSamples } from '../../dataset/sample-order';
import type { TrainingSubset } from '../../dataset/training-subset';
import { disposeBatch, trainingBatch } from '../batch/training-batch';
import { usualPullMs } from './pull-length';

/** The result of one pull. `waiting`: the next images have not arrived, and no step was trained. */
export type TrainingStep =
  | {
      kind: 'losses';
      /** Objective and terms of each step, `[steps]` each. */
      losses: Float32Array;
      terms: Terms<Float32Array>;
    }
  | { kind: 'waiting'; needs: number };

export interface TrainingData {
  train: Samples;
  order: SampleOrder;
  /** Number of training images that have arrived, counted from the first. */
  ready(): number;
  /** What an experiment trains on, of the images that have arrived; everything by default. */
  subsetOf?: (experiment: Experiment) => Pick<TrainingSubset, 'isTrained'>;
  /** The step after which the loop ends; without it the loop never ends. */
  lastStep?: () => number;
  /** The loop ends at the first step at which so many epochs are complete; without it it never ends for that. */
  lastEpoch?: () => number;
  /** How long the next pull may take, in ms; `usualPullMs` by default. */
  pullMs?: () => number;
}

const maxStepsPerPull = 16;

/**
 * Trains for as long as it is pulled. A pull trains as many steps as fit into `pullMs` (one, where a step takes longer) and
 * yields all their losses, read back at once. The loop ends after the last step, or at the last epoch.
 * @param now clock in ms
 */
export async function* train(
  network: Network,
  data: TrainingData,
  now: () => number = () => performance.now(),
): AsyncGenerator<TrainingStep, void, void> {
  let msPerStep = Infinity;
  const pending: ObjectiveValue[] = [];
  try {
    for (;;) {
      const left = (data.lastStep?.() ?? Infinity) - network.step;
      const lastEpoch = data.lastEpoch?.() ?? Infinity;
      if (left <= 0 || network.epoch >= lastEpoch) return;
      const startedAt = now();
      const epoch = Math.floor(network.epoch);
      const steps = Math.min(left, stepsIn(data.pullMs?.() ?? usualPullMs, msPerStep));
      for (let made = 0; made < steps; made++) {
        const { indices, next } = nextSamples(network, data);
        const needs = indices.reduce((highest, index) => Math.max(highest, index + 1), 0);
        if (needs > data.ready()) {
          if (pending.length === 0) yield { kind: 'waiting', needs };
          break;
        }
        const batch = trainingBatch(data.train, indices, network.experiment, network.step);
        pending.push(await network.trainOn(batch, next - network.samplesPassed));
        disposeBatch(batch);
        if (network.epoch >= lastEpoch) break;
        // Early stopping measures the weights at the end of an epoch, however many steps fit into a pull.
        if (stopsEarly(network.experiment) && Math.floor(network.epoch) > epoch) break;
      }
      const [first, ...others] = pending;
      if (!first) continue;
      const { losses, terms } = await readValues([first, ...others]);
      msPerStep = (now() - startedAt) / losses.length;
      pending.splice(0).forEach(disposeObjective);
      yield { kind: 'losses', losses, terms };
    }
  } finally {
    pending.forEach(disposeObjective);
  }
}

function stepsIn(ms: number, msPerStep: number): number {
  return Math.min(maxStepsPerPull, Math.max(1, Math.floor(ms / msPerStep)));
}

/** The samples of the next step. One that has not arrived is among them, whether it will be trained on or not. */
export function nextSamples(
  { samplesPassed, experiment }: Pick<Network, 'samplesPassed' | 'experiment'>,
  { order, subsetOf }: TrainingData,
): WalkedSamples {
  const { batchSize } = experiment;
  // Looking a subset up at every step costs as much as choosing the samples.
  if (subsetOf && !isWhole(experiment)) {
    return walk(order, samplesPassed, batchSize, subsetOf(experiment).isTrained);
  }
  return { indices: order.take(samplesPassed, batchSize), next: samplesPassed + batchSize };
}

/**
 * Reads the numbers of several steps with one wait, `[steps]` each. The objective only changes between pulls, so all steps
 * share it.
 */
async function readValues(
  values: readonly [ObjectiveValue, ...ObjectiveValue[]],
): Promise<{ losses: Float32Array; terms: Terms<Float32Array> }> {
  const [first] = values;
  const parts = scalarsOf(first);
  const stacked = tf.stack(values.flatMap(scalarsOf));
  const numbers = await stacked.data<'float32'>();
  stacked.dispose();
  const column = (part: tf.Scalar) => numbers.filter((_, i) => i % parts.length === parts.indexOf(part));
  return { losses: column(first.total), terms: mapTerms(first.terms, column) };
}
