// When a run made each of its steps: training time and epochs as functions of the step. Both only rise, so some of their points
// are kept and the rest lie on the line between two of them.
import { subsetSettings } from '../experiment/change';
import type { ExperimentPatch } from '../experiment/experiment';
import type { RunMark } from './run-mark';

/**
 * Points of a run, oldest first; the first is its beginning, at step 0. Time is what the steps themselves took: pauses, the wait for
 * data, measurements and views do not count. Steps that the run was set back from do not count either.
 */
export interface RunClock {
  readonly steps: readonly number[];
  readonly seconds: readonly number[];
  /** As in `Progress`. */
  readonly epochs: readonly number[];
  /** Points are at least this many steps apart, apart from the last one. */
  readonly spacing: number;
}

/** Points that a clock holds before every second one is left out. */
export const clockCapacity = 600;

export const newClock: RunClock = { steps: [0], seconds: [0], epochs: [0], spacing: 0 };

/**
 * The clock after more steps.
 * @param trainMs what the steps since the last point took
 */
export function withSteps(clock: RunClock, step: number, trainMs: number, epoch: number): RunClock {
  const seconds = (clock.seconds.at(-1) ?? 0) + trainMs / 1000;
  const isClose = clock.steps.length > 1 && step - (clock.steps.at(-2) ?? 0) <= clock.spacing;
  const before = (values: readonly number[]) => (isClose ? values.slice(0, -1) : values);
  return thinned({
    ...clock,
    steps: [...before(clock.steps), step],
    seconds: [...before(clock.seconds), seconds],
    epochs: [...before(clock.epochs), epoch],
  });
}

function thinned(clock: RunClock): RunClock {
  const { steps, seconds, epochs } = clock;
  if (steps.length < clockCapacity) return clock;
  const spacing = (2 * (steps.at(-1) ?? 0)) / clockCapacity;
  const kept: number[] = [];
  steps.forEach((step, i) => {
    const last = kept.at(-1);
    const isApart = last === undefined || step - (steps[last] ?? 0) >= spacing;
    if (isApart || i === steps.length - 1) kept.push(i);
  });
  const pick = (values: readonly number[]) => kept.map((i) => values[i] ?? 0);
  return { spacing, steps: pick(steps), seconds: pick(seconds), epochs: pick(epochs) };
}

/** The clock of a run that goes back to `step`. */
export function rewindClock(clock: RunClock, step: number): RunClock {
  const count = clock.steps.findLastIndex((at) => at < step) + 1;
  if (count === 0) return newClock;
  return {
    spacing: clock.spacing,
    steps: [...clock.steps.slice(0, count), step],
    seconds: [...clock.seconds.slice(0, count), secondsAt(clock, step)],
    epochs: [...clock.epochs.slice(0, count), valueAt(clock.steps, clock.epochs, step)],
  };
}

/** Seconds of training that led to `step`. */
export function secondsAt(clock: RunClock, step: number): number {
  return valueAt(clock.steps, clock.seconds, step);
}

interface TimedRun {
  readonly clock: RunClock | null;
  readonly step: number;
  readonly epoch: number;
  readonly marks: readonly RunMark[];
}

/**
 * Epochs as a function of the step. Null for a run without a clock that has changed in the length of its epochs: where it was
 * when is not known.
 */
export function epochsOf({ clock, step, epoch, marks }: TimedRun): ((step: number) => number) | null {
  if (clock !== null) return (at) => valueAt(clock.steps, clock.epochs, at);
  const changesEpochs = (patch: ExperimentPatch) =>
    (['batchSize', ...subsetSettings] as const).some((setting) => setting in patch);
  if (step === 0 || marks.some((mark) => mark.kind === 'changed' && changesEpochs(mark.patch))) return null;
  return (at) => (epoch * at) / step;
}

/** On the line between two points; that of the first or the last beyond them. */
function valueAt(steps: readonly number[], values: readonly number[], step: number): number {
  const next = steps.findIndex((at) => at >= step);
  if (next === -1) return values.at(-1) ?? 0;
  const [high, highStep] = [values[next] ?? 0, steps[next] ?? 0];
  const [low, lowStep] = [values[next - 1] ?? high, steps[next - 1] ?? highStep];
  return highStep === lowStep ? high : low + ((high - low) * (step - lowStep)) / (highStep - lowStep);
}
