// How numbers read on the screen. The exact value always stands beside, in `data-value`.

const counts = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** `1,872` */
export function countText(value: number): string {
  return counts.format(value);
}

/** An error or a loss: four decimals (`0.0252`), two significant digits where that would be nothing. */
export function lossText(value: number): string {
  if (!Number.isFinite(value)) return '—';
  if (value === 0) return '0';
  return Math.abs(value) < 0.001 ? Number(value.toPrecision(2)).toString() : value.toFixed(4);
}

/** A share in [0, 1] as `61 %`. */
export function percentText(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** `step 1,820` where a view shows other weights than those of `current`; null where it is up to date. */
export function otherStepText(shown: number, current: number): string | null {
  return shown === current ? null : `step ${countText(shown)}`;
}
