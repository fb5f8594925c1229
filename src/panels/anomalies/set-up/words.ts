// What the set-up says of a choice.
import { countText } from '../../../core/number-text';

export const noneText = 'Choose at least one class.';

/** `1 class is normal; the other 9 are anomalies.` */
export function normalText(chosen: number, count: number): string {
  if (chosen === 0) return noneText;
  const left = count - chosen;
  if (left === 0)
    return `All ${countText(count)} classes are normal: leave out at least one to have anomalies.`;
  const normal = chosen === 1 ? '1 class is normal' : `${countText(chosen)} classes are normal`;
  return `${normal}; ${left === 1 ? 'the other one is an anomaly' : `the other ${countText(left)} are anomalies`}.`;
}

export const trainExplanation =
  'Trains on the normal classes alone. Some of their samples are held out: the threshold comes from those.';

/** While it trains, with an end where there is one. */
export function trainingText(epoch: number, epochs: number | null): string {
  return epochs === null
    ? `Training on what is normal: epoch ${epoch.toFixed(1)}`
    : `Training on what is normal: epoch ${Math.min(epoch, epochs).toFixed(1)} of ${countText(epochs)}`;
}

/** Where nothing is left out yet. @param name of the first class */
export function firstChoiceText(name: string): string {
  return `Not sure? Let “${name}” alone be normal`;
}

export const firstChoiceExplanation = 'Every other class is then an anomaly.';
