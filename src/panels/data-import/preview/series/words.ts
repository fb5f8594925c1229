// What is said of recordings in the preview.
import { plural, t } from '@lingui/core/macro';
import type { SeriesPreview } from '../../../../core/import/series-import';
import { countText, valueText } from '../../../../core/number-text';
import type { Recording } from '../../../../core/samples/series/series-windows';

export const seriesTexts = {
  title: t`Recordings`,
  train: t`trained on`,
  test: t`tested on`,
} as const;

/** `8 kHz`, `22.05 kHz`, `50 points a second`, `1 point every 60 s` */
export function rateText(rate: number): string {
  if (rate >= 1000) return `${valueText(rate / 1000)} kHz`;
  if (rate === 1) return t`1 point per second`;
  if (rate > 1) return t`${{ rate: valueText(rate) }} points per second`;
  return t`1 point every ${{ rate: valueText(1 / rate) }} s`;
}

/** `64 ms`, `3.5 s`, `1 min 5 s`, `2 h 5 min`, `9 days` */
export function durationText(seconds: number): string {
  if (seconds < 1) return `${valueText(1000 * seconds)} ms`;
  if (seconds < 60) return `${valueText(seconds)} s`;
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`;
  const hours = Math.floor(minutes / 60);
  return hours < 48
    ? t`${hours} h ${{ minutes: minutes % 60 }} min`
    : t`${{ days: Math.round(hours / 24) }} days`;
}

/** `12,000 points, 33.3 s · 310 windows to train on, 74 to test` */
export function recordingText({ length, train, test }: Recording, rate: number | null): string {
  const points = t`${{ points: countText(length) }} points`;
  const size = rate === null ? points : `${points}, ${durationText(length / rate)}`;
  const windows = t`${{ train: countText(train.count) }} windows to train on, ${{ test: countText(test.count) }} to test`;
  return `${size} · ${windows}`;
}

/** `Windows of 128 points, one every 64 points (50 points a second).` */
export function cutText({ windows: { stride, rate }, windowLength }: SeriesPreview): string {
  const length = countText(windowLength);
  const each = plural(stride, { one: 'one at every point', other: 'one every # points' });
  return rate === null
    ? t`Windows of ${length} points, ${each}.`
    : t`Windows of ${length} points (${{ duration: durationText(windowLength / rate) }}), ${each}; ${{ rate: rateText(rate) }}.`;
}

export function moreText(count: number): string {
  return plural(count, { one: 'and # more recording', other: 'and # more recordings' });
}
