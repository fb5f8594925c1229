// The training loop as an async generator: pause = do not pull, stop = `return()`, clean-up = `finally`.
import * as tf from '@tensorflow/tfjs-core';
import type { Terms } from '../core/engine-api';
import type { Samples } from '../core/samples';
import { mapTerms } from '../core/terms';
import type { Network } from './network';
import { disposeObjective, type ObjectiveValue } from './objective';
import type { SampleOrder } from './sample-order';
import { disposeBatch, trainingBatch } from './training-batch';

/** What one pull brings. `waiting`: the next images have not arrived, no step was made. */
export type TrainingStep =
  | {
      kind: 'losses';
      /** The objective of each step, and its terms. */
      losses: Float32Array;
      terms: Terms<Float32Array>;
    }
  | { kind: 'waiting'; needs: number };

export interface TrainingData {
  train: Samples;
  order: SampleOrder;
  /** How many of the first training images have arrived. */
  ready(): number;
  /** The step after which the loop ends; without it there is none. */
  lastStep?: () => number;
}

/** How long steps may pile up on the backend before their losses are read back (which waits for them). */
const readBackEveryMs = 40;
const mostStepsPerPull = 16;

/**
 * Trains for as long as it is pulled. A pull makes as many steps as fit into about 40 ms (one, where a step takes longer)
 * and brings the loss of each, read back in one go. The loop ends when the last step has been made.
 * @param now clock in ms
 */
export async function* train(
  network: Network,
  data: TrainingData,
  now: () => number = () => performance.now(),
): AsyncGenerator<TrainingStep, void, void> {
  let stepsPerPull = 1;
  const pending: ObjectiveValue[] = [];
  try {
    for (;;) {
      const left = (data.lastStep?.() ?? Infinity) - network.step;
      if (left <= 0) return;
      const startedAt = now();
      for (let made = 0; made < Math.min(stepsPerPull, left); made++) {
        const indices = data.order.take(network.samplesSeen, network.experiment.batchSize);
        const needs = indices.reduce((highest, index) => Math.max(highest, index + 1), 0);
        if (needs > data.ready()) {
          if (pending.length === 0) yield { kind: 'waiting', needs };
          break;
        }
        const batch = trainingBatch(data.train, indices, network.experiment, network.step);
        pending.push(network.trainOn(batch));
        disposeBatch(batch);
      }
      const [first, ...others] = pending;
      if (!first) continue;
      const { losses, terms } = await readValues([first, ...others]);
      const msPerStep = (now() - startedAt) / losses.length;
      pending.splice(0).forEach(disposeObjective);
      stepsPerPull = Math.min(mostStepsPerPull, Math.max(1, Math.floor(readBackEveryMs / msPerStep)));
      yield { kind: 'losses', losses, terms };
    }
  } finally {
    pending.forEach(disposeObjective);
  }
}

/** The numbers of several steps with one wait, `[steps]` each. All steps are of one objective: it changes between pulls. */
async function readValues(
  values: readonly [ObjectiveValue, ...ObjectiveValue[]],
): Promise<{ losses: Float32Array; terms: Terms<Float32Array> }> {
  const [first] = values;
  const parts = partsOf(first);
  const stacked = tf.stack(values.flatMap(partsOf));
  const numbers = await stacked.data<'float32'>();
  stacked.dispose();
  const column = (part: tf.Scalar) => numbers.filter((_, i) => i % parts.length === parts.indexOf(part));
  return { losses: column(first.total), terms: mapTerms(first.terms, column) };
}

/** The total and the terms, each once: one that is alone is the total. */
function partsOf({ total, terms }: ObjectiveValue): tf.Scalar[] {
  return [...new Set<tf.Scalar>([total, ...Object.values({ ...terms })])];
}
