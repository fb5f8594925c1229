// What Inpainting says.
import { t } from '@lingui/core/macro';
import { corruptions } from '../../catalog/corruptions/registry';
import { kindOf } from '../../catalog/kinds/kind';
import type { Half } from '../../core/inpainting/damage/areas';
import type { BrushMode } from '../../core/inpainting/damage/brush';
import type { DamageKind, RivalId } from '../../core/inpainting/inpainting-api';
import { hasMask } from '../../core/experiment/rules';
import type { Experiment } from '../../core/experiment/experiment';
import { countText, lossText, percentText, significantText } from '../../core/number-text';
import type { SampleKind } from '../../core/samples/sample-kind';
import type { SampleText, SampleWords } from '../../core/samples/words/sample-words';
import type { MeasuredHoles } from '../../session/inpainting/inpainting';

export const damageWords: Readonly<Record<DamageKind, { label: string; explanation: string }>> = {
  brush: { label: t`Brush`, explanation: t`Paint over what should be missing` },
  rectangle: { label: t`Rectangle`, explanation: t`Drag a rectangle, or click for a square` },
  'right-half': { label: t`Right half`, explanation: t`Half of it is missing` },
  'random-pixels': { label: t`Random pixels`, explanation: t`Scattered pixels are missing` },
  text: { label: t`Text`, explanation: t`Letters are missing, as under a watermark` },
};

/** On a signal there are points in place of pixels. */
export const randomPointsLabel = t`Random points`;

export const brushModeWords: Readonly<Record<BrushMode, { label: string; explanation: string }>> = {
  remove: { label: t`Remove`, explanation: t`Removes what the brush passes over` },
  restore: { label: t`Restore`, explanation: t`Restores what the brush passes over` },
};

export const halfWords: Readonly<Record<Half, string>> = {
  right: t`Right`,
  left: t`Left`,
  upper: t`Upper`,
  lower: t`Lower`,
};

export const padTexts = {
  label: t`Paint the hole`,
  /** For whoever has a keyboard. */
  hint: t`Paint here. By keyboard: arrows move, Space paints.`,
  keys: t`Arrow keys move the brush, further with Shift. Space paints while it is held; for a rectangle it sets one corner, then the other. Escape cancels the stroke you are drawing, Ctrl+Z undoes the one before.`,
} as const;

/** Beside the pad. */
export function ownSampleText(kind: SampleKind): string {
  return kind === 'image'
    ? t`Or one of your own: draw it, paste it, or choose a file.`
    : t`Or one of your own: draw it, paste its numbers, or choose a file.`;
}

/** `row 3, column 7, missing`; on a signal `point 7, missing`. */
export function placeText(row: number | null, column: number, isMissing: boolean): string {
  if (row === null) return isMissing ? t`point ${column}, missing` : t`point ${column}, known`;
  return isMissing ? t`row ${row}, column ${column}, missing` : t`row ${row}, column ${column}, known`;
}

/** `144 of 784 pixels missing, 18 %` */
export function missingText(missing: number, all: number, isSignal: boolean): string {
  const [count, total, share] = [countText(missing), countText(all), percentText(missing / all)];
  return isSignal
    ? t`${count} of ${total} points missing, ${share}`
    : t`${count} of ${total} pixels missing, ${share}`;
}

export const rivalWords: Readonly<
  Record<RivalId, { name: string; caption: SampleText; of: string; explanation: string }>
> = {
  mean: {
    name: t`Filled by the mean image`,
    caption: ({ one }) => t({ message: `Mean ${one}`, context: 'label' }),
    of: t`the mean image`,
    explanation: t`Every hole gets the mean of the training set, whatever surrounds it.`,
  },
  linear: {
    name: t`Filled by the linear answer`,
    caption: t`Best linear`,
    of: t`the linear answer`,
    explanation: t`What a Gaussian fitted to the training set expects in the hole, given what is known: no linear method has a smaller error.`,
  },
  ppca: {
    name: t`Filled by probabilistic PCA`,
    caption: t`PPCA, 128`,
    of: t`probabilistic PCA`,
    explanation: t`The linear answer of 128 components and equal noise in all other directions (Tipping & Bishop 1999).`,
  },
  neighbours: {
    name: t`Filled by nearest neighbours`,
    caption: t`10 nearest`,
    of: t`nearest neighbours`,
    explanation: t`The mean of the 10 training samples that are nearest in what is known.`,
  },
};

