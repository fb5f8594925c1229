// Trains the missing rows of the table one after the other in an engine of their own, and tests each on all columns before the next
// begins: no network has to be kept.
import type { DatasetId } from '../../core/experiment/dataset-id';
import type { Experiment } from '../../core/experiment/experiment';
import type { Failure } from '../../core/failure';
import type { LimitsCell, LimitsRow } from '../../core/limits/limits-table';
import type { RunId } from '../../core/run/stamp';
import { narrowestWidth } from '../analysis/linear/linear-rivals';
import type { EngineSupervisor, SupervisorPorts } from '../engine/supervisor-ports';
import { newRun, type Run } from '../runs/run';
import type { TestOn } from './foreign';

interface RowPlan {
  readonly dataset: DatasetId;
  readonly experiment: Experiment;
}

export interface RowProgress {
  readonly dataset: DatasetId;
  /** 0 for the first. */
  readonly place: number;
  readonly count: number;
  readonly step: number;
  readonly steps: number;
  /** The column that it is being tested on; null while it trains. */
  readonly testedOn: DatasetId | null;
  /** Of the whole job, in [0, 1]. */
  readonly share: number;
}

export interface RowTrainingPorts {
  readonly supervise: (
    ports: Pick<SupervisorPorts, 'onOpened' | 'onEvent' | 'onGivenUp'>,
  ) => EngineSupervisor;
  readonly newRunId: () => RunId;
  readonly testOn: TestOn;
  readonly plans: readonly RowPlan[];
  readonly columns: readonly DatasetId[];
  readonly steps: number;
  readonly onProgress: (progress: RowProgress) => void;
  readonly onRow: (row: LimitsRow) => void;
  readonly onFailed: (dataset: DatasetId, reason: Failure) => void;
  /** Every row is there or has failed. */
  readonly onFinished: () => void;
}

/** The part of a row's share that training takes; the rest is testing. */
const trainingShare = 0.9;

export function trainRows(ports: RowTrainingPorts): { readonly dispose: () => void } {
  const { plans, columns, steps } = ports;
  let place = 0;
  let run: Run | null = null;
  let isEnded = false;

  const engine = ports.supervise({
    // Nothing shows this engine's views.
    onOpened: () => engine.send((calls) => calls.setSeen([])),
    onEvent(event) {
      if (event.type === 'data-failed' && event.dataset === plans[place]?.dataset) fail(event.message);
    },
    onGivenUp(message, hasOpened) {
      if (hasOpened) {
        if (fail(message)) engine.start();
        return;
      }
      // Without any engine nothing can be trained.
      for (const { dataset } of plans.slice(place)) ports.onFailed(dataset, message);
      place = plans.length;
      train();
    },
  });

  /** Returns whether there is a row to train. */
  function train(): boolean {
    const plan = plans[place];
    if (plan === undefined) {
      dispose();
      ports.onFinished();
      return false;
    }
    const { experiment } = plan;
    const mine: Run = { ...newRun(ports.newRunId(), experiment, null), wantsTraining: true };
    run = mine;
    tell(0, null);
    engine.run({
      id: mine.runId,
      read: () => (run?.runId === mine.runId ? run : mine),
      keep(next, event) {
        if (run?.runId !== next.runId) return;
        run = next;
        if (next.diverged) fail({ code: 'run.diverged', step: next.diverged.step });
        else if (event?.type === 'progress') tell(next.step, null);
        else if (event?.type === 'paused' && event.reason === 'finished') void test(next, plan);
      },
      experiment: () => experiment,
      lastStep: () => steps,
      onRefused: fail,
    });
    return true;
  }

  async function test(trained: Run, { dataset, experiment }: RowPlan): Promise<void> {
    const shape = trained.facts?.dataset.shape;
    if (!shape) return;
    const isStale = () => isEnded || run?.runId !== trained.runId;
    const cells: Partial<Record<DatasetId, LimitsCell>> = {};
    for (const column of columns) {
      tell(steps, column);
      const cell = await ports.testOn(column, {
        experiment,
        shape,
        reconstruct: (samples) => engine.ask((calls) => calls.reconstruct(trained.runId, samples)),
      });
      if (isStale()) return;
      if (cell === null) {
        fail({ code: 'worker.ended' });
        return;
      }
      cells[column] = cell;
    }
    const codeSize = narrowestWidth(experiment, shape);
    ports.onRow({ dataset, experiment, steps: trained.step, shape, codeSize, cells });
    next();
  }

  /** Says why the current row is not there, and goes on. Returns whether a row is left. */
  function fail(reason: Failure): boolean {
    const plan = plans[place];
    if (isEnded || plan === undefined) return false;
    ports.onFailed(plan.dataset, reason);
    return next();
  }

  function next(): boolean {
    engine.forgetStops();
    place++;
    return train();
  }

  function tell(step: number, testedOn: DatasetId | null): void {
    const { dataset } = plans[place] ?? {};
    if (dataset === undefined) return;
    const tested = testedOn === null ? 0 : columns.indexOf(testedOn) / columns.length;
    const ofRow = (trainingShare * step) / steps + (1 - trainingShare) * tested;
    const share = (place + Math.min(1, ofRow)) / plans.length;
    ports.onProgress({ dataset, place, count: plans.length, step, steps, testedOn, share });
  }

  function dispose(): void {
    isEnded = true;
    engine.dispose();
  }

  if (train()) engine.start();
  return { dispose };
}
