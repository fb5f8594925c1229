// What the errors on a photograph say, in two or three sentences. They promise nothing: a narrow code and a wide one come to other
// sentences because they come to other numbers.
import { t } from '@lingui/core/macro';
import { countText } from '../../../core/number-text';
import { numbersText, timesText } from '../words';

export interface PhotographErrors {
  /** Mean squared errors over the same tiles. */
  readonly network: number;
  /** PCA fitted to what the network was trained on; null until it is computed. */
  readonly pca: number | null;
  readonly photographPca: number;
  /** Painting every tile in its mean colour. */
  readonly flat: number;
  /** Numbers that the network has for a tile, and PCA: fewer where only its first components are computed. */
  readonly codeSize: number;
  readonly pcaSize: number;
  /** Numbers in a tile. */
  readonly sampleSize: number;
  /** What the network was trained on. */
  readonly trainedOn: string;
  /** Whether that was photographs. */
  readonly knowsPhotographs: boolean;
  readonly isTrained: boolean;
}

/** Above this times the error of PCA of photographs, PCA is clearly better. */
const clearlyWorse = 1.5;
const about = 1.05;

export function photographVerdict(errors: PhotographErrors): string[] {
  if (!errors.isTrained)
    return [t`The network has not been trained yet: what it makes of anything is noise.`];
  const ratio = errors.network / errors.photographPca;
  return [comparison(errors, ratio), meaning(errors, ratio), ofPca(errors)].filter(
    (sentence) => sentence !== null,
  );
}

function comparison({ codeSize, pcaSize }: PhotographErrors, ratio: number): string {
  const each =
    pcaSize < codeSize
      ? t`with ${{ codeSize: numbersText(codeSize) }} per tile, and ${{ pcaSize: countText(pcaSize) }} for PCA`
      : t`each with ${{ codeSize: numbersText(codeSize) }} per tile`;
  if (ratio > 1 / about && ratio < about)
    return t`The network’s error is about the same as that of PCA fitted to photographs, ${each}.`;
  const times = timesText(ratio < 1 ? 1 / ratio : ratio);
  return ratio < 1
    ? t`The network’s error is ${times} times smaller than that of PCA fitted to photographs, ${each}.`
    : t`The network’s error is ${times} times as large as that of PCA fitted to photographs, ${each}.`;
}

function meaning(errors: PhotographErrors, ratio: number): string {
  const { network, flat, codeSize, sampleSize, trainedOn, knowsPhotographs } = errors;
  if (knowsPhotographs)
    return ratio > about
      ? t`It was trained on photographs, and PCA still keeps more of them.`
      : t`It was trained on photographs, so this one is nothing new to it.`;
  if (network >= flat)
    return t`Painting each tile in its mean colour would be better: what ${trainedOn} taught it does not describe this.`;
  if (ratio >= clearlyWorse)
    return t`The picture comes through, but what the ${{ codeSize: numbersText(codeSize) }} stand for was learned from ${trainedOn}, and photographs are made of other things.`;
  return t`The picture comes through although the network was trained on ${trainedOn} alone: ${{ codeSize: numbersText(codeSize) }} for ${{ sampleSize: countText(sampleSize) }} values are enough to copy much of what it has never seen.`;
}

function ofPca({ network, pca, trainedOn, knowsPhotographs }: PhotographErrors): string | null {
  if (pca === null || knowsPhotographs) return null;
  const ratio = network / pca;
  if (ratio > about)
    return t`PCA fitted to ${trainedOn} does better: the network’s error is ${{ times: timesText(ratio) }} times as large.`;
  if (ratio < 1 / about)
    return t`PCA fitted to ${trainedOn} does worse: its error is ${{ times: timesText(1 / ratio) }} times as large.`;
  return t`PCA fitted to ${trainedOn} does as well.`;
}
