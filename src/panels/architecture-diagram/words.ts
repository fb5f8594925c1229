// Text for the diagram: layer names and the compression ratio.
import { activations } from '../../catalog/activations/registry';
import { narrowestLayer, widthOf, type NetworkPlan } from '../../catalog/architectures/plan';
import { countText, ratioText } from '../../core/number-text';

/** The name of the activations at boundary `index`, such as `Hidden layer 1 of the encoder (ReLU)`. */
export function boundaryName(plan: NetworkPlan, index: number): string {
  const name = layerName(plan, index);
  const { boundary, width } = narrowestLayer(plan);
  const isNarrowest = boundary !== plan.codeBoundary && widthOf(plan.boundaries[index] ?? []) === width;
  return isNarrowest ? `${name}, narrower than the code` : name;
}

function layerName(plan: NetworkPlan, index: number): string {
  const { layers, boundaries, codeBoundary } = plan;
  if (index === 0) return 'Input';
  const made = layers.filter(({ stage }) => stage === index);
  const [layer] = made;
  if (!layer) return '';
  const how = `(${activations[layer.activation].label})`;
  if (index === codeBoundary) {
    const code = narrowestLayer(plan).boundary === codeBoundary ? 'Code, the bottleneck' : 'Code';
    return made.length > 1 ? `${code}, a mean μ and a spread σ each` : `${code} ${how}`;
  }
  if (index === boundaries.length - 1) return `Output ${how}`;
  const side = index < codeBoundary ? 'encoder' : 'decoder';
  const place = index < codeBoundary ? index : index - codeBoundary;
  if (layer.kind === 'convolution') return `Convolution ${place} of the ${side} ${how}`;
  if (layer.kind === 'transposed') return `Transposed convolution ${place - 1} of the ${side} ${how}`;
  if (layer.outputShape.length > 1) return `Dense layer of the ${side}, unfolded into feature maps ${how}`;
  return `Hidden layer ${place} of the ${side} ${how}`;
}

/**
 * `784 numbers to 16 · 49 : 1`; the text also says when the code is longer than the input, and when a hidden layer is narrower
 * than the code.
 * @param narrowest width of the narrowest layer, the code included
 */
export function compressionText(inputs: number, codeSize: number, narrowest: number): string {
  const words = `${countText(inputs)} numbers to ${countText(narrowest)}`;
  if (narrowest < codeSize)
    return `${words}, then ${countText(codeSize)} · ${ratioText(inputs / narrowest)} : 1`;
  if (codeSize > inputs) return `${words} · longer than the input, 1 : ${ratioText(codeSize / inputs)}`;
  return `${words} · ${ratioText(inputs / codeSize)} : 1`;
}
