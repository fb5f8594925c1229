// The values of a sample at one place, as words.
import { measurementText } from '../../core/number-text';
import type { SamplePlace, SampleValues, Tone } from './sample-look';

/**
 * `row 3, column 7: 0.25`, in the data's own units; null where there are no values.
 * @param range what 0 and 1 stand for
 */
export function placeText(
  { name, index, channels }: SamplePlace,
  values: SampleValues,
  tone: Tone,
  range: readonly [min: number, max: number] = [0, 1],
): string | null {
  const [min, max] = range;
  const scale = (max - min) / (values instanceof Uint8Array ? 255 : 1);
  const start = tone === 'error' ? 0 : min;
  const here = Array.from(values.subarray(index, index + channels), (value) =>
    measurementText(start + scale * value).replace('-', '−'),
  );
  return here.length === 0 ? null : `${name}: ${here.join(' · ')}`;
}
