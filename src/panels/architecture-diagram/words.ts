// Text for the diagram: layer names and the compression ratio.
import { t } from '@lingui/core/macro';
import { activations } from '../../catalog/activations/registry';
import type { LayerRole } from '../../catalog/architectures/layer-explanations';
import { narrowestLayer, widthOf, type LayerPlan, type NetworkPlan } from '../../catalog/architectures/plan';
import { countText, ratioText } from '../../core/number-text';

/** The name of the activations at boundary `index`, such as `Hidden layer 1 of the encoder (ReLU)`. */
export function boundaryName(plan: NetworkPlan, index: number): string {
  const name = layerName(plan, index);
  const { boundary, width } = narrowestLayer(plan);
  const isNarrowest = boundary !== plan.codeBoundary && widthOf(plan.boundaries[index] ?? []) === width;
  return isNarrowest ? t`${name}, narrower than the code` : name;
}

/** What kind of layer makes the activations at boundary `index`. */
export function roleOf({ layers, boundaries, codeBoundary }: NetworkPlan, index: number): LayerRole {
  if (index === 0) return 'input';
  if (index === boundaries.length - 1) return 'output';
  const made = layers.filter(({ stage }) => stage === index);
  if (index === codeBoundary) return made.length > 1 ? 'draws' : 'code';
  const [layer] = made;
  if (layer?.kind === 'dense' && layer.outputShape.length > 1) return 'unfolded';
  return layer?.kind ?? 'dense';
}

function layerName(plan: NetworkPlan, index: number): string {
  const { layers, boundaries, codeBoundary } = plan;
  if (index === 0) return t`Input`;
  const made = layers.filter(({ stage }) => stage === index);
  const [layer] = made;
  if (!layer) return '';
  const how = `(${activations[layer.activation].label})`;
  if (index === codeBoundary) {
    const code = narrowestLayer(plan).boundary === codeBoundary ? t`Code, the bottleneck` : t`Code`;
    return made.length > 1 ? t`${code}, a mean μ and a spread σ each` : `${code} ${how}`;
  }
  if (index === boundaries.length - 1) return t`Output ${how}`;
  return index < codeBoundary
    ? encoderLayer(layer, index, how)
    : decoderLayer(layer, index - codeBoundary, how);
}

function encoderLayer({ kind }: LayerPlan, place: number, how: string): string {
  return kind === 'convolution'
    ? t`Convolution ${place} of the encoder ${how}`
    : t`Hidden layer ${place} of the encoder ${how}`;
}

function decoderLayer({ kind, outputShape }: LayerPlan, place: number, how: string): string {
  if (kind === 'transposed') return t`Transposed convolution ${{ place: place - 1 }} of the decoder ${how}`;
  if (outputShape.length > 1) return t`Dense layer of the decoder, unfolded into feature maps ${how}`;
  return t`Hidden layer ${place} of the decoder ${how}`;
}

/**
 * `784 numbers to 16 · 49 : 1`; the text also says when the code is longer than the input, and when a hidden layer is narrower
 * than the code.
 * @param narrowest width of the narrowest layer, the code included
 */
export function compressionText(inputs: number, codeSize: number, narrowest: number): string {
  const words = t`${{ inputs: countText(inputs) }} numbers to ${{ narrowest: countText(narrowest) }}`;
  if (narrowest < codeSize)
    return t`${words}, then ${{ codeSize: countText(codeSize) }} · ${{ ratio: ratioText(inputs / narrowest) }} : 1`;
  if (codeSize > inputs)
    return t`${words} · longer than the input, 1 : ${{ ratio: ratioText(codeSize / inputs) }}`;
  return `${words} · ${ratioText(inputs / codeSize)} : 1`;
}
