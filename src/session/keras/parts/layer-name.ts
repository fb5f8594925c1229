// Names of the layers in the script: the key of the layer's tensors in `model.safetensors` with `_` for `/`, which no Keras layer may
// have in its name.
import type { LayerPlan } from '../../../catalog/architectures/plan';
import { layerPlace } from '../../run-files/weight-names';

/** `encoder_0`, `encoder_3_zMean`, `decoder_0`. */
export function layerName(layer: LayerPlan, codeBoundary: number): string {
  return layerPlace(layer, codeBoundary).replaceAll('/', '_');
}
