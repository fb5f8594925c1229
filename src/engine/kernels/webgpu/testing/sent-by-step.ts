// What a training step of a tiny network sends to a WebGPU device, when it is not the first.
import * as tf from '@tensorflow/tfjs-core';
import type { ExperimentPatch } from '../../../../core/experiment/experiment';
import { Network } from '../../../network/network';
import { initialCheckpoint } from '../../../network/weights/initial-weights';
import { tinyExperiment, tinySamples } from '../../../testing/tiny/tiny';
import { train } from '../../../training/loop/train';
import { sentBy } from './counting';

/** Dispatches, bytes uploaded, and tensors and buffers that the step left behind. 16 samples in a batch, without noise. */
export async function sentByStep(
  patch: ExperimentPatch,
): Promise<{ dispatches: number; uploadedBytes: number; tensors: number }> {
  const shape = [6, 6, 1];
  const samples = tinySamples(shape, 64);
  const experiment = tinyExperiment({ noise: 'none', ...patch });
  const network = new Network(initialCheckpoint(experiment, shape), shape, samples.count);
  const training = train(network, {
    train: samples,
    order: { take: () => Uint32Array.from({ length: 16 }, (_, i) => 4 * i) },
    ready: () => samples.count,
    // one step per pull, however fast
    lastStep: () => network.step + 1,
  });
  await training.next();
  await training.next();
  const count = () => tf.memory().numTensors + tf.memory().numDataBuffers;
  const before = count();
  const sent = await sentBy(() => training.next());
  const tensors = count() - before;
  await training.return();
  network.dispose();
  return { ...sent, tensors };
}
