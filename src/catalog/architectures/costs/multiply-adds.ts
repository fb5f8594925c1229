// How much a network computes.
import { widthOf, type NetworkPlan } from '../plan';

/** Multiplications (each with an addition) of one forward pass of one sample; biases and activations are left out. */
export function multiplyAdds({ layers }: NetworkPlan): number {
  return layers.reduce((sum, { kind, inputShape, outputShape, kernelShape }) => {
    const kernel = widthOf(kernelShape);
    // A convolution applies its kernel once per output position, a transposed one once per input position.
    const [rows = 1, columns = 1] = kind === 'transposed' ? inputShape : outputShape;
    return sum + (kind === 'dense' ? kernel : rows * columns * kernel);
  }, 0);
}
