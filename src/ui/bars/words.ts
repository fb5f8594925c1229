// A code in words, for people who do not see its bars, and one of its numbers in full.
import { fixedText } from '../../core/number-text';

/** The code, 1 to 1,024 numbers, and the standard deviation of each where the code is Gaussian. */
export interface Code {
  readonly values: ArrayLike<number>;
  readonly deviations?: ArrayLike<number> | null | undefined;
}

/** `Code of the drawing: 16 numbers from −1.20 to 3.01`, and what they are spread by. */
export function codeSummary(label: string, { values, deviations }: Code): string {
  if (values.length === 0) return label;
  const count = `${values.length} ${values.length === 1 ? 'number' : 'numbers'}`;
  const spread = deviations ? `, each with a standard deviation, ${rangeText(deviations)}` : '';
  return `${label}: ${count} ${rangeText(values)}${spread}`;
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
  return `from ${fixedText(least, 2)} to ${fixedText(most, 2)}`;
}
