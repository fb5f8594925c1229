// What is said of samples from elsewhere. Pure.
import { countText, percentText } from '../../../core/number-text';

export function otherShapeText(shape: readonly number[]): string {
  return `Its samples are ${shape.join(' × ')}, and the network takes only those of the shape it was trained on.`;
}

/** @param share of them that is flagged; null without a threshold */
export function flaggedText(count: number, share: number | null): string {
  const of = `${countText(count)} samples`;
  return share === null ? `${of}.` : `${percentText(share, 1)} of ${of} are flagged.`;
}

export const busyText = 'Other measurements are under way; this one is free once they are done.';
