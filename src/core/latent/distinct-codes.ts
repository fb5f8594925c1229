// Which codes are equal. A dead network gives every image the same code, a saturated one gives many images the same few, and one
// that has nearly collapsed gives codes that differ by the rounding of its sums alone: maps and neighbours of such codes
// would show the order of the images or of the additions, and nothing else.

/**
 * Differences up to this share of the codes' size are rounding. A unit of the code is a float32 sum of up to 1,024 products;
 * each addition rounds by up to 2^-24 of the sum, and the errors of n additions grow like sqrt(n) (Higham 2002, section 4.2):
 * 32 * 2^-24. Backends and batch sizes, which add in another order, differ by as much.
 */
export const roundingShare = 2 ** -19;

export interface DistinctCodes {
  /** Index of the first code of each distinct value, `[distinct]`, rising. */
  readonly firsts: Uint32Array;
  /** For each code, the place of its value in `firsts`, `[n]`. */
  readonly groups: Uint32Array;
}

/**
 * Groups codes `[n, codeSize]`: a code belongs to the first one from which it differs by rounding only, in every number. 0 and -0
 * are equal, and so are two NaN.
 */
export function distinctCodes(codes: Float32Array, codeSize: number): DistinctCodes {
  const tolerance = toleranceOf(codes, codeSize);
  // Codes that differ do so soonest where codes differ most.
  const units = unitsBySpread(codes, codeSize);
  const [widest = 0] = units;
  const firsts: number[] = [];
  const groups = new Uint32Array(codes.length / codeSize);
  /** Distinct codes by their number in the widest unit: equal codes are at most one cell apart. */
  const cells = new Map<number, number[]>();
  const cellOf = (value: number) => (tolerance > 0 ? Math.floor(value / tolerance) : value + 0);
  for (let row = 0; row < groups.length; row++) {
    const cell = cellOf(codes[row * codeSize + widest] ?? 0);
    const near = tolerance > 0 && Number.isFinite(cell) ? [cell - 1, cell, cell + 1] : [cell];
    const candidates = near.flatMap((one) => cells.get(one) ?? []);
    const isEqual = (group: number) =>
      areEqual(codes, (firsts[group] ?? 0) * codeSize, row * codeSize, units, tolerance);
    const known = candidates.filter(isEqual);
    groups[row] = known.length > 0 ? Math.min(...known) : firsts.length;
    if (known.length > 0) continue;
    cells.set(cell, [...(cells.get(cell) ?? []), firsts.length]);
    firsts.push(row);
  }
  return { firsts: Uint32Array.from(firsts), groups };
}

/** Rows `[n, width]` in which each is replaced by the first of its group, so that equal codes are exactly equal. */
export function mergeEqual(
  rows: Float32Array,
  width: number,
  { firsts, groups }: DistinctCodes,
): Float32Array {
  const merged = new Float32Array(rows.length);
  groups.forEach((group, row) => {
    const first = (firsts[group] ?? row) * width;
    merged.set(rows.subarray(first, first + width), row * width);
  });
  return merged;
}

/** Whether all rows `[n, width]` are equal but for rounding, as codes of a dead network are. False when there are no rows. */
export function areAllEqual(rows: Float32Array, width: number): boolean {
  const tolerance = toleranceOf(rows, width);
  for (let i = width; i < rows.length; i++) {
    if (!isNear(rows[i] ?? 0, rows[i % width] ?? 0, tolerance)) return false;
  }
  return rows.length > 0;
}

/** Size of the codes: the median of each code's largest number, which a few outliers do not change. Infinite sizes do not count. */
function toleranceOf(codes: Float32Array, codeSize: number): number {
  const sizes = new Float32Array(codes.length / codeSize);
  codes.forEach((value, i) => {
    const row = Math.floor(i / codeSize);
    sizes[row] = Math.max(sizes[row] ?? 0, Math.abs(value));
  });
  const finite = sizes.filter(Number.isFinite).sort();
  return roundingShare * (finite[finite.length >> 1] ?? 0);
}

/** The units, those with the largest range first. */
function unitsBySpread(codes: Float32Array, codeSize: number): number[] {
  const low = new Float32Array(codeSize).fill(Infinity);
  const high = new Float32Array(codeSize).fill(-Infinity);
  codes.forEach((value, i) => {
    const unit = i % codeSize;
    if (value < (low[unit] ?? 0)) low[unit] = value;
    if (value > (high[unit] ?? 0)) high[unit] = value;
  });
  const spread = (unit: number) => (high[unit] ?? 0) - (low[unit] ?? 0);
  return Array.from({ length: codeSize }, (_, unit) => unit).sort((a, b) => spread(b) - spread(a));
}

function areEqual(
  codes: Float32Array,
  one: number,
  other: number,
  units: readonly number[],
  tolerance: number,
): boolean {
  for (const unit of units) {
    if (!isNear(codes[one + unit] ?? 0, codes[other + unit] ?? 0, tolerance)) return false;
  }
  return true;
}

function isNear(a: number, b: number, tolerance: number): boolean {
  return a === b || Math.abs(a - b) <= tolerance || (Number.isNaN(a) && Number.isNaN(b));
}
