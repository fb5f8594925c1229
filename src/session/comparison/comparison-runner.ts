// Trains runs side by side, in turns, to the same number of epochs, beside the main run in its engine. Another engine goes on
// from their checkpoints.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RunId } from '../../core/run/stamp';
import type { RunJob } from '../engine/run-job';
import type { EngineSupervisor } from '../engine/supervisor-ports';
import { newRun, type Run } from '../runs/run';
import {
  continueRuns,
  endRuns,
  isDone,
  keepRun,
  lastStep,
  noComparison,
  pauseRuns,
  refuseRun,
  startRuns,
  statusOf,
  type ComparedRun,
  type Comparison,
  type EndReason,
  type Epochs,
  type PlannedRun,
} from './comparison';

export interface ComparisonPorts {
  readonly engine: EngineSupervisor;
  readonly newRunId: () => RunId;
  /** The main run: what it knows of the data, the compared runs know. */
  readonly mainRun: () => Run;
}

export interface ComparisonRunner {
  readonly store: StoreApi<Comparison>;
  /** Builds and trains new runs in place of those there are. Does nothing without an engine. */
  readonly start: (planned: readonly PlannedRun[]) => void;
  /** Trains on what is paused. */
  readonly goOn: () => void;
  readonly pause: () => void;
  /** Ends the runs; what they have shown stays. */
  readonly stop: () => void;
  readonly chooseEpochs: (epochs: Epochs) => void;
  readonly chooseCodeSize: (codeSize: number) => void;
  /** The engine has ended the runs, or there is no engine any more. */
  readonly lose: (reason: Exclude<EndReason, 'stopped'>) => void;
  /** The pad was cleared. */
  readonly clearDrawings: () => void;
}

export function createComparisonRunner({ engine, newRunId, mainRun }: ComparisonPorts): ComparisonRunner {
  const store = createStore<Comparison>()(() => noComparison);
  const { getState } = store;
  const setState = (comparison: Comparison) => store.setState(comparison, true);

  const isLive = () => getState().ended === null;

  function jobOf(runId: RunId): RunJob {
    const find = (): ComparedRun => {
      const found = getState().runs.find(({ run }) => run.runId === runId);
      if (!found) throw new Error(`Run ${runId} is not compared.`);
      return found;
    };
    return {
      id: runId,
      read: () => find().run,
      keep(run, event) {
        setState(keepRun(getState(), run, event, performance.now()));
        pauseWhenFinished();
      },
      experiment: () => find().run.experiment,
      lastStep: () => lastStep(find(), getState().epochs),
      onRefused(reason) {
        setState(refuseRun(getState(), runId, reason));
        pauseWhenFinished();
      },
    };
  }

  function pauseWhenFinished(): void {
    const comparison = getState();
    if (comparison.wantsTraining && statusOf(comparison) === 'finished') setState(pauseRuns(comparison));
  }

  function endJobs(): void {
    if (isLive()) for (const { run } of getState().runs) engine.end(run.runId);
  }

  return {
    store,
    start(planned) {
      if (engine.store.getState().phase !== 'running') return;
      endJobs();
      const runs = planned.map(({ label, family, experiment }) => ({
        label,
        family,
        refusal: null,
        run: { ...newRun(newRunId(), experiment, mainRun()), wantsTraining: true },
      }));
      setState(startRuns(getState(), runs));
      for (const { run } of runs) engine.runBeside(jobOf(run.runId));
    },
    goOn() {
      if (statusOf(getState()) !== 'paused') return;
      setState(continueRuns(getState()));
      for (const { run } of getState().runs) engine.train(run.runId);
    },
    pause() {
      if (statusOf(getState()) !== 'training') return;
      setState(pauseRuns(getState()));
      for (const { run } of getState().runs) engine.send((calls) => calls.pause(run.runId));
    },
    stop() {
      endJobs();
      setState(endRuns(getState(), 'stopped'));
    },
    chooseEpochs(epochs) {
      const isTraining = statusOf(getState()) === 'training';
      store.setState({ epochs });
      if (!isTraining) return;
      store.setState({ runs: continueRuns(getState()).runs });
      for (const one of getState().runs) {
        const { runId } = one.run;
        // What has made as many steps already does not go on to what was asked before.
        if (isDone(one, epochs)) engine.send((calls) => calls.pause(runId));
        else engine.train(runId);
      }
      pauseWhenFinished();
    },
    chooseCodeSize: (codeSize) => store.setState({ codeSize }),
    lose(reason) {
      endJobs();
      setState(endRuns(getState(), reason));
    },
    clearDrawings() {
      const { runs } = getState();
      store.setState({ runs: runs.map((one) => ({ ...one, run: { ...one.run, drawing: null } })) });
    },
  };
}
