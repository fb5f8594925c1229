// The values of a sample at one place, as words.
import { measurementText } from '../../core/number-text';
import { rangeAt, type ValueUnits } from '../../core/samples/value-units';
import type { SamplePlace, SampleValues, Tone } from './sample-look';

/**
 * `row 3, column 7: 0.25`, in the data's own units; null where there are no values.
 * @param units without a range, values are in [0, 1]
 */
export function placeText(
  { name, index, channels }: SamplePlace,
  values: SampleValues,
  tone: Tone,
  { valueRange = [0, 1], placeRanges }: Partial<ValueUnits> = {},
): string | null {
  const one = values instanceof Uint8Array ? 255 : 1;
  const here = Array.from(values.subarray(index, index + channels), (value, channel) => {
    const [min, max] = rangeAt({ valueRange, placeRanges }, index + channel);
    const start = tone === 'ink' ? min : 0;
    return measurementText(start + ((max - min) / one) * value).replace('-', '−');
  });
  return here.length === 0 ? null : `${name}: ${here.join(' · ')}`;
}
