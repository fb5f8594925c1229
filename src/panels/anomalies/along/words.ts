// What the view along a recording says. Pure.
import { plural, t } from '@lingui/core/macro';
import type { Stretch } from '../../../core/anomaly/along/stretches';
import type { WindowUse } from '../../../core/anomaly/along/scored-windows';
import { listText } from '../../../core/language/formats';
import { countText, measurementText, numberText } from '../../../core/number-text';
import { baselineWords } from '../words';
import type { TopWindow } from '../../../session/anomalies/along/along';

/** Points where the rate is not known, else seconds, minutes and hours: `1,024`, `52.25 s`, `3:07.5`. */
export function placeText(point: number, rate: number | null): string {
  if (rate === null) return countText(point);
  const seconds = point / rate;
  if (seconds < 60) return `${numberText(Number(seconds.toFixed(rate >= 1000 ? 3 : 2)))} s`;
  const rest = numberText(Number((seconds % 60).toFixed(1))).padStart(2, '0');
  const padded = /^\d[.,]/.test(rest) ? `0${rest}` : rest;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${padded}`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${padded}`;
}

/** `6,000 points`, `1:00, 6,000 points` */
export function lengthText(points: number, rate: number | null): string {
  const counted = t`${{ points: countText(points) }} points`;
  return rate === null ? counted : `${placeText(points, rate)}, ${counted}`;
}

export const useWords = {
  training: t({ message: 'training', comment: 'The part of a recording that is trained on' }),
  'held-out': t({ message: 'held out', comment: 'The part of a recording that is held out' }),
  test: t({ message: 'test', comment: 'The part of a recording that is tested on' }),
} as const satisfies Record<WindowUse, string>;

export function stretchesText(count: number): string {
  return plural(count, { one: '# flagged stretch', other: '# flagged stretches' });
}

/** For people who cannot see the picture. */
export function plotText(name: string, count: number, top: Stretch | undefined, rate: number | null): string {
  if (count === 0) return t`${name} with the score of every window: no stretch is flagged.`;
  const stretches = stretchesText(count);
  return top
    ? t`${name} with the score of every window: ${stretches}, the highest at ${{ place: placeText(top.from, rate) }}.`
    : t`${name} with the score of every window: ${stretches}.`;
}

export function choiceText({ from, to }: Stretch, rank: number, rate: number | null): string {
  return t`Stretch ${rank}: ${{ window: windowText(from, to, rate) }}`;
}

const nameOf = ({ by }: TopWindow) => (by === 'network' ? t`the network` : baselineWords[by].inSentence);

/**
 * Which test window each method finds the most anomalous, and whether they agree.
 * @param length of a window: two that overlap are about the same thing
 */
export function topText(
  top: readonly TopWindow[],
  names: readonly string[],
  rate: number | null,
  length: number,
): string | null {
  const [network, ...others] = top;
  if (network === undefined) return null;
  const placed = ({ recording, start }: TopWindow) =>
    `${names.length > 1 ? `${names[recording] ?? ''}, ` : ''}${placeText(start, rate)}`;
  const isNear = (one: TopWindow) =>
    one.recording === network.recording && Math.abs(one.start - network.start) < length;
  const same = others.filter(isNear).map(nameOf);
  const place = placed(network);
  const methods = listText(same);
  const found =
    same.length === 0
      ? t`In the test stretch the network finds the window at ${place} the most anomalous.`
      : plural(
          { count: same.length },
          {
            one: `In the test stretch the network finds the window at ${place} the most anomalous; so does ${methods}, within a window.`,
            other: `In the test stretch the network finds the window at ${place} the most anomalous; so do ${methods}, within a window.`,
          },
        );
  const apart = others.filter((one) => !isNear(one)).map((one) => foundText(nameOf(one), placed(one)));
  return apart.length === 0 ? found : `${found} ${capital(listText(apart))}.`;
}

function foundText(method: string, position: string): string {
  return t({
    message: `${method} the one at ${position}`,
    comment: 'The method finds the window at that position the most anomalous',
  });
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Where the threshold comes from. @param heldOut windows */
export function thresholdText(threshold: number | null, isChosen: boolean, heldOut: number): string {
  if (threshold === null)
    return t`No threshold: no stretch is held out to set it. “Train on normal” holds out the end of the training stretch.`;
  if (isChosen) return t`The threshold is set by hand.`;
  return t`The threshold comes from the ${{ heldOut: countText(heldOut) }} windows of the held-out stretch, the end of the training part, which the network never saw. The test stretch is only used to report results.`;
}

/** A few held-out windows score far above the others. @param isChosen whether the threshold is set by hand */
export function heldOutOddText(isChosen: boolean): string {
  const first = t`A few windows of the held-out stretch score far above the rest, so it may contain an anomaly itself.`;
  return isChosen ? first : `${first} ${t`This raises the threshold and can hide anomalies.`}`;
}

/** Above the highest windows, where no stretch is flagged. */
export function highestText(threshold: number | null): string {
  return threshold === null
    ? t`There is no threshold yet; the highest scores are:`
    : t`Nothing is above the threshold; the highest scores are:`;
}

/** @param shown of them */
export function moreText(count: number, shown: number): string | null {
  const left = count - shown;
  return left <= 0
    ? null
    : t`and ${{ left: countText(left) }} more with lower scores: raise the threshold, or save them all.`;
}

/** `52 s to 52.64 s` */
export function windowText(from: number, to: number, rate: number | null): string {
  return t`${{ from: placeText(from, rate) }} to ${{ to: placeText(to, rate) }}`;
}

/** Of the window's largest error, in the data's units. */
export function worstText(error: number, at: number, rate: number | null): string {
  const size = `${error < 0 ? '−' : '+'}${measurementText(Math.abs(error))}`;
  return t`Largest deviation from the reconstruction: ${size} at ${{ at: placeText(at, rate) }}`;
}
