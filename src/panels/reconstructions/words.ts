// Text that compares the network with PCA, including when PCA is ahead.
import { countText, fixedText, lossText, percentText } from '../../core/number-text';
import { classOf, type DatasetInfo } from '../../core/samples/dataset-info';
import type { SampleKind } from '../../core/samples/sample-kind';
import { sampleWords, type SampleWords } from '../../core/samples/words/sample-words';
import { textOf, type WordsFor } from '../../core/words-for';
import type { PcaLead } from './pca-lead';

/** Of signals, which need more room, as many are shown as fit. */
export const texts: Readonly<Record<SampleKind, { subtitle: string; others: string }>> = {
  image: { subtitle: 'ten test images the network has never seen', others: 'Ten other test images' },
  signal: { subtitle: 'test samples the network has never seen', others: 'Other test samples' },
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
      ? `A layer of the network had died by step ${countText(step)}; what is measured is the network from before.`
      : `Training diverged at step ${countText(step)}; what is measured is the network from before.`,
  'mean-image': ({ meanImageMse }) =>
    `The network is no better than the mean ${words.one} (${lossText(meanImageMse)}): hardly anything of the input gets through it.`,
  rose: ({ best, step }) =>
    `The network was better before, ${lossText(best)} at step ${countText(step)}: the learning rate may be too high.`,
  short: ({ share }) =>
    `The network has seen ${share < 0.01 ? 'less than 1 %' : percentText(share)} of the training ${words.many}: train on.`,
  penalty: ({ penalty }) =>
    penalty === 'kl'
      ? 'The network pays for its KL term too, PCA for the error alone.'
      : 'The network pays for its sparsity penalty too, PCA for the error alone.',
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
  const count = size === 1 ? '1 number' : `${countText(size)} numbers`;
  const numbers = isBelowCode ? `${count}, the narrowest layer,` : count;
  const both = `${lossText(mse)} against ${lossText(pcaMse)}`;
  const ratio = mse / pcaMse;
  const at = numbers.replace(/,$/, '');
  if (pcaMse < exactBelow && mse < exactBelow) return `The network and PCA are both exact at ${at}.`;
  if (pcaMse < exactBelow) return `PCA is exact at ${at}; the error of the network is ${lossText(mse)}.`;
  if (ratio >= 1.005) {
    const why = lead === null ? '' : ` ${textOf(leads(words), lead)}`;
    return `PCA is ahead at ${at}: ${both} (${fixedText(ratio, 2)} ×).${why}`;
  }
  if (ratio > 0.995) return `Level with PCA at ${at}: ${both}.`;
  return `At ${numbers} the error is ${fixedText(ratio, 2)} of PCA’s: ${both}.`;
}

/** Under the name of the errors, where they are shown larger than they are. */
export function errorGainText(gain: number): string {
  return `shown ${countText(gain)} ×`;
}

/** Names the button that shows a test image in the diagram: `Show test image 7, a 3, in the diagram`. */
export function showText(info: DatasetInfo, index: number, label: number | undefined): string {
  const name = classOf(info, label);
  return `Show test ${sampleWords(info.kind).one} ${index}${name === null ? '' : `, ${name},`} in the diagram`;
}
