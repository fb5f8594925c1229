// The key of each tensor of a network in files, by its layer's place in the plan: `encoder/0/kernel`, `decoder/2/bias`. Keras' own
// path of a weight changes when a model is built again, and a layer's name when another layer is added before it.
import { widthOf, type LayerPlan, type NetworkPlan } from '../../catalog/architectures/plan';

export interface NamedWeight {
  readonly key: string;
  readonly layer: LayerPlan;
  readonly shape: readonly number[];
}

/**
 * In the order of `Checkpoint.weights`: kernel, then bias of each layer. The number counts the stages of the encoder or of the decoder
 * from 0; at the encoder's last one, the two layers of a Gaussian code add their names (`encoder/3/zMean/kernel`). Kernels have
 * Keras' layout: `[inputs, outputs]`, `[height, width, in, out]`, and `[height, width, out, in]` of a transposed convolution.
 */
export function weightNames({ layers, codeBoundary }: NetworkPlan): NamedWeight[] {
  return layers.flatMap((layer) => {
    const place = layerPlace(layer, codeBoundary);
    const units = layer.kind === 'dense' ? widthOf(layer.outputShape) : (layer.outputShape.at(-1) ?? 1);
    return [
      { key: `${place}/kernel`, layer, shape: layer.kernelShape },
      { key: `${place}/bias`, layer, shape: [units] },
    ];
  });
}

/** A layer's place: `encoder/0`, `encoder/3/zMean`, `decoder/0`. */
export function layerPlace({ name, stage }: LayerPlan, codeBoundary: number): string {
  if (stage > codeBoundary) return `decoder/${stage - codeBoundary - 1}`;
  const place = `encoder/${stage - 1}`;
  return name === 'zMean' || name === 'zLogVar' ? `${place}/${name}` : place;
}
