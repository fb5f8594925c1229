// What the set-up says of a choice.
import { plural, t } from '@lingui/core/macro';
import { countText, fixedText } from '../../../core/number-text';

export const noneText = t`Choose at least one class.`;

/** `1 class is normal; the other 9 are anomalies.` */
export function normalText(chosen: number, count: number): string {
  if (chosen === 0) return noneText;
  const left = count - chosen;
  if (left === 0)
    return t`All ${{ count: countText(count) }} classes are normal: leave out at least one to have anomalies.`;
  const normal = plural(chosen, { one: '# class is normal', other: '# classes are normal' });
  const others = plural(left, { one: 'the other one is an anomaly', other: 'the other # are anomalies' });
  return `${normal}; ${others}.`;
}

export const trainExplanation = t`Trains on the normal classes alone. Some of their samples are held out: the threshold comes from those.`;

/** While it trains, with an end where there is one. */
export function trainingText(epoch: number, epochs: number | null): string {
  return epochs === null
    ? t`Training on what is normal: epoch ${{ epoch: fixedText(epoch, 1) }}`
    : t`Training on what is normal: epoch ${{ epoch: fixedText(Math.min(epoch, epochs), 1) }} of ${{ epochs: countText(epochs) }}`;
}

/** Where nothing is left out yet. @param name of the first class */
export function firstChoiceText(name: string): string {
  return t`Not sure? Make only “${name}” normal`;
}

export const firstChoiceExplanation = t`Every other class is then an anomaly.`;
