// How numbers read on the screen. The exact value always stands beside, in `data-value`.

const counts = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** `1,872` */
export function countText(value: number): string {
  return counts.format(value);
}

/**
 * An error or a loss: four decimals (`0.0252`), two significant digits where that would be nothing; above 10, where it
 * is a sum (in nats), as many digits as are read:
 * `12.35`, `105.6`, `1,234`; of one that explodes its order, `7.0e14`.
 */
export function lossText(value: number): string {
  if (!Number.isFinite(value)) return '—';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size < 0.001) return significantText(value);
  if (size < 10) return value.toFixed(4);
  if (size < 1000) return value.toFixed(size < 100 ? 2 : 1);
  return size < 1e6 ? countText(value) : value.toExponential(1).replace('e+', 'e');
}

/** A setting or a small number in two significant digits: `0.0002`, `0.05`, `4`. */
export function significantText(value: number): string {
  return Number(value.toPrecision(2)).toString();
}

/** A share in [0, 1] as `61 %`. */
export function percentText(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** `step 1,820` where a view shows other weights than those of `current`; null where it is up to date. */
export function otherStepText(shown: number, current: number): string | null {
  return shown === current ? null : `step ${countText(shown)}`;
}
