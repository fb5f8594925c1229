// What the units of a layer do over many samples, from their activations `[count, units]`.

export interface UnitActivity {
  /** Share of the samples for which a unit is active, `[units]`, in [0, 1]; 0 of a dead unit. */
  readonly activeShare: Float32Array;
  /** Mean, least and greatest activation, `[units]` each. */
  readonly mean: Float32Array;
  readonly least: Float32Array;
  readonly greatest: Float32Array;
}

/** @param threshold a unit is active where it is further from 0 */
export function unitActivity(values: Float32Array, units: number, threshold: number): UnitActivity {
  const count = values.length / units;
  const activeShare = new Float32Array(units);
  const sums = new Float64Array(units);
  const least = new Float32Array(units).fill(Infinity);
  const greatest = new Float32Array(units).fill(-Infinity);
  for (let at = 0, sample = 0; sample < count; sample++)
    for (let unit = 0; unit < units; unit++, at++) {
      const value = values[at]!;
      sums[unit]! += value;
      if (Math.abs(value) > threshold) activeShare[unit]! += 1 / count;
      if (value < least[unit]!) least[unit] = value;
      if (value > greatest[unit]!) greatest[unit] = value;
    }
  return { activeShare, mean: Float32Array.from(sums, (sum) => sum / count), least, greatest };
}

/** The activations of one unit, `[count]`. */
export function activationsOf(values: Float32Array, units: number, unit: number): Float32Array {
  return Float32Array.from({ length: values.length / units }, (_, sample) => values[sample * units + unit]!);
}

/**
 * Pearson's correlation of one unit with every unit of the layer, `[units]`, in [-1, 1]. Not a number for a unit that never
 * changes, nor for any if the one never does.
 */
export function correlationsWith(values: Float32Array, units: number, unit: number): Float32Array {
  const count = values.length / units;
  const own = activationsOf(values, units, unit);
  const ownMean = own.reduce((sum, value) => sum + value, 0) / count;
  const sums = new Float64Array(units);
  for (let at = 0; at < values.length; at++) sums[at % units]! += values[at]!;
  const means = sums.map((sum) => sum / count);
  const [products, squares] = [new Float64Array(units), new Float64Array(units)];
  let ownSquare = 0;
  for (let at = 0, sample = 0; sample < count; sample++) {
    const ownOff = own[sample]! - ownMean;
    ownSquare += ownOff * ownOff;
    for (let other = 0; other < units; other++, at++) {
      const off = values[at]! - means[other]!;
      products[other]! += ownOff * off;
      squares[other]! += off * off;
    }
  }
  return Float32Array.from(products, (product, other) => {
    const scale = Math.sqrt(ownSquare * squares[other]!);
    return scale > 0 ? Math.max(-1, Math.min(1, product / scale)) : NaN;
  });
}

export interface Correlated {
  readonly unit: number;
  readonly correlation: number;
}

/** The units that go most with one, and most against it, strongest first; only those that do so at all. */
export function mostCorrelated(
  correlations: Float32Array,
  unit: number,
  most: number,
): { readonly alike: Correlated[]; readonly opposed: Correlated[] } {
  const others = Array.from(correlations, (correlation, other) => ({ unit: other, correlation })).filter(
    (other) => other.unit !== unit && Number.isFinite(other.correlation),
  );
  const by = (sign: 1 | -1) =>
    others
      .filter(({ correlation }) => sign * correlation > 0)
      .sort((a, b) => sign * (b.correlation - a.correlation))
      .slice(0, most);
  return { alike: by(1), opposed: by(-1) };
}
