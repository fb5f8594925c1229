// How fast the main run trains while it trains alone: the only speed known before a sweep or a comparison starts.
import type { BackendName } from '../../../core/backend-measurement';
import type { Experiment } from '../../../core/experiment/experiment';
import type { SampleShape } from '../../../core/samples/samples';
import { costsTheSame } from './time-estimate';

export interface MeasuredSpeed {
  readonly experiment: Experiment;
  readonly backend: BackendName;
  readonly sampleShape: SampleShape;
  /** Images per second in the latest reports, oldest first. */
  readonly reports: readonly number[];
}

/** Reports come ten times a second at most, each over the last second and a half. */
const mostReports = 40;

/** The speed with one more report. One of another network or backend starts over. */
export function withReport(
  before: MeasuredSpeed | null,
  report: Omit<MeasuredSpeed, 'reports'>,
  imagesPerSecond: number,
): MeasuredSpeed | null {
  if (imagesPerSecond <= 0) return before;
  const isSame =
    before !== null &&
    before.backend === report.backend &&
    costsTheSame(before.experiment, report.experiment);
  return { ...report, reports: [...(isSame ? before.reports : []), imagesPerSecond].slice(-mostReports) };
}
