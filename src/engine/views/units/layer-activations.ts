// What the units of a layer do over the test set, chunk by chunk under one set of weights.
import * as tf from '@tensorflow/tfjs-core';
import { networkPlan } from '../../../catalog/architectures/registry';
import { mostActivations, type LayerActivations } from '../../../core/engine-api/units';
import { layerUnits, unitValues } from '../../../core/units/layer-units';
import type { OpenDataset } from '../../dataset/dataset-slot';
import type { FrozenNetwork } from '../../network/frozen-network';
import { networkInput } from '../../training/batch/batch';
import { imagesPerChunk } from '../measuring/evaluation';

/**
 * Yields the completed share, in [0, 1], after every chunk; null before the test samples have arrived, and where there is no such
 * layer. Holds no tensors between two chunks.
 */
export async function* layerActivations(
  { autoencoder, experiment, shape }: Pick<FrozenNetwork, 'autoencoder' | 'experiment' | 'shape'>,
  { handle, testSet }: Pick<OpenDataset, 'handle' | 'testSet'>,
  boundary: number,
): AsyncGenerator<number, Omit<LayerActivations, 'runId' | 'step'> | null, void> {
  const { boundaries } = networkPlan(experiment, shape);
  const layer = boundaries[boundary];
  if (!layer || boundary < 1 || boundary >= boundaries.length - 1 || !handle.testReady()) return null;
  const { units, rows, columns } = layerUnits(layer);
  const test = testSet();
  try {
    const count = Math.min(test.count, Math.max(1, Math.floor(mostActivations / units)));
    const values = new Float32Array(count * units);
    for (let first = 0; first < test.count && first < count; first += imagesPerChunk) {
      // Whole chunks, as measurements use them: their noise is kept.
      const size = Math.min(imagesPerChunk, test.count - first);
      const chunk = test.chunk(experiment, first, size);
      const input = networkInput(chunk, experiment, shape);
      const outputs = tf.tidy(() =>
        autoencoder.activationsAt(tf.tensor2d(input, [size, input.length / size]), boundary),
      );
      const made = await outputs.data<'float32'>();
      outputs.dispose();
      const kept = Math.min(size, count - first);
      for (let sample = 0; sample < kept; sample++) {
        const own = made.subarray(sample * units * rows * columns, (sample + 1) * units * rows * columns);
        values.set(unitValues(own, units), (first + sample) * units);
      }
      yield Math.min(1, (first + size) / count);
    }
    return { boundary, units, count, values };
  } finally {
    test.release();
  }
}
