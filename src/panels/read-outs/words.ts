// What the read-outs of the linear methods say.
import { plural, t } from '@lingui/core/macro';
import type { SampleText } from '../../core/samples/words/sample-words';
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
  return isBelowCode ? t`PCA at ${{ size: countText(size) }}` : 'PCA';
}

export function pcaMeaning(compared: Compared): SampleText {
  const { size, isNoisy, noDenoiser } = compared;
  const components = plural(size, { one: '# component', other: '# components' });
  const noise = isNoisy ? t`with the same noise as the network gets` : t`without noise`;
  const without =
    noDenoiser === 'long-samples'
      ? t`The best linear denoiser is not computed for samples this long: it needs the covariance of every pair of their numbers.`
      : '';
  return (words) =>
    [
      t`Mean squared error of PCA with ${components}, per ${{ value: words.value }}, on all test ${{ many: words.many }} ${noise}: fitted to all clean training ${{ many: words.many }}.`,
      sizeReason(compared),
      without,
    ]
      .filter((sentence) => sentence !== '')
      .join(' ');
}

/** Why PCA has fewer numbers than the code. */
function sizeReason({ size, isBelowCode, isTruncated }: Compared): string {
  if (isTruncated)
    return t`For samples this long, only the first ${{ size: countText(size) }} components are computed.`;
  return isBelowCode ? t`A hidden layer of ${{ size: countText(size) }} is narrower than the code.` : '';
}

export function denoiserMeaning({ size }: Pick<Compared, 'size'>): SampleText {
  return (words) =>
    t`Mean squared error of the best linear denoiser with a code of ${{ size: countText(size) }}, on the same noisy test ${{ many: words.many }}: clean training ${{ many: words.many }} regressed on noisy ones, a Wiener filter through a bottleneck.`;
}
