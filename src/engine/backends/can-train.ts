// Rejects networks that a backend cannot train before they fail halfway: tfjs's own WASM kernels have no gradient of a
// convolution.
import * as tf from '@tensorflow/tfjs-core';
import type { BackendName } from '../../core/backend-measurement';
import type { Experiment } from '../../core/experiment/experiment';
import { hasKernel } from '../kernels/training-kernels';
import { WorkRefusedError } from './lost';

/** @throws WorkRefusedError when the current backend cannot train this network */
export function assertCanTrain({ architecture }: Pick<Experiment, 'architecture'>): void {
  if (architecture !== 'convolutional') return;
  if (hasKernel(tf.Conv2DBackpropFilter) && hasKernel(tf.Conv2DBackpropInput)) return;
  throw new WorkRefusedError({
    code: 'engine.no-convolution-gradient',
    backend: tf.getBackend() as BackendName,
  });
}
