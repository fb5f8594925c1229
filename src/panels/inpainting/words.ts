// What Inpainting says.
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
  brush: { label: 'Brush', explanation: 'Paint over what is to go missing' },
  rectangle: { label: 'Rectangle', explanation: 'Drag a rectangle, or click for a square' },
  'right-half': { label: 'Right half', explanation: 'Half of it is missing' },
  'random-pixels': { label: 'Random pixels', explanation: 'Scattered pixels are missing' },
  text: { label: 'Text', explanation: 'Letters are missing, as under a watermark' },
};

/** On a signal there are points in place of pixels. */
export const randomPointsLabel = 'Random points';

export const brushModeWords: Readonly<Record<BrushMode, { label: string; explanation: string }>> = {
  remove: { label: 'Remove', explanation: 'What the brush passes goes missing' },
  restore: { label: 'Restore', explanation: 'What the brush passes comes back' },
};

export const halfWords: Readonly<Record<Half, string>> = {
  right: 'Right',
  left: 'Left',
  upper: 'Upper',
  lower: 'Lower',
};

export const padTexts = {
  label: 'Paint the hole',
  /** For whoever has a keyboard. */
  hint: 'Paint here. By keyboard: arrows move, Space paints.',
  keys: 'Arrow keys move the brush, with Shift further. Space paints while it is held; of a rectangle it sets one corner, then the other. Escape takes a stroke back, Ctrl and Z the one before.',
} as const;

/** Beside the pad. */
export function ownSampleText(kind: SampleKind): string {
  return kind === 'image'
    ? 'Or one of your own: draw it, paste it, or choose a file.'
    : 'Or one of your own: draw it, paste its numbers, or choose a file.';
}

/** `row 3, column 7, missing`; on a signal `point 7, missing`. */
export function placeText(row: number | null, column: number, isMissing: boolean): string {
  const place = row === null ? `point ${column}` : `row ${row}, column ${column}`;
  return `${place}, ${isMissing ? 'missing' : 'known'}`;
}

/** `144 of 784 pixels missing, 18 %` */
export function missingText(missing: number, all: number, isSignal: boolean): string {
  const what = isSignal ? 'points' : 'pixels';
  return `${countText(missing)} of ${countText(all)} ${what} missing, ${percentText(missing / all)}`;
}

export const rivalWords: Readonly<
  Record<RivalId, { name: string; caption: SampleText; of: string; explanation: string }>
> = {
  mean: {
    name: 'Filled by the mean image',
    caption: ({ one }) => `Mean ${one}`,
    of: 'the mean image',
    explanation: 'Every hole gets the mean of what is trained on, whatever is known around it.',
  },
  linear: {
    name: 'Filled by the linear answer',
    caption: 'Best linear',
    of: 'the linear answer',
    explanation:
      'What a Gaussian fitted to the training set expects in the hole, given what is known: no linear method has a smaller error.',
  },
  ppca: {
    name: 'Filled by probabilistic PCA',
    caption: 'PPCA, 128',
    of: 'probabilistic PCA',
    explanation:
      'The linear answer of 128 components and equal noise in all other directions (Tipping & Bishop 1999).',
  },
  neighbours: {
    name: 'Filled by nearest neighbours',
    caption: '10 nearest',
    of: 'nearest neighbours',
    explanation: 'The mean of the 10 training samples that are nearest in what is known.',
  },
};

export const unavailableText = 'not for samples this long';
export const waitingText = 'waits for the training set';

/** What the network has been trained on, as far as holes go. */
export function trainedOnText(experiment: Experiment, step: number, { many }: SampleWords): string {
  const { noise, noiseLevel, maskInput } = experiment;
  if (hasMask(experiment)) {
    const { name } = kindOf(corruptions, noise);
    const told = maskInput === 'on' ? ', and is told where they are' : '';
    return `This network trains on ${many} with holes (${name}, level ${significantText(noiseLevel)})${told}.`;
  }
  return step === 0
    ? `This network is untrained, and set to learn from whole ${many}.`
    : `This network has only ever seen whole ${many}: it was never told that something can be missing.`;
}

export const holeTexts = {
  train: 'Train for holes',
  trainExplanation: 'Sets this run to learn from samples with holes, and trains it',
  lesson: 'To fill a hole, a network has to see holes while it learns.',
  compare: 'Train one on whole samples',
  compareShort: 'Train one',
  compareExplanation: 'The same network, trained beside this one on samples without holes for as many steps',
} as const;

export const measuredWords: Readonly<Record<MeasuredHoles, { label: SampleText; explanation: SampleText }>> =
  {
    block: {
      label: ({ kind }) => (kind === 'image' ? 'Square' : 'Gap'),
      explanation: ({ kind }) =>
        kind === 'image'
          ? 'A square of 3/7 of the side (12 of 28 pixels) at a random place in each image'
          : 'A gap of 3/7 of the length at a random place in each sample',
    },
    'right-half': { label: 'Right half', explanation: 'The right half of each sample' },
    mask: { label: 'Yours', explanation: 'The hole that you made, in each sample' },
  };

/** @param step of the weights that filled it in */
export function filledText(step: number | undefined): string {
  const whose = step === undefined ? 'the network' : `the network of step ${countText(step)}`;
  return `What ${whose} puts in the hole; what is known is kept.`;
}

/** Of the picture of the error, which may be shown larger than it is. */
export function errorNote(gain: number): string {
  return gain === 1 ? 'filled in − original' : `shown ${gain} ×`;
}

export const mseExplanation =
  'Mean squared error inside the hole, of this sample, in the scale of the network. What is known does not count.';

/** `1,000 test images`; `test images` before it is known how many. */
export function testColumnText(count: number | undefined, { many }: SampleWords): string {
  return count === undefined ? `test ${many}` : `${countText(count)} test ${many}`;
}

/** What feeding the answer back has done to the error in the hole. */
export function fedBackText(first: number | null | undefined, last: number | null | undefined): string {
  if (first == null || last == null) return '';
  const [from, to] = [lossText(first), lossText(last)];
  if (from === to) return `It changes nothing here: the error stays at ${from}.`;
  return `It ${last < first ? 'helps' : 'does not help'} here: the error goes from ${from} to ${to}.`;
}

/** Of the network against the best of its rivals, both measured over the test set. */
export function verdictText(network: number, best: { readonly id: RivalId; readonly mse: number }): string {
  const { of } = rivalWords[best.id];
  const share = Math.abs(1 - network / best.mse);
  if (share < 0.01) return `The network does as well as ${of}.`;
  return network < best.mse
    ? `The network’s error is ${percentText(share)} below that of ${of}, the best of the others.`
    : `The network’s error is ${percentText(share)} above that of ${of}, the best of the others.`;
}
