// A copy of a network's weights at one step, for work that goes on while the network trains.
import type * as tf from '@tensorflow/tfjs-core';
import type { Experiment } from '../../core/experiment/experiment';
import type { SampleShape } from '../../core/samples/samples';
import { createAutoencoder, type Autoencoder } from './autoencoder';

/** Owns tensors. The network that it was copied from disposes of it, if nobody has before. */
export interface FrozenNetwork {
  readonly autoencoder: Autoencoder;
  readonly experiment: Experiment;
  readonly shape: SampleShape;
  readonly step: number;
  readonly isDisposed: () => boolean;
  readonly dispose: () => void;
}

interface Copied {
  readonly autoencoder: Pick<Autoencoder, 'variables'>;
  readonly experiment: Experiment;
  readonly shape: SampleShape;
  readonly step: number;
}

/** @param onDispose told once */
export async function freezeNetwork(
  { autoencoder: { variables }, experiment, shape, step }: Copied,
  onDispose: (frozen: FrozenNetwork) => void,
): Promise<FrozenNetwork> {
  const weights = await Promise.all(variables.map(copyOf));
  const autoencoder = createAutoencoder(experiment, shape, weights);
  let disposed = false;
  const frozen: FrozenNetwork = {
    autoencoder,
    experiment,
    shape,
    step,
    isDisposed: () => disposed,
    dispose() {
      if (disposed) return;
      disposed = true;
      autoencoder.dispose();
      onDispose(frozen);
    },
  };
  return frozen;
}

async function copyOf(variable: tf.Variable): Promise<Float32Array> {
  return new Float32Array(await variable.data<'float32'>());
}
