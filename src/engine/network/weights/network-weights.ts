// Copies the arrays of a checkpoint into the variables of a network.
import * as tf from '@tensorflow/tfjs-core';

/**
 * Overwrites variables with arrays of the same sizes.
 * @throws RangeError when a size differs
 */
export function assignWeights(variables: readonly tf.Variable[], weights: readonly Float32Array[]): void {
  variables.forEach((variable, index) => {
    const values = weights[index];
    if (values?.length !== variable.size) {
      throw new RangeError(
        `weight ${index} has ${values?.length ?? 0} numbers, the network expects ${variable.size}`,
      );
    }
    tf.tidy(() => {
      variable.assign(tf.tensor(values, variable.shape, 'float32'));
    });
  });
}

/**
 * tfjs-layers keeps a weight in a variable but types it as a tensor.
 * @throws TypeError when it is not a variable
 */
export function asVariable(tensor: tf.Tensor): tf.Variable {
  if (isVariable(tensor)) return tensor;
  throw new TypeError('a weight of the network is not a variable');
}

function isVariable(tensor: tf.Tensor): tensor is tf.Variable {
  return tensor instanceof tf.Variable;
}
