// How long training takes at the measured speed of the main run.
import type { Experiment } from '../../../core/experiment/experiment';
import type { MeasuredSpeed } from './measured-speed';
import { batchCost, costsTheSame, scaleBy, type SecondsRange } from './time-estimate';

const fewestReports = 10;

/**
 * How long it takes to train an experiment on so many images at the measured speed; null while it is not known.
 * @param others settings in which it may differ from what was measured
 */
export function secondsFor(
  speed: MeasuredSpeed | null,
  experiment: Experiment,
  images: number,
  others: Parameters<typeof costsTheSame>[2],
): SecondsRange | null {
  if (speed === null || speed.reports.length < fewestReports) return null;
  if (!costsTheSame(speed.experiment, experiment, others)) return null;
  const scale = scaleBy(
    batchCost(experiment, speed.sampleShape),
    batchCost(speed.experiment, speed.sampleShape),
  );
  return {
    low: (scale.low * images) / Math.max(...speed.reports),
    high: (scale.high * images) / Math.min(...speed.reports),
  };
}
