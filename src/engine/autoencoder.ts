// The network: an encoder and a decoder, plain tfjs LayersModels, so that they save, load and convert like any Keras
// model. Training reads the decoder before its sigmoid, because the cross-entropy is computed from logits.
import * as tf from '@tensorflow/tfjs-core';
import { input, layers, model, type LayersModel, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { Experiment } from '../core/experiment';
import type { SampleShape } from '../core/samples';
import { layerActivation, layerWidths } from './initial-weights';

/** Owns the models and their variables. */
export interface Autoencoder {
  /** `[batch, sampleSize]` to `[batch, codeSize]` */
  readonly encoder: LayersModel;
  /** `[batch, codeSize]` to `[batch, sampleSize]`, pixels in (0, 1) */
  readonly decoder: LayersModel;
  /** Kernel then bias of each layer, encoder first: the order of `Checkpoint.weights`. */
  readonly variables: readonly tf.Variable[];
  /** `[batch, sampleSize]` to `[batch, codeSize]`. The caller disposes of the result, or calls inside `tf.tidy`. */
  encode(images: tf.Tensor2D): tf.Tensor2D;
  /** `[batch, codeSize]` to `[batch, sampleSize]`: the decoder's output before the sigmoid. */
  decodeLogits(codes: tf.Tensor2D): tf.Tensor2D;
  /** Output of every layer for a batch `[batch, sampleSize]`: hidden layers, code, hidden layers, pixels in (0, 1). */
  activations(images: tf.Tensor2D): tf.Tensor2D[];
  dispose(): void;
}

/**
 * Builds the network of an experiment with the given weights.
 * @param weights `[inputs, outputs]` kernel then `[outputs]` bias of each layer, encoder first
 * @throws RangeError when an array does not have the size that the experiment asks for
 */
export function createAutoencoder(
  experiment: Experiment,
  shape: SampleShape,
  weights: readonly Float32Array[],
): Autoencoder {
  const widths = layerWidths(experiment, shape);
  const codeLayer = experiment.hidden.length + 1;
  const dense = (layer: number) =>
    layers.dense({
      name: layer === codeLayer ? 'code' : layer === widths.length - 1 ? 'logits' : `hidden-${layer}`,
      units: widths[layer] ?? 0,
      activation: layerActivation(experiment, layer - 1, widths.length - 1),
      kernelInitializer: 'zeros',
    });
  const chain = (from: SymbolicTensor, first: number, last: number): SymbolicTensor[] => {
    const outputs: SymbolicTensor[] = [];
    for (let layer = first, tensor = from; layer <= last; layer++) {
      tensor = dense(layer).apply(tensor) as SymbolicTensor;
      outputs.push(tensor);
    }
    return outputs;
  };

  const image = input({ shape: [widths[0] ?? 0], name: 'image' });
  const encoded = chain(image, 1, codeLayer);
  const code = input({ shape: [experiment.codeSize], name: 'code-input' });
  const decoded = chain(code, codeLayer + 1, widths.length - 1);
  const logits = decoded.at(-1) as SymbolicTensor;
  const pixels = layers.activation({ activation: 'sigmoid', name: 'pixels' }).apply(logits) as SymbolicTensor;

  const encoder = model({ name: 'encoder', inputs: image, outputs: encoded.at(-1) as SymbolicTensor });
  const decoder = model({ name: 'decoder', inputs: code, outputs: pixels });
  const logitsDecoder = model({ inputs: code, outputs: logits });
  const encoderLayers = model({ inputs: image, outputs: encoded });
  const decoderLayers = model({ inputs: code, outputs: [...decoded.slice(0, -1), pixels] });
  const variables = [...encoder.trainableWeights, ...decoder.trainableWeights].map((weight) =>
    asVariable(weight.read()),
  );
  assignWeights(variables, weights);

  return {
    encoder,
    decoder,
    variables,
    encode: (images) => encoder.apply(images) as tf.Tensor2D,
    decodeLogits: (codes) => logitsDecoder.apply(codes) as tf.Tensor2D,
    activations(images) {
      const encoderOutputs = encoderLayers.apply(images) as tf.Tensor2D[];
      const codes = encoderOutputs.at(-1) as tf.Tensor2D;
      const decoderOutputs = decoderLayers.apply(codes) as tf.Tensor2D[];
      return [...encoderOutputs, ...decoderOutputs];
    },
    dispose() {
      encoder.dispose();
      decoder.dispose();
    },
  };
}

/** Overwrites variables with arrays of the same sizes. */
export function assignWeights(variables: readonly tf.Variable[], weights: readonly Float32Array[]): void {
  variables.forEach((variable, index) => {
    const values = weights[index];
    if (values?.length !== variable.size) {
      throw new RangeError(
        `weight ${index} has ${values?.length ?? 0} numbers, the network wants ${variable.size}`,
      );
    }
    tf.tidy(() => {
      variable.assign(tf.tensor(values, variable.shape, 'float32'));
    });
  });
}

/** tfjs-layers keeps a weight in a variable but gives it out as a tensor. */
function asVariable(tensor: tf.Tensor): tf.Variable {
  if (isVariable(tensor)) return tensor;
  throw new TypeError('a weight of the network is not a variable');
}

function isVariable(tensor: tf.Tensor): tensor is tf.Variable {
  return tensor instanceof tf.Variable;
}
