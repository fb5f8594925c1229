// Text that compares the network with PCA, including when PCA is ahead.
import { plural, t } from '@lingui/core/macro';
import { countText, fixedText, lossText, percentText } from '../../core/number-text';
import { classOf, type DatasetInfo } from '../../core/samples/dataset-info';
import type { SampleKind } from '../../core/samples/sample-kind';
import { sampleWords, type SampleWords } from '../../core/samples/words/sample-words';
import { textOf, type WordsFor } from '../../core/words-for';
import type { ImageRow } from './image-rows';
import type { PcaLead } from './pca-lead';

/** Names of the rows. */
export const rowNames: Readonly<Record<ImageRow['name'], string>> = {
  Original: t`Original`,
  Noisy: t`Noisy`,
  Reconstructed: t`Reconstructed`,
  Error: t`Error`,
};

/** Of signals, which need more room, as many are shown as fit. */
export const texts: Readonly<Record<SampleKind, { subtitle: string; others: string }>> = {
  image: { subtitle: t`ten test images the network has never seen`, others: t`Ten other test images` },
  signal: { subtitle: t`test samples the network has never seen`, others: t`Other test samples` },
};

export interface Verdict {
  /** Mean squared errors per pixel on all test images. */
  mse: number;
  pcaMse: number;
  /** Numbers in PCA's code: the width of the network's narrowest layer. */
  size: number;
  /** Whether that is a hidden layer rather than the code. */
  isBelowCode: boolean;
  /** Training updates so far; before the first there is nothing to compare. */
  step: number;
}

const leads = (words: SampleWords): WordsFor<PcaLead> => ({
  diverged: ({ step, isDead }) =>
    isDead
      ? t`A layer of the network had died by step ${{ step: countText(step) }}; what is measured is the network from before.`
      : t`Training diverged at step ${{ step: countText(step) }}; what is measured is the network from before.`,
  'mean-image': ({ meanImageMse }) =>
    t`The network is no better than the mean ${{ one: words.one }} (${{ meanImageMse: lossText(meanImageMse) }}): hardly anything of the input gets through it.`,
  rose: ({ best, step }) =>
    t`The network was better before, ${{ best: lossText(best) }} at step ${{ step: countText(step) }}: the learning rate may be too high.`,
  short: ({ share }) =>
    share < 0.01
      ? t`The network has seen less than 1 % of the training ${{ many: words.many }}: train on.`
      : t`The network has seen ${{ share: percentText(share) }} of the training ${{ many: words.many }}: train on.`,
  penalty: ({ penalty }) =>
    penalty === 'kl'
      ? t`The network also minimises its KL term; PCA minimises only the error.`
      : t`The network also minimises its sparsity penalty; PCA minimises only the error.`,
});

/** A mean squared error of values in [0, 1] that is only rounding in 32-bit floats. */
const exactBelow = 1e-10;

/**
 * One sentence that compares the errors at the same number of numbers, and one that says why PCA is ahead.
 * @param lead null where it is not known
 */
export function pcaVerdict(
  { mse, pcaMse, size, isBelowCode, step }: Verdict,
  lead: PcaLead | null,
  words: SampleWords,
): string | null {
  if (step === 0 || !Number.isFinite(mse)) return null;
  const count = plural(size, { one: '# number', other: '# numbers' });
  const at = isBelowCode ? t`${count}, the narrowest layer` : count;
  const both = t`network ${{ mse: lossText(mse) }}, PCA ${{ pcaMse: lossText(pcaMse) }}`;
  const ratio = mse / pcaMse;
  if (pcaMse < exactBelow && mse < exactBelow) return t`The network and PCA are both exact at ${at}.`;
  if (pcaMse < exactBelow)
    return t`PCA is exact at ${at}; the error of the network is ${{ mse: lossText(mse) }}.`;
  if (ratio >= 1.005) {
    const ahead = t`PCA is ahead at ${at}: ${both} (${{ ratio: fixedText(ratio, 2) }} ×).`;
    return lead === null ? ahead : `${ahead} ${textOf(leads(words), lead)}`;
  }
  if (ratio > 0.995) return t`Level with PCA at ${at}: ${both}.`;
  const share = fixedText(ratio, 2);
  return isBelowCode
    ? t`At ${at}, the error is ${share} of PCA’s: ${both}.`
    : t`At ${at} the error is ${share} of PCA’s: ${both}.`;
}

/** Under the name of the errors, where they are shown larger than they are. */
export function errorGainText(gain: number): string {
  return t`shown ${{ gain: countText(gain) }} ×`;
}

/** Names the button that shows a test image in the diagram: `Show test image 7, a 3, in the diagram`. */
export function showText(info: DatasetInfo, index: number, label: number | undefined): string {
  const name = classOf(info, label);
  const { one } = sampleWords(info.kind);
  return name === null
    ? t`Show test ${one} ${index} in the diagram`
    : t`Show test ${one} ${index}, ${name}, in the diagram`;
}
