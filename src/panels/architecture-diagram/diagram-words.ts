// What the layers of a network are called, and how much it compresses, in words.
import { activations } from '../../catalog/activations/registry';
import type { NetworkPlan } from '../../catalog/architectures/plan';
import { countText } from '../../core/number-text';

/** The name of what boundary `index` of a network holds: `Hidden layer 1 of the encoder (ReLU)`. */
export function boundaryName({ layers, boundaries, codeBoundary }: NetworkPlan, index: number): string {
  if (index === 0) return 'Input';
  const made = layers.filter(({ stage }) => stage === index);
  const [layer] = made;
  if (!layer) return '';
  const how = `(${activations[layer.activation].label})`;
  if (index === codeBoundary) {
    return made.length > 1
      ? 'Code, the bottleneck, a mean μ and a spread σ each'
      : `Code, the bottleneck ${how}`;
  }
  if (index === boundaries.length - 1) return `Output ${how}`;
  const side = index < codeBoundary ? 'encoder' : 'decoder';
  const place = index < codeBoundary ? index : index - codeBoundary;
  if (layer.kind === 'convolution') return `Convolution ${place} of the ${side} ${how}`;
  if (layer.kind === 'transposed') return `Transposed convolution ${place - 1} of the ${side} ${how}`;
  if (layer.outputShape.length > 1) return `Dense layer of the ${side}, unfolded into feature maps ${how}`;
  return `Hidden layer ${place} of the ${side} ${how}`;
}

/** `784 numbers to 16 · 49 : 1`; a code longer than the input is said to be so. */
export function compressionText(inputs: number, codeSize: number): string {
  const words = `${countText(inputs)} numbers to ${countText(codeSize)}`;
  if (codeSize > inputs) return `${words} · longer than the input, 1 : ${ratioText(codeSize / inputs)}`;
  return `${words} · ${ratioText(inputs / codeSize)} : 1`;
}

function ratioText(ratio: number): string {
  return ratio >= 10 ? countText(ratio) : String(Number(ratio.toFixed(ratio < 2 ? 2 : 1)));
}
