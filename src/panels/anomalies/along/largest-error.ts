// Where in a window the network is most wrong. Pure.
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import { rangeAt } from '../../../core/samples/value-units';
import type { RebuiltWindow } from '../../../session/anomalies/along/along';

/** Recorded minus rebuilt, in the data's units, at the point of the window where it is furthest from 0. */
export function largestError(
  { sample, reconstruction }: Pick<RebuiltWindow, 'sample' | 'reconstruction'>,
  info: Pick<DatasetInfo, 'shape' | 'valueRange' | 'placeRanges'>,
): { readonly error: number; readonly point: number } {
  const channels = sample.length / (info.shape[0] ?? sample.length);
  let found = { error: 0, point: 0 };
  sample.forEach((value, i) => {
    const [min, max] = rangeAt(info, i);
    const error = (value - (reconstruction[i] ?? 0)) * (max - min);
    if (Math.abs(error) > Math.abs(found.error)) found = { error, point: Math.floor(i / channels) };
  });
  return found;
}
