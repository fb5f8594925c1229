// Samples as a table for a file: one a row, in the data's own units, the time of each value in the header.
import type { DatasetInfo } from '../../samples/dataset-info';
import { sampleSize } from '../../samples/samples';
import { rangeAt } from '../../samples/value-units';
import type { Table } from '../../table';

/**
 * @param samples `[n, D]`, in the scale of the data
 * @param pointsPerSecond null: the header counts points, from 1
 */
export function seriesTable(
  samples: Float32Array,
  info: Pick<DatasetInfo, 'shape' | 'valueRange' | 'placeRanges'>,
  pointsPerSecond: number | null,
): Table {
  const width = sampleSize(info.shape);
  const channels = info.shape.length === 2 ? (info.shape[1] ?? 1) : 1;
  const timeOf = (place: number) => {
    const point = Math.floor(place / channels);
    const time = pointsPerSecond === null ? String(point + 1) : String(rounded(point / pointsPerSecond));
    return channels === 1 ? time : `${time} (${(place % channels) + 1})`;
  };
  const places = Array.from({ length: width }, (_, place) => place);
  const count = samples.length / width;
  return {
    columns: [pointsPerSecond === null ? 'point' : 'seconds', ...places.map(timeOf)],
    rows: Array.from({ length: count }, (_, sample) => [
      sample + 1,
      ...places.map((place) => {
        const [least, greatest] = rangeAt(info, place);
        return rounded(least + (samples[sample * width + place] ?? 0) * (greatest - least));
      }),
    ]),
  };
}

/** Six digits: more than 32-bit floats are good for after scaling. */
const rounded = (value: number) => Number(value.toPrecision(6));
