// How numbers are written on the screen, in the page's language: the one place of number formats. The exact value is always in
// `data-value` beside the text, with a point.
import { plural, t } from '@lingui/core/macro';
import { i18n } from './language/i18n';
import { hasDecimalComma } from './language/languages';

const countFormats = new Map<string, Intl.NumberFormat>();

function countFormat(): Intl.NumberFormat {
  const { locale } = i18n;
  let known = countFormats.get(locale);
  if (known === undefined) {
    countFormats.set(locale, (known = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })));
  }
  return known;
}

/** A number that JavaScript has written, with the decimal mark of the page's language. */
function marked(written: string): string {
  return hasDecimalComma() ? written.replace('.', ',') : written;
}

/** Every digit of a number: `0.05`, `1e-7`. */
export function numberText(value: number): string {
  return marked(String(value));
}

/** `1,872` */
export function countText(value: number): string {
  return countFormat().format(value);
}

/**
 * An error or a loss. Four decimals (`0.0252`), or two significant digits below 0.001. Sums in nats get fewer: `12.35`,
 * `105.6`, `1,234`. A diverging loss is `7.0e14`.
 */
export function lossText(value: number): string {
  if (!Number.isFinite(value)) return '—';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size < 0.001) return significantText(value);
  if (size < 10) return marked(value.toFixed(4));
  if (size < 1000) return marked(value.toFixed(size < 100 ? 2 : 1));
  return size < 1e6 ? countText(value) : marked(value.toExponential(1).replace('e+', 'e'));
}

/** A number of unknown size in few digits: `0.0002`, `0.05`, `4`. */
export function significantText(value: number, digits = 2): string {
  return numberText(Number(value.toPrecision(digits)));
}

/** A small number with an exponent and a true minus sign: `5.2e-5`. */
export function scientificText(value: number): string {
  return marked(value.toExponential(1).replace(/^-/, '−'));
}

/** Always so many decimals, with a true minus sign: `0.50`, `−1.20`. What rounds to 0 has none. */
export function fixedText(value: number, decimals: number): string {
  const written = value.toFixed(decimals);
  return marked(written.replace('-', Number(written) === 0 ? '' : '−'));
}

/** A setting as a plain decimal, without an exponent: `0.00001`, `0.5`. */
export function decimalText(value: number): string {
  return marked(value.toFixed(8).replace(/\.?0+$/, ''));
}

/** A count, or a setting in four significant digits: `1,024`, `0.0005`. */
export function valueText(value: number): string {
  return Number.isInteger(value) ? countText(value) : significantText(value, 4);
}

/** A measurement in three significant digits, a count from 100 on: `0.0124`, `1.5`, `1,024`. */
export function measurementText(value: number): string {
  return Math.abs(value) >= 100 ? countText(value) : significantText(value, 3);
}

/** A mean of counts: `1.4`, `128`. */
export function meanCountText(value: number): string {
  return marked(value.toFixed(value < 100 ? 1 : 0));
}

/** A share in [0, 1] as `61 %`, or with decimals as `61.3 %`. */
export function percentText(share: number, decimals = 0): string {
  return `${marked((100 * share).toFixed(decimals))} %`;
}

/** The larger side of a ratio: `49`, `6.1`, `1.31`. */
export function ratioText(ratio: number): string {
  return ratio >= 10 ? countText(ratio) : numberText(Number(ratio.toFixed(ratio < 2 ? 2 : 1)));
}

/** A speed in two significant digits: `7,200`. */
export function rateText(perSecond: number): string {
  return countText(Number(perSecond.toPrecision(2)));
}

/** `1 epoch`, `2.5 epochs` */
export function epochsText(epochs: number): string {
  const count = numberText(epochs);
  return plural(epochs, { one: `${count} epoch`, other: `${count} epochs` });
}

/** Epochs so far: `0.25`, `12.3`. */
export function epochText(epoch: number): string {
  return marked(epoch.toFixed(epoch < 10 ? 2 : 1));
}

/** `4.4 ms`, `13 ms` */
export function millisecondsText(ms: number): string {
  return `${marked(ms.toFixed(ms < 10 ? 1 : 0))} ms`;
}

/** `35 s`, `2 min 10 s`, `12 min`, `4.5 h`: as exact as an estimate deserves. */
export function durationText(seconds: number): string {
  if (seconds < 10) return `${Math.max(1, Math.ceil(seconds))} s`;
  if (seconds >= 7200) return `${numberText(Math.round(seconds / 1800) / 2)} h`;
  const rounded = 5 * Math.ceil(seconds / 5);
  const minutes = Math.floor(rounded / 60);
  if (minutes === 0) return `${rounded} s`;
  return minutes >= 5 || rounded % 60 === 0
    ? `${Math.round(rounded / 60)} min`
    : `${minutes} min ${rounded % 60} s`;
}

/** An estimate: `40 s to 1 min 30 s`, or `about 35 s` where its ends read the same. */
export function durationRangeText({ low, high }: { low: number; high: number }): string {
  const [from, to] = [durationText(low), durationText(high)];
  return from === to ? t`about ${to}` : t`${from} to ${to}`;
}

/** Bytes in units of a million: `9.4`; below 0.05 with one digit, `0.04`, so that only 0 bytes read as nothing. */
export function megabytesText(bytes: number): string {
  const megabytes = bytes / 1e6;
  return marked(
    bytes > 0 && megabytes < 0.05 ? String(Number(megabytes.toPrecision(1))) : megabytes.toFixed(1),
  );
}

/** A tick of an axis in few characters: `0.02`, `150`, `15k`, `1e-5`. */
export function tickText(value: number): string {
  const size = Math.abs(value);
  if (value === 0) return '0';
  if (size >= 1e9) return value.toExponential(0).replace('e+', 'e');
  if (size >= 1e6) return `${significantText(value / 1e6, 3)}M`;
  if (size >= 1e4) return `${significantText(value / 1e3, 3)}k`;
  if (size < 1e-3) return marked(value.toExponential(size.toExponential().includes('.') ? 1 : 0));
  return significantText(value, 3);
}

/** A measured value with five significant digits, read off a chart. */
export function readingText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e6)) return marked(value.toExponential(3));
  return marked(value.toPrecision(5));
}

/** `step 1,820` when a view shows other weights than those of step `current`; null when it is up to date. */
export function otherStepText(shown: number, current: number): string | null {
  return shown === current ? null : t`step ${{ step: countText(shown) }}`;
}
