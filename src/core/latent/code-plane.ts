// Maps points of the latent map to codes and back, and lays out the grid of decoded images behind the map. Pure.
import type { CodePlane } from '../engine-api/looking';

/** Two directions in latent space through an origin; see `CodePlane`. */
export type Plane = Pick<CodePlane, 'mean' | 'vectors'>;

/** A rectangle of a map, in map coordinates. */
export interface PlaneRegion {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** Codes `[n, codeSize]` at points `[2 n]` of a plane. */
export function codesAt({ mean, vectors: [across, up] }: Plane, points: Float32Array): Float32Array {
  const size = mean.length;
  const codes = new Float32Array((points.length / 2) * size);
  for (let i = 0; i < codes.length; i++) {
    const unit = i % size;
    const point = 2 * ((i - unit) / size);
    codes[i] =
      (mean[unit] ?? 0) +
      (points[point] ?? 0) * (across[unit] ?? 0) +
      (points[point + 1] ?? 0) * (up[unit] ?? 0);
  }
  return codes;
}

/** Orthogonal projection of codes `[n, codeSize]` onto a plane, as points `[2 n]`. */
export function pointsOf({ mean, vectors: [across, up] }: Plane, codes: Float32Array): Float32Array {
  const size = mean.length;
  const points = new Float32Array((2 * codes.length) / size);
  for (let i = 0; i < codes.length; i++) {
    const unit = i % size;
    const point = 2 * ((i - unit) / size);
    const centred = (codes[i] ?? 0) - (mean[unit] ?? 0);
    points[point] = (points[point] ?? 0) + centred * (across[unit] ?? 0);
    points[point + 1] = (points[point + 1] ?? 0) + centred * (up[unit] ?? 0);
  }
  return points;
}

/** Mean of codes `[n, codeSize]`, or of those at `indices`, `[codeSize]`; zeros when there are none. */
export function meanCode(codes: Float32Array, codeSize: number, indices?: Uint32Array): Float32Array {
  const count = indices?.length ?? codes.length / codeSize;
  const sums = new Float64Array(codeSize);
  for (let i = 0; i < count; i++) {
    const row = (indices?.[i] ?? i) * codeSize;
    for (let unit = 0; unit < codeSize; unit++) sums[unit] = (sums[unit] ?? 0) + (codes[row + unit] ?? 0);
  }
  return Float32Array.from(sums, (sum) => (count === 0 ? 0 : sum / count));
}

/** The plane of two units through the mean code: point (x, y) sets these two units and leaves the others at their mean. */
export function unitPlane(mean: Float32Array, x: number, y: number): Plane {
  const middle = mean.slice();
  middle[x] = 0;
  middle[y] = 0;
  const direction = (unit: number) => Float32Array.from(mean, (_, i) => (i === unit ? 1 : 0));
  return { mean: middle, vectors: [direction(x), direction(y)] };
}

/** A grid over a region: column edges from left to right, row edges from top to bottom. */
export interface PlaneGrid {
  /** `[columns + 1]`. */
  readonly x: Float32Array;
  /** `[rows + 1]`, falling. */
  readonly y: Float32Array;
  /** The point of each tile, row by row from the top left, `[2 columns rows]`. */
  readonly points: Float32Array;
}

/** A grid of square tiles over a region, `side` of them along its shorter side; each tile's point is its centre. */
export function regionGrid({ left, right, bottom, top }: PlaneRegion, side: number): PlaneGrid {
  const width = right - left;
  const height = top - bottom;
  const columns = Math.max(1, width > height ? Math.round((side * width) / height) : side);
  const rows = Math.max(1, width > height ? side : Math.round((side * height) / width));
  const x = Float32Array.from({ length: columns + 1 }, (_, i) => left + (width * i) / columns);
  const y = Float32Array.from({ length: rows + 1 }, (_, i) => top - (height * i) / rows);
  return { x, y, points: crossing(middles(x), middles(y)) };
}

/**
 * A grid of `side` x `side` points at evenly spaced quantiles of N(0, 1) on both axes (Kingma & Welling 2014, figure 4): each
 * tile has the same probability under the Gaussian.
 */
export function quantileGrid(side: number): PlaneGrid {
  const points = Float32Array.from({ length: side }, (_, i) => normalQuantile((i + 0.5) / side));
  const edges = Float32Array.from({ length: side + 1 }, (_, i) => normalQuantile(i / side));
  // The outermost tiles would be infinite; end them as far beyond their point as they begin before it.
  const outer = side === 1 ? 1 : 2 * (points[side - 1] ?? 0) - (edges[side - 1] ?? 0);
  edges[0] = -outer;
  edges[side] = outer;
  return { x: edges, y: edges.toReversed(), points: crossing(points, points.toReversed()) };
}

function middles(edges: Float32Array): Float32Array {
  return edges.slice(1).map((edge, i) => (edge + (edges[i] ?? 0)) / 2);
}

function crossing(x: Float32Array, y: Float32Array): Float32Array {
  const points = new Float32Array(2 * x.length * y.length);
  y.forEach((down, row) =>
    x.forEach((across, column) => points.set([across, down], 2 * (row * x.length + column))),
  );
  return points;
}

/** Index of the point `[2 n]` nearest to (x, y), or null when no point is finite. */
export function nearestPointTo(points: Float32Array, x: number, y: number): number | null {
  let best = Infinity;
  let nearest: number | null = null;
  for (let i = 0; i < points.length; i += 2) {
    const distance = ((points[i] ?? NaN) - x) ** 2 + ((points[i + 1] ?? NaN) - y) ** 2;
    if (distance < best) {
      best = distance;
      nearest = i / 2;
    }
  }
  return nearest;
}

/** Evaluates a polynomial by Horner's rule, coefficients from the constant up. */
const polynomial = (coefficients: readonly number[], at: number) =>
  coefficients.reduceRight((sum, coefficient) => sum * at + coefficient, 0);

/** z with P(N(0, 1) < z) = `share`, to about seven digits (Wichura 1988, AS 241, PPND7); infinite at 0 and 1. */
export function normalQuantile(share: number): number {
  const q = share - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (
      (q * polynomial([3.3871327179, 50.434271938, 159.29113202, 59.10937472], r)) /
      polynomial([1, 17.895169469, 78.757757664, 67.1875636], r)
    );
  }
  const tail = Math.min(share, 1 - share);
  if (!(tail > 0)) return share > 0.5 ? Infinity : -Infinity;
  const r = Math.sqrt(-Math.log(tail));
  const z =
    r <= 5
      ? polynomial([1.4234372777, 2.75681539, 1.3067284816, 0.17023821103], r - 1.6) /
        polynomial([1, 0.7370016425, 0.12021132975], r - 1.6)
      : polynomial([6.657905115, 3.081226386, 0.42868294337, 0.017337203997], r - 5) /
        polynomial([1, 0.24197894225, 0.012258202635], r - 5);
  return q < 0 ? -z : z;
}
