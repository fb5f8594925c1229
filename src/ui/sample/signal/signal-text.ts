// A picture of signals in words, for people who cannot see it: how far the line reaches, and where it differs most.
import { t } from '@lingui/core/macro';
import { sampleKind } from '../../../core/samples/sample-kind';
import { sampleSize } from '../../../core/samples/samples';
import { placeText } from '../words';
import type { SampleInfo, SampleValues, Tone } from '../sample-look';

interface PicturedSignals {
  readonly info: SampleInfo;
  /** One sample or several. */
  readonly values: SampleValues;
  readonly tone: Tone;
  readonly reference?: SampleValues | undefined;
}

/**
 * `Lowest at 53: −0.2. Highest at 56: 1.2. Largest difference at 57: 0.05.`, in the units of the data; of several samples only the
 * last, and in which of them. Null for images, and while there is nothing to see.
 */
export function signalText({ info, values, tone, reference }: PicturedSignals): string | null {
  const size = sampleSize(info.shape);
  if (sampleKind(info.shape) !== 'signal' || values.length < size) return null;
  const isOne = values.length === size;
  const channels = info.shape[1] ?? 1;
  const scaleOf = (of: SampleValues) => (of instanceof Uint8Array ? 1 / 255 : 1);
  const scaled = (of: SampleValues) => Float32Array.from(of, (value) => value * scaleOf(of));
  const ink = scaled(values);

  function at(index: number, of: Float32Array, said: Tone): string {
    const within = index % size;
    const point = Math.floor(within / channels) + 1;
    const channel = (within % channels) + 1;
    const place = channels > 1 ? t`at ${point}, channel ${channel}` : t`at ${point}`;
    const sample = Math.floor(index / size) + 1;
    const name = isOne ? place : t`in sample ${sample}, ${place}`;
    const one = of.subarray(index - within, index - within + size);
    return placeText({ name, index: within, channels: 1 }, one, said, info) ?? '';
  }

  const sizes = (of: Float32Array) => of.map(Math.abs);
  if (tone === 'error') return t`Largest error ${{ place: at(largestIn(sizes(ink)), ink, 'error') }}.`;
  const parts: string[] = [];
  if (isOne) {
    parts.push(t`Lowest ${{ place: at(largestIn(ink.map((value) => -value)), ink, 'ink') }}.`);
    parts.push(t`Highest ${{ place: at(largestIn(ink), ink, 'ink') }}.`);
  }
  if (reference?.length === values.length) {
    const clean = scaled(reference);
    const errors = ink.map((value, i) => value - (clean[i] ?? 0));
    parts.push(t`Largest difference ${{ place: at(largestIn(sizes(errors)), errors, 'error') }}.`);
  }
  return parts.length === 0 ? null : parts.join(' ');
}

/** Index of the largest; 0 where there are no numbers. */
function largestIn(values: Float32Array): number {
  let largest = 0;
  values.forEach((value, i) => {
    if (value > (values[largest] ?? NaN) || Number.isNaN(values[largest])) largest = i;
  });
  return largest;
}
