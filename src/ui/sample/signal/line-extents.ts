// How far up and down a line reaches in each column of pixels. A signal longer than the picture is wide loses no peak.

/**
 * The line through `values`, the first at the left edge of `columns` pixels and the last at the right one: in each column the
 * smallest and the largest value it takes. `[NaN, NaN]` beside a value that is not a number.
 */
export function lineExtents(values: Float32Array, columns: number): [min: number, max: number][] {
  const step = columns / Math.max(1, values.length - 1);
  return Array.from({ length: columns }, (_, column) => {
    let [min, max] = [Infinity, -Infinity];
    const take = (value: number) => {
      min = Math.min(min, value);
      max = Math.max(max, value);
    };
    take(valueAt(values, column / step));
    take(valueAt(values, (column + 1) / step));
    for (let i = Math.ceil(column / step); i * step < column + 1; i++) take(values[i] ?? NaN);
    return [min, max];
  });
}

/** Between two values, on the straight line through them. */
function valueAt(values: Float32Array, place: number): number {
  const last = values.length - 1;
  const before = Math.min(last, Math.floor(place));
  const share = Math.min(place, last) - before;
  const here = values[before] ?? NaN;
  return share === 0 ? here : (1 - share) * here + share * (values[before + 1] ?? NaN);
}
