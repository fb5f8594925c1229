// The network: an encoder and a decoder, both plain tfjs LayersModels, so that they can be saved, loaded and converted like any
// Keras model. Training reads the decoder's logits, because the cross-entropy is computed from them.
import * as tf from '@tensorflow/tfjs-core';
import { input, layers, model, type LayersModel, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import { networkPlan } from '../../catalog/architectures/registry';
import type { Experiment } from '../../core/experiment/experiment';
import { inputShape } from '../../core/inpainting/mask-input';
import { sampleSize, type SampleShape } from '../../core/samples/samples';
import type { Encoded } from '../objective/encoded';
import { clipLogVar } from '../objective/objective-terms';
import { fullInput } from './full-input';
import { assignWeights, asVariable } from './weights/network-weights';
import { flatten, buildLayer, type PlannedLayer } from './planned-layer';

/** Owns the models and their variables. */
export interface Autoencoder {
  /** `[batch, sampleSize of the input]` to `[batch, codeSize]`, or to zMean and zLogVar (not clipped) of that shape. */
  readonly encoder: LayersModel;
  /** `[batch, codeSize]` to `[batch, sampleSize]`; pixels in (0, 1) with a sigmoid output. */
  readonly decoder: LayersModel;
  /** Kernel then bias of each layer, in plan order, which is the order of `Checkpoint.weights`. */
  readonly variables: readonly tf.Variable[];
  /** Encodes images `[batch, sampleSize]`, which miss nothing, or with their masks (core/inpainting/mask-input.ts). The caller disposes of the codes, or calls inside `tf.tidy`. */
  encode(images: tf.Tensor2D): Encoded;
  /** `[batch, codeSize]` to `[batch, sampleSize]`: the decoder's output before its last activation. */
  decodeLogits(codes: tf.Tensor2D): tf.Tensor2D;
  /** `[batch, codeSize]` to `[batch, sampleSize]`: pixels. */
  decode(codes: tf.Tensor2D): tf.Tensor2D;
  /**
   * The forward pass of training, boundary by boundary, for images as in `encode`. Call inside `tf.tidy`.
   * @param codeOf the code to decode, from what the encoder made
   * @param through sees what each boundary but the first and the code holds, in its shape, and may hand on something else; the
   * last boundary holds logits, `[batch, sampleSize]`
   * @returns the logits
   */
  stepThrough(
    images: tf.Tensor2D,
    codeOf: (encoded: Encoded) => tf.Tensor2D,
    through: (boundary: number, value: tf.Tensor) => tf.Tensor,
  ): tf.Tensor2D;
  /** Activations at every boundary after the image, for images as in `encode`: hidden layers, code (or its mean), …, pixels. */
  activations(images: tf.Tensor2D): tf.Tensor[];
  /** The activations at one boundary after the image and before the output. */
  activationsAt(images: tf.Tensor2D, boundary: number): tf.Tensor;
  /** Pixels `[batch, sampleSize]` of activations at a boundary, `[batch, ...its shape]`: the rest of the network. */
  outputFrom(activations: tf.Tensor, boundary: number): tf.Tensor2D;
  dispose(): void;
}

/**
 * Builds the network of an experiment with the given weights.
 * @param weights kernel then bias of each layer, in plan order
 * @throws RangeError when an array does not have the size that the experiment requires
 */
export function createAutoencoder(
  experiment: Experiment,
  shape: SampleShape,
  weights: readonly Float32Array[],
): Autoencoder {
  const plan = networkPlan(experiment, shape);
  const { codeBoundary } = plan;
  const last = plan.boundaries.length - 1;
  const built: PlannedLayer[] = plan.layers.map((layer) => buildLayer(layer, layer.stage === last));
  /** Outputs of stages `firstStage` to `lastStage`, one or two per stage. */
  const chain = (from: SymbolicTensor, firstStage: number, lastStage: number): SymbolicTensor[][] => {
    const outputs: SymbolicTensor[][] = [];
    let tensor = from;
    for (let stage = firstStage; stage <= lastStage; stage++) {
      const made = built
        .filter(({ plan: { stage: at } }) => at === stage)
        .map((layer) => layer.apply(tensor));
      outputs.push(made);
      tensor = made[0] as SymbolicTensor;
    }
    return outputs;
  };

  const inputSize = sampleSize(inputShape(shape, experiment));
  const image = input({ shape: [inputSize], name: 'image' });
  const encoded = chain(image, 1, codeBoundary);
  const code = input({ shape: [experiment.codeSize], name: 'code-input' });
  const decoded = chain(code, codeBoundary + 1, last);
  const logits = flatten(decoded.at(-1)?.[0] as SymbolicTensor, 'logits-flat');
  const asPixels = layers.activation({ activation: experiment.outputActivation, name: 'pixels' });
  const pixels = asPixels.apply(logits) as SymbolicTensor;

  const encoder = model({ name: 'encoder', inputs: image, outputs: encoded.at(-1) ?? [] });
  const decoder = model({ name: 'decoder', inputs: code, outputs: pixels });
  const logitsDecoder = model({ inputs: code, outputs: logits });
  const firstOf = (outputs: SymbolicTensor[][]) => outputs.map(([first]) => first as SymbolicTensor);
  const encoderStages = model({ inputs: image, outputs: firstOf(encoded) });
  const decoderStages = model({ inputs: code, outputs: [...firstOf(decoded).slice(0, -1), pixels] });
  const variables = built.flatMap(({ layer }) =>
    layer.trainableWeights.map((weight) => asVariable(weight.read())),
  );
  assignWeights(variables, weights);

  // Parts of the network, for whoever looks into it. They share the layers, and are made when they are first used.
  const upTo = memo((boundary) => {
    const [made] =
      (boundary <= codeBoundary ? encoded[boundary - 1] : decoded[boundary - codeBoundary - 1]) ?? [];
    return model({ inputs: boundary <= codeBoundary ? image : code, outputs: made as SymbolicTensor });
  });
  const after = memo((boundary) => {
    const from = input({ shape: [...(plan.boundaries[boundary] ?? [])], name: `boundary-${boundary}` });
    const end = boundary < codeBoundary ? codeBoundary : last;
    const made = chain(from, boundary + 1, end).at(-1)?.[0] as SymbolicTensor;
    if (end === codeBoundary) return model({ inputs: from, outputs: made });
    return model({ inputs: from, outputs: asPixels.apply(flatten(made, 'rest-flat')) as SymbolicTensor });
  });

  return {
    encoder,
    decoder,
    variables,
    encode(images) {
      const made = encoder.apply(fullInput(images, shape, inputSize)) as
        tf.Tensor2D | [tf.Tensor2D, tf.Tensor2D];
      return Array.isArray(made)
        ? { mean: made[0], logVar: clipLogVar(made[1]) }
        : { mean: made, logVar: null };
    },
    decodeLogits: (codes) => logitsDecoder.apply(codes) as tf.Tensor2D,
    decode: (codes) => decoder.apply(codes) as tf.Tensor2D,
    stepThrough(images, codeOf, through) {
      let value: tf.Tensor = fullInput(images, shape, inputSize);
      for (let stage = 1; stage <= last; stage++) {
        const [first, second] = built
          .filter(({ plan: { stage: at } }) => at === stage)
          .map((layer) => layer.run(value));
        if (stage === codeBoundary) {
          const logVar = second ? clipLogVar(second as tf.Tensor2D) : null;
          value = codeOf({ mean: first as tf.Tensor2D, logVar });
        } else {
          const made = first as tf.Tensor;
          value = through(stage, stage === last ? tf.reshape(made, [images.shape[0], -1]) : made);
        }
      }
      return value as tf.Tensor2D;
    },
    activations(images) {
      const encoderOutputs = [encoderStages.apply(fullInput(images, shape, inputSize))].flat() as tf.Tensor[];
      const codes = encoderOutputs.at(-1) as tf.Tensor2D;
      return [...encoderOutputs, ...([decoderStages.apply(codes)].flat() as tf.Tensor[])];
    },
    activationsAt(images, boundary) {
      const full = fullInput(images, shape, inputSize);
      if (boundary <= codeBoundary) return upTo(boundary).apply(full) as tf.Tensor;
      return upTo(boundary).apply(upTo(codeBoundary).apply(full)) as tf.Tensor;
    },
    outputFrom(activations, boundary) {
      if (boundary === codeBoundary) return decoder.apply(activations) as tf.Tensor2D;
      const made = after(boundary).apply(activations) as tf.Tensor2D;
      return boundary < codeBoundary ? (decoder.apply(made) as tf.Tensor2D) : made;
    },
    dispose() {
      encoder.dispose();
      decoder.dispose();
    },
  };
}

/** Makes something for each number once. */
function memo<T>(make: (key: number) => T): (key: number) => T {
  const made = new Map<number, T>();
  return (key) => {
    const one = made.get(key) ?? make(key);
    made.set(key, one);
    return one;
  };
}
