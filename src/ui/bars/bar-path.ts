// Bars around zero as two SVG paths, one for what is above and one for what is below: 128 bars cost two elements.

export interface BarPaths {
  readonly positive: string;
  readonly negative: string;
}

/**
 * Bars of `values` in a box `width` x `height` (pixels) whose zero line is at `zero` (pixels from the top); `unit` is the
 * pixels of a value of 1. Each value has an equal share of the width, 22 % of it the gap.
 */
export function barPaths(
  values: ArrayLike<number>,
  box: { width: number; zero: number; unit: number },
): BarPaths {
  const pitch = box.width / Math.max(1, values.length);
  const barWidth = Math.max(1, pitch * 0.78);
  let positive = '';
  let negative = '';
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    if (!Number.isFinite(value)) continue;
    const left = (i * pitch + (pitch - barWidth) / 2).toFixed(2);
    const size = Math.max(0.75, Math.abs(value) * box.unit);
    const radius = Math.min(2.5, barWidth / 2, size);
    const straight = (size - radius).toFixed(2);
    const inner = (barWidth - 2 * radius).toFixed(2);
    const r = radius.toFixed(2);
    const up = value >= 0;
    const s = up ? '-' : '';
    const sweep = up ? 1 : 0;
    const path =
      `M${left} ${box.zero.toFixed(2)}v${s}${straight}a${r} ${r} 0 0 ${sweep} ${r} ${s}${r}` +
      `h${inner}a${r} ${r} 0 0 ${sweep} ${r} ${up ? r : `-${r}`}V${box.zero.toFixed(2)}z`;
    if (up) positive += path;
    else negative += path;
  }
  return { positive, negative };
}
