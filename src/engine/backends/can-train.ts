// What a backend cannot train is said before it fails in the middle: tfjs's own WASM kernels have no gradient of a convolution.
import * as tf from '@tensorflow/tfjs-core';
import type { Experiment } from '../../core/experiment';
import { hasKernel } from '../kernels/training-kernels';
import { WorkRefusedError } from './lost';

/** @throws WorkRefusedError when the running backend lacks what the training of this network needs */
export function assertCanTrain({ architecture }: Pick<Experiment, 'architecture'>): void {
  if (architecture !== 'convolutional') return;
  if (hasKernel(tf.Conv2DBackpropFilter) && hasKernel(tf.Conv2DBackpropInput)) return;
  throw new WorkRefusedError(
    `The backend ${tf.getBackend()} has no gradient of a convolution without Hourglass's own kernels, which could not be used here.`,
  );
}
