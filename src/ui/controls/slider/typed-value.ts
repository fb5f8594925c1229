// Reads a value that is typed beside a slider.
import { t } from '@lingui/core/macro';
import { parseNumber } from '../../../core/number-input/parse-numbers';
import { settle, type Track } from './slider-scale';

export type ReadValue = { readonly value: number } | { readonly problem: string };

/**
 * The value that `text` stands for on the track, or one sentence that says what the slider takes. Reads back whatever `format` writes:
 * words for the smallest value (`off`), a unit after the number, percent (a number without `%` is percent too where values are
 * written so). A number between two steps goes to the nearer; without a step it is taken as it is.
 */
export function readSliderValue(text: string, track: Track, format: (value: number) => string): ReadValue {
  const { min, max, stops, step } = track;
  const trimmed = text.trim();
  if (trimmed.toLowerCase() === format(min).toLowerCase()) return { value: min };
  const isPercent = format(max).endsWith('%');
  const number = withoutUnit(trimmed);
  const typed = parseNumber(isPercent && !number.endsWith('%') ? `${number}%` : number)?.value;
  if (stops && stops.length > 0) {
    return typed !== undefined && stops.includes(typed)
      ? { value: typed }
      : { problem: oneOf(stops.map(format)) };
  }
  const from = format(min);
  const to = format(max);
  if (typed === undefined || typed < min || typed > max)
    return { problem: t({ message: `Type a number from ${from} to ${to}.`, comment: 'beside a slider' }) };
  return { value: step === undefined ? typed : settle(track, typed) };
}

/** `12 dB` without its unit; `15k` and `61 %` mean what they mean. */
function withoutUnit(text: string): string {
  return /[\d.,]\s?[kM%]$/.test(text) ? text : text.replace(/(?<=[\d.,])\s*\p{L}[\p{L} ]*$/u, '');
}

function oneOf(values: readonly string[]): string {
  const list = values.join(', ');
  return t`Type one of ${list}.`;
}
