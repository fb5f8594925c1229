// What the read-outs of the linear methods say.
import type { NoisyReference } from '../../core/analysis-api';
import { countText } from '../../core/number-text';

interface Compared {
  size: number;
  isBelowCode: boolean;
  isTruncated: boolean;
  isNoisy: boolean;
  noDenoiser: NoisyReference['noDenoiser'];
}

/** `PCA`; names its size where that is not the code's. */
export function pcaCaption({ size, isBelowCode }: Compared): string {
  return isBelowCode ? `PCA at ${countText(size)}` : 'PCA';
}

export function pcaMeaning(compared: Compared): string {
  const { size, isNoisy, noDenoiser } = compared;
  const components = size === 1 ? '1 component' : `${countText(size)} components`;
  const noise = isNoisy ? 'with the same noise as the network gets' : 'without noise';
  const without =
    noDenoiser === 'long-samples'
      ? ' The best linear denoiser is not computed for samples this long: it needs the covariance of every pair of their numbers.'
      : '';
  return `Mean squared error of PCA with ${components}, per pixel, on all test images ${noise}: fitted to all clean training images.${sizeReason(compared)}${without}`;
}

/** Why PCA has fewer numbers than the code. */
function sizeReason({ size, isBelowCode, isTruncated }: Compared): string {
  if (isTruncated) return ` Of samples this long only the first ${countText(size)} components are computed.`;
  return isBelowCode ? ` A hidden layer of ${countText(size)} is narrower than the code.` : '';
}

export function denoiserMeaning({ size }: Pick<Compared, 'size'>): string {
  return `Mean squared error of the best linear denoiser with a code of ${countText(size)}, on the same noisy test images: clean training images regressed on noisy ones, a Wiener filter through a bottleneck.`;
}
