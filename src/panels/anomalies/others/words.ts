// What is said of samples from elsewhere. Pure.
import { plural, t } from '@lingui/core/macro';
import { countText, percentText } from '../../../core/number-text';

export function otherShapeText(shape: readonly number[]): string {
  return t`Its samples are ${{ shape: shape.join(' × ') }}, and the network only takes samples of the shape it was trained on.`;
}

/** @param share of them that is flagged; null without a threshold */
export function flaggedText(count: number, share: number | null): string {
  return share === null
    ? plural(count, { one: '# sample.', other: '# samples.' })
    : t`${{ share: percentText(share, 1) }} of ${{ count: countText(count) }} samples are flagged.`;
}

export const busyText = t`Other measurements are running; this one can start when they finish.`;
