// How strongly a signed picture is drawn, so that its largest value just fits.
import type { DatasetInfo } from '../../../core/samples/dataset-info';

/** A line is drawn about the middle of its picture, and has half of the height to either side. */
export function signedGain({ kind }: Pick<DatasetInfo, 'kind'>, largest: number): number {
  return largest > 0 ? (kind === 'signal' ? 0.5 : 1) / largest : 1;
}
