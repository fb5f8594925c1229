// How far a sweep is, and how long it will take.
import { valuesLeft, type RunningSweep, type SweepRecord } from '../sweep-record';
import { secondsLeft } from './seconds-left';
import type { SweepTiming } from './sweep-timing';

/** @param step of the value under way */
export function sweepProgress(
  record: SweepRecord,
  value: number,
  step: number,
  timing: SweepTiming,
): RunningSweep {
  const { steps, values } = record.plan;
  const left = valuesLeft(record).length * steps - step;
  return {
    id: record.id,
    value,
    step,
    steps,
    share: Math.min(1, 1 - left / (values.length * steps)),
    secondsLeft: secondsLeft(record, value, step, timing),
  };
}
