// Trains one sweep value by value in an engine of its own, so that it goes on whatever the person does with the main run.
import type { Failure } from '../../core/failure';
import type { RunId } from '../../core/run/stamp';
import type { DatasetInfo } from '../../core/samples/dataset-info';
import { keptValues } from '../../core/samples/kept-values';
import { measuredSteps } from '../../core/sweep/seeds';
import { experimentAt, type SweepPoint } from '../../core/sweep/sweep';
import type { EngineSupervisor } from '../engine/supervisor-ports';
import type { SupervisorPorts } from '../engine/supervisor-ports';
import { noPace, withMoment } from '../runs/timing/pace';
import { newRun, type Run } from '../runs/run';
import { sweepProgress } from './timing/sweep-progress';
import { noTiming, type SweepTiming } from './timing/sweep-timing';
import { valuesLeft, type RunningSweep, type SweepRecord } from './sweep-record';

export interface SweepTrainingPorts {
  /** Makes the engine's supervisor. */
  readonly supervise: (
    ports: Pick<SupervisorPorts, 'onOpened' | 'onEvent' | 'onGivenUp'>,
  ) => EngineSupervisor;
  readonly newRunId: () => RunId;
  /** The sweep as it is kept. */
  readonly record: () => SweepRecord;
  readonly change: (patch: Partial<SweepRecord>) => void;
  /** A value has been trained and measured. */
  readonly onTrained: (run: Run) => void;
  readonly onProgress: (running: RunningSweep) => void;
  /** Every value is trained or has failed. */
  readonly onFinished: () => void;
  /** The remaining values would fail too: they are left for later. */
  readonly onInterrupted: (reason: Failure) => void;
}

export interface SweepTraining {
  readonly pause: () => void;
  readonly goOn: () => void;
  readonly dispose: () => void;
}

/** Trains the missing values of a sweep. */
export function trainSweep(ports: SweepTrainingPorts): SweepTraining {
  const { record } = ports;
  let run: Run | null = null;
  /** What was measured of the value under way so far, at the first of the steps at which it is to be measured. */
  let measured: { steps: number[]; testMse: number[] } = { steps: [], testMse: [] };
  const stepsToMeasure = measuredSteps(record().plan);
  const nextToMeasure = () => stepsToMeasure[measured.steps.length] ?? record().plan.steps;
  let timing: SweepTiming = noTiming;
  /** How long the value under way took before it was last paused, in milliseconds, and since when it goes on. */
  let earlierMs = 0;
  let sinceMs = performance.now();
  const secondsSoFar = () => (earlierMs + performance.now() - sinceMs) / 1000;

  const engine = ports.supervise({
    // Nothing shows this engine's views.
    onOpened: () => engine.send((calls) => calls.setSeen([])),
    onEvent(event) {
      if (event.type === 'data-failed') ports.onInterrupted(event.message);
    },
    onGivenUp(message, hasOpened) {
      // A value that keeps killing engines is skipped; without any engine nothing can be trained.
      if (!hasOpened) ports.onInterrupted(message);
      else if (fail(message)) engine.start();
    },
  });

  /** Trains the next value, or ends. Returns whether there is one. */
  function trainNext(): boolean {
    const { plan, status } = record();
    const [value] = valuesLeft(record());
    if (value === undefined) {
      ports.onFinished();
      return false;
    }
    const experiment = experimentAt(plan, value);
    run = { ...newRun(ports.newRunId(), experiment, null), wantsTraining: status !== 'paused' };
    const { runId } = run;
    measured = { steps: [], testMse: [] };
    earlierMs = 0;
    sinceMs = performance.now();
    timing = { ...timing, buildSeconds: null, pace: noPace };
    tell(value, 0);
    engine.run({
      id: runId,
      read: underWay,
      keep(next, event) {
        run = next;
        timing = { ...timing, sampleShape: next.facts?.dataset.shape ?? timing.sampleShape };
        if (event?.type === 'started') keepData(event.dataset);
        if (event === null) tell(value, next.step);
        else if (event.type === 'progress') timeSteps(value, next.step);
        else if (next.diverged) fail({ code: 'run.diverged', step: next.diverged.step });
        else if (isOnTheWay(next)) noteOnTheWay(next);
        else finishIfMeasured(value, next);
      },
      experiment: () => experiment,
      lastStep: nextToMeasure,
      onRefused: fail,
    });
    return true;
  }

  /** Whether the whole test set has been measured at a step that it was to be measured at, before the last. */
  function isOnTheWay({ testAll }: Run): boolean {
    const step = testAll?.evaluation.step;
    return step === nextToMeasure() && step < record().plan.steps;
  }

  function noteOnTheWay({ runId, testAll }: Run): void {
    if (testAll === null) return;
    const { step, mse } = testAll.evaluation;
    measured = { steps: [...measured.steps, step], testMse: [...measured.testMse, mse] };
    engine.train(runId);
  }

  function keepData({ name, shape }: DatasetInfo): void {
    if (record().data?.name !== name) ports.change({ data: { name, shape } });
  }

  /** A value is done once its last step has been measured and its snapshot has arrived. */
  function finishIfMeasured(value: number, trained: Run): void {
    const { testAll, snapshot, epoch, facts } = trained;
    const { plan, points } = record();
    if (!testAll || testAll.evaluation.step < plan.steps) return;
    if (!snapshot || snapshot.step < plan.steps || !facts) return;
    const { shape } = facts.dataset;
    const { indices, labels, original, reconstructed, experiment, step } = snapshot;
    const point: SweepPoint = {
      value,
      codeSize: experiment.codeSize,
      steps: step,
      testMse: testAll.evaluation.mse,
      ...(testAll.evaluation.terms.kl !== undefined && { terms: testAll.evaluation.terms }),
      indices,
      labels,
      originals: keptValues(original, shape),
      reconstructions: keptValues(reconstructed, shape),
      epoch,
      ...(stepsToMeasure.length > 1 && {
        course: {
          steps: [...measured.steps, step],
          testMse: [...measured.testMse, testAll.evaluation.mse],
        },
      }),
    };
    const timed = { value, secondsPerStep: secondsSoFar() / plan.steps };
    timing = { ...timing, finished: [...timing.finished, timed] };
    ports.change({ points: [...points, point] });
    ports.onTrained(trained);
    engine.forgetStops();
    trainNext();
  }

  /** Records that the current value cannot be trained, and moves on. Returns whether a value is left. */
  function fail(reason: Failure): boolean {
    const [value] = valuesLeft(record());
    if (value === undefined) return false;
    ports.change({ failures: [...record().failures, { value, reason }] });
    engine.forgetStops();
    return trainNext();
  }

  function timeSteps(value: number, step: number): void {
    timing = {
      ...timing,
      buildSeconds: timing.buildSeconds ?? secondsSoFar(),
      pace: withMoment(timing.pace, performance.now(), step),
    };
    tell(value, step);
  }

  function tell(value: number, step: number): void {
    ports.onProgress(sweepProgress(record(), value, step, timing));
  }

  function underWay(): Run {
    if (run === null) throw new Error('No value of the sweep is under way.');
    return run;
  }

  if (trainNext()) engine.start();

  return {
    pause() {
      earlierMs = 1000 * secondsSoFar();
      timing = { ...timing, pace: noPace };
      const { runId } = underWay();
      run = { ...underWay(), wantsTraining: false };
      engine.send((calls) => calls.pause(runId));
    },
    goOn() {
      sinceMs = performance.now();
      run = { ...underWay(), wantsTraining: true };
      engine.train(run.runId);
    },
    dispose: engine.dispose,
  };
}
