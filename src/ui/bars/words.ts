// A code in words, for people who do not see its bars, and one of its numbers in full.
import { plural, t } from '@lingui/core/macro';
import { fixedText } from '../../core/number-text';

/** The code, 1 to 1,024 numbers, and the standard deviation of each where the code is Gaussian. */
export interface Code {
  readonly values: ArrayLike<number>;
  readonly deviations?: ArrayLike<number> | null | undefined;
}

/** `Code of the drawing: 16 numbers from −1.20 to 3.01`, and what they are spread by. */
export function codeSummary(label: string, { values, deviations }: Code): string {
  if (values.length === 0) return label;
  const count = plural(values.length, { one: '# number', other: '# numbers' });
  const range = rangeText(values);
  if (!deviations) return t`${label}: ${count} ${range}`;
  const spread = rangeText(deviations);
  return t`${label}: ${count} ${range}, each with a standard deviation, ${spread}`;
}

/** `0.512`, or `0.512 ± 0.210`. */
export function numberInFull({ values, deviations }: Code, index: number): string {
  const spread = deviations?.[index];
  const value = fixedText(values[index] ?? 0, 3);
  return spread === undefined ? value : `${value} ± ${fixedText(spread, 3)}`;
}

function rangeText(values: ArrayLike<number>): string {
  let [least, most] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    least = Math.min(least, values[i] ?? 0);
    most = Math.max(most, values[i] ?? 0);
  }
  return t`from ${{ least: fixedText(least, 2) }} to ${{ most: fixedText(most, 2) }}`;
}
