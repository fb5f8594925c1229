// What the anomaly workspace says. Pure.
import { t } from '@lingui/core/macro';
import type { Missing } from '../../core/anomaly/missing';
import type { AnomalyPresetId } from '../../core/anomaly/presets';
import { probabilityDraws, worstShare, type ScoreKind } from '../../core/anomaly/score-kind';
import {
  countText,
  fixedText,
  measurementText,
  percentText,
  scientificText,
  significantText,
} from '../../core/number-text';
import type { SampleWords } from '../../core/samples/words/sample-words';
import { textOf, type WordsFor } from '../../core/words-for';
import type { BaselineId } from '../../session/anomalies/anomaly-state';

interface ScoreWords {
  readonly label: string;
  /** What it measures, and for whom it is. */
  readonly meaning: string;
}

export const scoreWords = {
  mse: {
    label: t`Squared error`,
    meaning: t`How far the rebuilt sample is from the original, every value counting the same. Try this one first.`,
  },
  unexplained: {
    label: t`Unexplained share`,
    meaning: t`The squared error as a share of the sample’s own variance, so that bold and faint samples count alike. Use it for samples of unequal strength.`,
  },
  bce: {
    label: t`Cross-entropy`,
    meaning: t`The reconstruction error in nats: being confidently wrong costs more than being unsure. Use it for values that are nearly 0 or 1.`,
  },
  'worst-pixels': {
    label: t`Worst ${{ worstShare: percentText(worstShare) }}`,
    meaning: t`The squared error only where it is largest. Use it for small faults in samples that are otherwise normal.`,
  },
  'negative-elbo': {
    label: t`Negative ELBO`,
    meaning: t`The reconstruction error plus how unusual the code is, in nats. Use it for variational networks.`,
  },
  'reconstruction-probability': {
    label: t`Reconstruction probability`,
    meaning: t`How unlikely the sample is, over ${probabilityDraws} draws of its code (An & Cho 2015). Use it for variational networks with uncertain codes.`,
  },
  mahalanobis: {
    label: t`Distance in the code`,
    meaning: t`The Mahalanobis distance of the code from the training codes. Use it for anomalies that are rebuilt well, with a single normal class.`,
  },
  'nearest-code': {
    label: t`Nearest training code`,
    meaning: t`The distance to the nearest training code. Use it for anomalies that are rebuilt well, with several normal classes.`,
  },
  'nearest-direction': {
    label: t`Nearest direction`,
    meaning: t`The distance to the nearest training code when all codes are scaled to equal length, so that faint samples do not seem close to everything (Sun et al. 2022). Use it for many normal classes and codes of several numbers.`,
  },
} as const satisfies Record<ScoreKind, ScoreWords>;

export const presetWords = {
  best: {
    label: t`Best here`,
    meaning: t`The network that detected best here, chosen without the test set. It replaces the one in Train.`,
  },
  current: {
    label: t`As in Train`,
    meaning: t`The network chosen in Train, trained on the normal classes alone.`,
  },
} as const satisfies Record<AnomalyPresetId, { label: string; meaning: string }>;

interface BaselineWords {
  readonly label: string;
  readonly inSentence: string;
  /** At the beginning of a sentence. */
  readonly first: string;
  /** Accessible name of its AUROC. */
  readonly output: string;
  readonly meaning: string;
}

export const baselineWords = {
  nearest: {
    label: t`Nearest neighbour`,
    inSentence: t`the nearest neighbour`,
    first: t`The nearest neighbour`,
    output: t`AUROC of nearest neighbour`,
    meaning: t`No network: the distance to the most similar training sample. Hard to beat.`,
  },
  pca: {
    label: 'PCA',
    inSentence: 'PCA',
    first: 'PCA',
    output: t`AUROC of PCA`,
    meaning: t`The error of the best linear network with as many numbers in its code.`,
  },
  'mean-image': {
    label: t`Mean image`,
    inSentence: t`the mean image`,
    first: t`The mean image`,
    output: t`AUROC of the mean image`,
    meaning: t`The distance to the mean of the training samples.`,
  },
} as const satisfies Record<BaselineId, BaselineWords>;

