// The training loop as an async generator: pause = do not pull, stop = `return()`, clean-up = `finally`.
import * as tf from '@tensorflow/tfjs-core';
import type { Samples } from '../core/samples';
import { assembleBatch } from './batch';
import type { Network } from './network';
import type { SampleOrder } from './sample-order';

/** What one pull brings. `waiting`: the next images have not arrived, no step was made. */
export type TrainingStep = { kind: 'losses'; losses: Float32Array } | { kind: 'waiting'; needs: number };

export interface TrainingData {
  train: Samples;
  order: SampleOrder;
  /** How many of the first training images have arrived. */
  ready(): number;
}

/** How long steps may pile up on the backend before their losses are read back (which waits for them). */
const readBackEveryMs = 40;
const mostStepsPerPull = 16;

/**
 * Trains for as long as it is pulled. A pull makes as many steps as fit into about 40 ms (one, where a step takes longer)
 * and brings the loss of each, read back in one go.
 * @param now clock in ms
 */
export async function* train(
  network: Network,
  data: TrainingData,
  now: () => number = () => performance.now(),
): AsyncGenerator<TrainingStep, void, void> {
  let stepsPerPull = 1;
  const pending: tf.Scalar[] = [];
  try {
    for (;;) {
      const startedAt = now();
      for (let made = 0; made < stepsPerPull; made++) {
        const indices = data.order.take(network.samplesSeen, network.experiment.batchSize);
        const needs = indices.reduce((highest, index) => Math.max(highest, index + 1), 0);
        if (needs > data.ready()) {
          if (pending.length === 0) yield { kind: 'waiting', needs };
          break;
        }
        const batch = assembleBatch(data.train, indices, network.experiment, network.step);
        pending.push(network.trainOn(batch));
      }
      if (pending.length === 0) continue;
      const losses = await readScalars(pending);
      const msPerStep = (now() - startedAt) / losses.length;
      tf.dispose(pending.splice(0));
      stepsPerPull = Math.min(mostStepsPerPull, Math.max(1, Math.floor(readBackEveryMs / msPerStep)));
      yield { kind: 'losses', losses };
    }
  } finally {
    tf.dispose(pending);
  }
}

/** The values of several scalars with one wait, `[scalars.length]`. */
async function readScalars(scalars: readonly tf.Scalar[]): Promise<Float32Array> {
  const stacked = tf.stack([...scalars]);
  const values = await stacked.data<'float32'>();
  stacked.dispose();
  return new Float32Array(values);
}
