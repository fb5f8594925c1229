// How long a sweep is expected to take before it starts.
import { difference, type Setting } from '../../../core/experiment/experiment';
import { experimentAt, type SweepPlan } from '../../../core/sweep/sweep';
import type { MeasuredSpeed } from '../../runs/timing/measured-speed';
import { secondsFor } from '../../runs/timing/seconds-for';
import { sumOf, type SecondsRange } from '../../runs/timing/time-estimate';

/**
 * A sweep has no views, and nothing is drawn while it trains. On two cores without a graphics card it trained 1.5 to 2.1 times
 * as many images a second as the main run in view.
 */
const mostWithoutViews = 2;

/**
 * How long a sweep will take by the speed of the main run, null while that has not trained the same network with the same
 * batches on this backend.
 */
export function expectedSeconds(plan: SweepPlan, speed: MeasuredSpeed | null): SecondsRange | null {
  const images = plan.steps * plan.base.batchSize;
  const each = plan.values.map((value) => {
    const experiment = experimentAt(plan, value);
    const swept = plan.values.flatMap((one) => changedSettings(plan, one));
    return secondsFor(speed, experiment, images, swept);
  });
  if (!each.every((seconds) => seconds !== null)) return null;
  const { low, high } = sumOf(each);
  return { low: low / mostWithoutViews, high };
}

function changedSettings(plan: SweepPlan, value: number): Setting[] {
  return Object.keys(difference(plan.base, experimentAt(plan, value))) as Setting[];
}