/** As it is called over samples of this kind: `Mean image`, `Mean sample`. */
export function baselineWordsOf(id: BaselineId, { one }: Pick<SampleWords, 'one'>): BaselineWords {
  const words = baselineWords[id];
  if (id !== 'mean-image') return words;
  const mean = t`mean ${one}`;
  return {
    ...words,
    label: t({ message: `Mean ${one}`, context: 'label' }),
    inSentence: t`the ${mean}`,
    first: t`The ${mean}`,
    output: t`AUROC of the ${mean}`,
  };
}

const missing: WordsFor<Missing> = {
  'anomaly.no-network': () => t`The network is not ready yet.`,
  'anomaly.untrained': () =>
    t`The network has not been trained yet, so its errors say nothing about what is normal.`,
  'anomaly.unlabelled': () =>
    t`These samples have no classes: all of them count as probably normal and are ranked. How many anomalies are found cannot be measured.`,
  'anomaly.no-anomalies': () =>
    t`Every class counts as normal, so there is nothing to find: samples are only ranked. Leave out at least one class.`,
  'anomaly.no-normal': () =>
    t`The test set has no sample of the normal classes, so nothing can be compared with them.`,
  'anomaly.other-training': () =>
    t`The network was trained on classes other than those chosen as normal. Press “Train on normal”.`,
  'anomaly.no-validation': () =>
    t`No samples are held out, so the threshold cannot be set at a percentile. “Train on normal” holds some out; or set the threshold by hand.`,
  'anomaly.constant-score': () =>
    t`Every sample has the same score, so none stands out. Train on, or choose another score.`,
};

/** One sentence, and what to do. */
export function missingText(one: Missing): string {
  return textOf(missing, one);
}

/**
 * A rate, or an area under a curve: `0.957`; a dash where there is none. What is not quite 1 does not read as 1: `0.9996`,
 * `> 0.9999`.
 */
export function rateText(rate: number | null): string {
  if (rate === null) return '—';
  if (rate >= 1 || rate < 0.9995) return fixedText(rate, 3);
  return rate < 0.99995 ? fixedText(rate, 4) : `> ${fixedText(0.9999, 4)}`;
}

/** `0.951 to 0.962` */
export function intervalText({ low, high }: { readonly low: number; readonly high: number }): string {
  return t`${{ low: rateText(low) }} to ${{ high: rateText(high) }}`;
}

/** A score: its unit depends on its kind, and so does its size. */
export function scoreText(score: number): string {
  return measurementText(score).replace('-', '−');
}

/** In two significant digits, under a picture: `0.0061`, `5.2e-5`. */
export function shortScoreText(score: number): string {
  if (score !== 0 && Math.abs(score) < 1e-4) return scientificText(score);
  return Math.abs(score) >= 100 ? countText(score) : significantText(score).replace('-', '−');
}

/** `980 normal and 9,020 anomalous test samples` */
export function testSetText(normal: number, anomalous: number, many: string): string {
  return t`${{ normal: countText(normal) }} normal and ${{ anomalous: countText(anomalous) }} anomalous test ${many}`;
}

/**
 * `99.5 % of the held-out normal samples score lower.`; null where nothing is known of the normal ones.
 * @param isHeldOut whether it is a rank among those; else among the normal test samples
 */
export function rankText(rank: number | null, isHeldOut: boolean): string | null {
  if (rank === null) return null;
  if (rank >= 1)
    return isHeldOut ? t`All held-out normal samples score lower.` : t`All normal test samples score lower.`;
  const share = percentText(rank, rank > 0.99 ? 1 : 0);
  return isHeldOut
    ? t`${share} of the held-out normal samples score lower.`
    : t`${share} of the normal test samples score lower.`;
}
