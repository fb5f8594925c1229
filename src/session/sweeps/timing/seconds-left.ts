// How long the rest of a sweep will take.
import { experimentAt } from '../../../core/sweep/sweep';
import { rateRange } from '../../runs/timing/pace';
import { batchCost, scaleBy, sumOf, type SecondsRange } from '../../runs/timing/time-estimate';
import { valuesLeft, type SweepRecord } from '../sweep-record';
import type { SweepTiming } from './sweep-timing';

/**
 * What is left at the speed of this value and of those before it; each value goes by the measured one most like it. Null
 * before the first steps are timed.
 * @param step of the value under way
 */
export function secondsLeft(
  record: SweepRecord,
  value: number,
  step: number,
  { sampleShape, finished, buildSeconds, pace }: SweepTiming,
): SecondsRange | null {
  if (sampleShape === null) return null;
  const { plan } = record;
  const costOf = (one: number) => batchCost(experimentAt(plan, one), sampleShape);
  const rate = rateRange(pace);
  const measured: { value: number; perStep: SecondsRange }[] = finished.map((one) => ({
    value: one.value,
    perStep: { low: one.secondsPerStep, high: one.secondsPerStep },
  }));
  if (rate !== null) measured.push({ value, perStep: { low: 1 / rate.fast, high: 1 / rate.slow } });
  const unlike = (one: number, other: number) => Math.abs(Math.log(costOf(one) / costOf(other)));
  const each = valuesLeft(record).map((one) => {
    const own = measured.find((timed) => timed.value === one);
    const [like] = [...measured].sort((a, b) => unlike(a.value, one) - unlike(b.value, one));
    const from = own ?? like;
    if (from === undefined) return null;
    const scale = scaleBy(costOf(one), costOf(from.value));
    const steps = plan.steps - (one === value ? step : 0);
    // Finished values were built and measured in the time they took; a later value may have to be built as long as this one.
    const extra = one !== value && from.value === value ? (buildSeconds ?? 0) : 0;
    return {
      low: steps * scale.low * from.perStep.low,
      high: steps * scale.high * from.perStep.high + extra,
    };
  });
  return each.every((seconds) => seconds !== null) ? sumOf(each) : null;
}
