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

/** The next 1, 1.5, 2, 3, 5 or 7 x 10^k that holds `largest`: a scale must not jump with every small change. */
function roundUp(largest: number): number {
  if (!(largest > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(largest));
  return ([1, 1.5, 2, 3, 5, 7].find((factor) => factor * power >= largest) ?? 10) * power;
}

/** Where zero lies (pixels from the top) and the pixels of a value of 1, so that bars and whiskers fit into `height`. */
export function codeScale(
  values: ArrayLike<number>,
  deviations: ArrayLike<number> | null,
  height: number,
): { zero: number; unit: number } {
  let above = 0;
  let below = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    const deviation = deviations?.[i] ?? 0;
    if (!Number.isFinite(value) || !Number.isFinite(deviation)) continue;
    above = Math.max(above, value + deviation);
    below = Math.max(below, deviation - value);
  }
  const top = above > 0 || below === 0 ? roundUp(above) : 0;
  const bottom = below > 0 ? roundUp(below) : 0;
  const unit = (height - 2) / (top + bottom);
  return { zero: 1 + top * unit, unit };
}

/** Whiskers of one deviation to each side of each value, as one SVG path; with a cap where there is room for one. */
export function whiskerPath(
  values: ArrayLike<number>,
  deviations: ArrayLike<number>,
  box: { width: number; zero: number; unit: number },
): string {
  const pitch = box.width / Math.max(1, values.length);
  const cap = pitch >= 8 ? Math.min(3.5, pitch * 0.2) : 0;
  let path = '';
  for (let i = 0; i < values.length; i++) {
    const [value, deviation] = [values[i] ?? 0, deviations[i] ?? 0];
    if (!Number.isFinite(value) || !Number.isFinite(deviation)) continue;
    const x = (i + 0.5) * pitch;
    const ends = [value + deviation, value - deviation].map((end) => (box.zero - end * box.unit).toFixed(2));
    path += `M${x.toFixed(2)} ${ends[0]}V${ends[1]}`;
    if (cap === 0) continue;
    for (const end of ends) path += `M${(x - cap).toFixed(2)} ${end}h${(2 * cap).toFixed(2)}`;
  }
  return path;
}
