// How the numbers of sliders read.

/** Without an exponent: `0.00001`. */
export function decimalText(value: number): string {
  return value.toFixed(8).replace(/\.?0+$/, '');
}

/** For a setting that is off at 0. */
export function offAtZero(value: number): string {
  return value === 0 ? 'off' : decimalText(value);
}

/** `1 epoch`, `2.5 epochs`; `off` at 0. */
export function epochsText(value: number): string {
  if (value === 0) return 'off';
  return value === 1 ? '1 epoch' : `${value} epochs`;
}
