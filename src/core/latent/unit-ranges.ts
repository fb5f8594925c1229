// The range of each code unit over many images.

export interface UnitRange {
  readonly unit: number;
  readonly mean: number;
  readonly variance: number;
  /** 1st and 99th percentile. */
  readonly low: number;
  readonly high: number;
}

/** Codes that the percentiles are taken from; more would make no visible difference. */
const mostSorted = 2000;

/** One range per unit, in unit order. @param codes `[n, codeSize]` */
export function unitRanges(codes: Float32Array, codeSize: number): UnitRange[] {
  const count = codes.length / codeSize;
  const stride = Math.max(1, Math.floor(count / mostSorted));
  return Array.from({ length: codeSize }, (_, unit) => {
    let [sum, squares] = [0, 0];
    for (let row = 0; row < count; row++) {
      const value = codes[row * codeSize + unit] ?? 0;
      sum += value;
      squares += value * value;
    }
    const mean = sum / count;
    const some = Float32Array.from(
      { length: Math.ceil(count / stride) },
      (__, i) => codes[i * stride * codeSize + unit] ?? 0,
    ).sort();
    const at = (share: number) => some[Math.round(share * (some.length - 1))] ?? 0;
    return {
      unit,
      mean,
      variance: Math.max(0, squares / count - mean * mean),
      low: at(0.01),
      high: at(0.99),
    };
  });
}

/** Sorts by falling variance. */
export function byVariance(ranges: readonly UnitRange[]): UnitRange[] {
  return ranges.toSorted((a, b) => b.variance - a.variance || a.unit - b.unit);
}
