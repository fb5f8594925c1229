// What the read-outs say of a number that is measured on a part of the test set while the network trains.
import { t } from '@lingui/core/macro';
import type { Evaluation } from '../../core/engine-api/looking';
import { countText } from '../../core/number-text';
import type { SampleWords } from '../../core/samples/words/sample-words';

export interface RunningWords {
  /** Accessible name. */
  readonly name: string;
  /** @param count of test samples, as text */
  readonly caption: (count: string) => string;
}

export const runningMse: RunningWords = {
  name: t`Running test MSE`,
  caption: (count) =>
    t({
      message: `Test MSE, ${count}`,
      comment: 'Small words under a number: measured on 500 of the test images. At most 14 characters.',
    }),
};

export const runningLoss: RunningWords = {
  name: t`Running test loss`,
  caption: (count) =>
    t({
      message: `Test loss, ${count}`,
      comment: 'Small words under a number: measured on 500 of the test images. At most 14 characters.',
    }),
};

/** Before the number of the whole test set. */
export const allText = t({
  message: 'all',
  comment: 'Before a number measured on all test images, as in "all 0.0234". As short as possible.',
});

export function runningWhere({ count, step }: Evaluation, { many }: SampleWords): string {
  const [ofCount, atStep] = [countText(count), countText(step)];
  return t`Large: on ${ofCount} test ${many}, always the same, at step ${atStep}.`;
}

/** @param where of the number of the whole test set */
export function wholeWhere(value: number | null, where: string): string {
  return value === null ? t`All test images: not measured yet.` : t`Small: ${where}.`;
}
