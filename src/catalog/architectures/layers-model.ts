// A network as a layers model of TensorFlow.js: a `model.json` that `tf.loadLayersModel` reads, and `weights.bin`.
import type { SampleShape } from '../../core/samples/samples';
import { kerasModel, type ModelPart } from './keras-topology';
import { widthOf, type LayerPlan, type NetworkPlan } from './plan';

export interface LayersModelFiles {
  readonly json: string;
  /** 32-bit floats, little-endian. */
  readonly weights: Uint8Array<ArrayBuffer>;
}

interface ModelTexts {
  /** The name of a layer with weights: unique, without `/`. */
  readonly nameOf: (layer: LayerPlan) => string;
  readonly generatedBy: string;
  /** Stands under `userDefinedMetadata`. */
  readonly metadata: Readonly<Record<string, unknown>>;
}

export const weightsFile = 'weights.bin';

/**
 * @param weights of the whole network, as in a checkpoint
 * @param shapes `input`: that of a sample, with the mask's channel where the network reads one
 */
export function layersModel(
  plan: NetworkPlan,
  part: ModelPart,
  shapes: { readonly sample: SampleShape; readonly input: SampleShape },
  weights: readonly Float32Array[],
  { nameOf, generatedBy, metadata }: ModelTexts,
): LayersModelFiles {
  const { topology, layers } = kerasModel(plan, part, shapes, nameOf);
  const tensors = layers.flatMap((layer) => {
    const at = 2 * plan.layers.indexOf(layer);
    const { kind, kernelShape, outputShape } = layer;
    const units = kind === 'dense' ? widthOf(outputShape) : (outputShape.at(-1) ?? 1);
    return [
      { name: `${nameOf(layer)}/kernel`, shape: kernelShape, values: weights[at] },
      { name: `${nameOf(layer)}/bias`, shape: [units], values: weights[at + 1] },
    ];
  });
  const entries = tensors.map(({ name, shape }) => ({ name, shape, dtype: 'float32' }));
  const json = {
    format: 'layers-model',
    generatedBy,
    convertedBy: null,
    modelTopology: topology,
    weightsManifest: [{ paths: [weightsFile], weights: entries }],
    userDefinedMetadata: metadata,
  };
  return {
    json: JSON.stringify(json),
    weights: joined(tensors.map(({ values }) => values ?? new Float32Array())),
  };
}

function joined(arrays: readonly Float32Array[]): Uint8Array<ArrayBuffer> {
  const all = new Float32Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const array of arrays) {
    all.set(array, at);
    at += array.length;
  }
  return new Uint8Array(all.buffer);
}