export const unavailableText = t`not for samples this long`;
export const waitingText = t`waits for the training set`;

/** What the network has been trained on, as far as holes go. */
export function trainedOnText(experiment: Experiment, step: number, { many }: SampleWords): string {
  const { noise, noiseLevel, maskInput } = experiment;
  if (hasMask(experiment)) {
    const { name } = kindOf(corruptions, noise);
    const level = significantText(noiseLevel);
    return maskInput === 'on'
      ? t`This network trains on ${many} with holes (${name}, level ${level}), and is told where they are.`
      : t`This network trains on ${many} with holes (${name}, level ${level}).`;
  }
  return step === 0
    ? t`This network is untrained, and set to learn from whole ${many}.`
    : t`This network has only ever seen whole ${many}: it was never told that something can be missing.`;
}

export const holeTexts = {
  train: t`Train for holes`,
  trainExplanation: t`Sets this run to learn from samples with holes, and trains it`,
  lesson: t`To fill a hole, a network has to see holes while it learns.`,
  compare: t`Train one on whole samples`,
  compareShort: t`Train one`,
  compareExplanation: t`The same network, trained beside this one on samples without holes for as many steps`,
} as const;

export const measuredWords: Readonly<Record<MeasuredHoles, { label: SampleText; explanation: SampleText }>> =
  {
    block: {
      label: ({ kind }) => (kind === 'image' ? t`Square` : t({ message: 'Gap', context: 'inpainting' })),
      explanation: ({ kind }) =>
        kind === 'image'
          ? t`A square of 3/7 of the side (12 of 28 pixels) at a random place in each image`
          : t`A gap of 3/7 of the length at a random place in each sample`,
    },
    'right-half': { label: t`Right half`, explanation: t`The right half of each sample` },
    mask: { label: t`Yours`, explanation: t`The hole that you made, in each sample` },
  };

/** @param step of the weights that filled it in */
export function filledText(step: number | undefined): string {
  return step === undefined
    ? t`What the network puts in the hole; what is known is kept.`
    : t`What the network of step ${{ step: countText(step) }} puts in the hole; what is known is kept.`;
}

/** Of the picture of the error, which may be shown larger than it is. */
export function errorNote(gain: number): string {
  return gain === 1 ? t`filled in − original` : t`shown ${gain} ×`;
}

export const mseExplanation = t`Mean squared error inside the hole, of this sample, in the scale of the network. What is known does not count.`;

/** `1,000 test images`; `test images` before it is known how many. */
export function testColumnText(count: number | undefined, { many }: SampleWords): string {
  return count === undefined ? t`test ${many}` : t`${{ count: countText(count) }} test ${many}`;
}

/** What feeding the answer back has done to the error in the hole. */
export function fedBackText(first: number | null | undefined, last: number | null | undefined): string {
  if (first == null || last == null) return '';
  const [from, to] = [lossText(first), lossText(last)];
  if (from === to) return t`It changes nothing here: the error stays at ${from}.`;
  return last < first
    ? t`It helps here: the error goes from ${from} to ${to}.`
    : t`It does not help here: the error goes from ${from} to ${to}.`;
}

/** Of the network against the best of its rivals, both measured over the test set. */
export function verdictText(network: number, best: { readonly id: RivalId; readonly mse: number }): string {
  const { of } = rivalWords[best.id];
  const share = Math.abs(1 - network / best.mse);
  if (share < 0.01) return t`The network does as well as ${of}.`;
  return network < best.mse
    ? t`The network’s error is ${{ share: percentText(share) }} below that of ${of}, the best of the others.`
    : t`The network’s error is ${{ share: percentText(share) }} above that of ${of}, the best of the others.`;
}
