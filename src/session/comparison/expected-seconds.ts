// How long a comparison is expected to take before it starts.
import type { Experiment } from '../../core/experiment/experiment';
import type { MeasuredSpeed } from '../runs/timing/measured-speed';
import { secondsFor } from '../runs/timing/seconds-for';
import { sumOf, type SecondsRange } from '../runs/timing/time-estimate';
import { definingSettings, familyRuns } from './families';

/**
 * How long the four will take together at the speed of the main run, if that trains one of them or a network that computes
 * as much apart from what makes the family; null while it is not known.
 * @param images that each of the four trains on
 */
export function expectedSeconds(
  chosen: Experiment,
  codeSize: number | null,
  images: number,
  speed: MeasuredSpeed | null,
): SecondsRange | null {
  const each = familyRuns(chosen, codeSize).map(({ experiment }) =>
    secondsFor(speed, experiment, images, [...definingSettings, 'codeSize']),
  );
  return each.every((seconds) => seconds !== null) ? sumOf(each) : null;
}
