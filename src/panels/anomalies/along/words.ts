// What the view along a recording says. Pure.
import type { Stretch } from '../../../core/anomaly/along/stretches';
import type { WindowUse } from '../../../core/anomaly/along/scored-windows';
import { countText, measurementText } from '../../../core/number-text';
import { baselineWords } from '../words';
import type { TopWindow } from '../../../session/anomalies/along/along';

/** Points where the rate is not known, else seconds, minutes and hours: `1,024`, `52.25 s`, `3:07.5`. */
export function placeText(point: number, rate: number | null): string {
  if (rate === null) return countText(point);
  const seconds = point / rate;
  if (seconds < 60) return `${Number(seconds.toFixed(rate >= 1000 ? 3 : 2))} s`;
  const rest = (seconds % 60).toFixed(1).replace(/\.0$/, '').padStart(2, '0');
  const padded = /^\d\./.test(rest) ? `0${rest}` : rest;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${padded}`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${padded}`;
}

/** `6,000 points`, `1:00, 6,000 points` */
export function lengthText(points: number, rate: number | null): string {
  const counted = `${countText(points)} points`;
  return rate === null ? counted : `${placeText(points, rate)}, ${counted}`;
}

export const useWords = {
  training: 'training',
  'held-out': 'held out',
  test: 'test',
} as const satisfies Record<WindowUse, string>;

export function stretchesText(count: number): string {
  return count === 1 ? '1 flagged stretch' : `${countText(count)} flagged stretches`;
}

/** For people who cannot see the picture. */
export function plotText(name: string, count: number, top: Stretch | undefined, rate: number | null): string {
  const flagged = count === 0 ? 'no stretch is flagged' : stretchesText(count);
  const highest = top ? `, the highest at ${placeText(top.from, rate)}` : '';
  return `${name} with the score of every window: ${flagged}${highest}.`;
}

export function choiceText({ from, to }: Stretch, rank: number, rate: number | null): string {
  return `Stretch ${rank}: ${windowText(from, to, rate)}`;
}

const nameOf = ({ by }: TopWindow) => (by === 'network' ? 'the network' : baselineWords[by].inSentence);
const listed = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

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
  const first = `In the test stretch the network finds the window at ${placed(network)} the most anomalous`;
  const agreed =
    same.length === 0 ? '' : `; so ${same.length === 1 ? 'does' : 'do'} ${listed(same)}, within a window`;
  const apart = others.filter((one) => !isNear(one)).map((one) => `${nameOf(one)} the one at ${placed(one)}`);
  const differing = apart.length === 0 ? '' : `. ${capital(listed(apart))}`;
  return `${first}${agreed}${differing}.`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Where the threshold comes from. @param heldOut windows */
export function thresholdText(threshold: number | null, isChosen: boolean, heldOut: number): string {
  if (threshold === null)
    return 'No threshold: no stretch is held out to take it from. Train on normal holds out the end of the training stretch.';
  if (isChosen) return 'The threshold is set by hand.';
  return `The threshold comes from the ${countText(heldOut)} windows of the held-out stretch, the end of the training part, which the network never saw. The test stretch only reports.`;
}

/** A few held-out windows score far above the others. @param isChosen whether the threshold is set by hand */
export function heldOutOddText(isChosen: boolean): string {
  const first =
    'A few windows of the held-out stretch score far above the rest of it: it may hold something odd itself.';
  return isChosen ? first : `${first} That lifts the threshold and can hide what is odd.`;
}

/** Above the highest windows, where no stretch is flagged. */
export function highestText(threshold: number | null): string {
  const first = threshold === null ? 'There is no threshold yet' : 'Nothing is above the threshold';
  return `${first}; the highest scores are:`;
}

/** @param shown of them */
export function moreText(count: number, shown: number): string | null {
  const left = count - shown;
  return left <= 0
    ? null
    : `and ${countText(left)} more with lower scores: raise the threshold, or save them all.`;
}

/** `52 s to 52.64 s` */
export function windowText(from: number, to: number, rate: number | null): string {
  return `${placeText(from, rate)} to ${placeText(to, rate)}`;
}

/** Of the window's largest error, in the data's units. */
export function worstText(error: number, at: number, rate: number | null): string {
  const size = `${error < 0 ? '−' : '+'}${measurementText(Math.abs(error))}`;
  return `Furthest from what was rebuilt: ${size} at ${placeText(at, rate)}`;
}
