// What a person can do with a comparison, and what follows from it. Owned by actions.ts, which gives it the engine and
// tells it what happens there.
import type { FamilyId } from '../catalog/families/registry';
import type { TrainingEvent } from '../core/engine-api';
import {
  applyToComparison,
  begun,
  endedBy,
  isDone,
  lastStep,
  nextExperiments,
  statusOf,
  stilled,
  type EndReason,
  type Passes,
} from './comparison';
import { familyIds, forFamilies } from './comparison-experiments';
import { comparisonStore } from './comparison-store';
import { giveOrder, type EngineCalls } from './engine-client';
import { experimentStore } from './experiment-store';
import { runStore } from './run-store';

export interface ComparisonPort {
  /** The engine, or null while there is none. */
  calls(): EngineCalls | null;
  /** A number no run has had. */
  newRunId(): number;
}

export interface ComparisonRunner {
  /** Builds and trains four new runs in place of those there are. */
  readonly start: () => void;
  /** Trains, pauses or goes on, whichever the button says. */
  readonly toggle: () => void;
  readonly pause: () => void;
  /** Ends the four; what they have shown stays. */
  readonly stop: () => void;
  readonly choosePasses: (passes: Passes) => void;
  readonly chooseCodeSize: (codeSize: number) => void;
  readonly onEvent: (event: TrainingEvent) => void;
  /** The engine has ended the four, or is gone. */
  readonly lost: (reason: Exclude<EndReason, 'stopped'>) => void;
  /** The pad was cleared. */
  readonly clearDrawings: () => void;
}

export function createComparisonRunner(port: ComparisonPort): ComparisonRunner {
  const { getState } = comparisonStore;
  const setState = (comparison: ReturnType<typeof getState>) => comparisonStore.setState(comparison, true);

  function order(give: (calls: EngineCalls) => Promise<unknown>): void {
    giveOrder(port.calls(), give);
  }

  function forEach(give: (calls: EngineCalls, runId: number) => Promise<unknown>): void {
    const { runs, ended } = getState();
    if (runs === null || ended !== null) return;
    for (const id of familyIds) order((calls) => give(calls, runs[id].run.runId));
  }

  /** Trains one of the four up to its last step, if it is built and has steps to make. */
  function play(id: FamilyId): void {
    const { runs, passes } = getState();
    const record = runs?.[id];
    const last = record && lastStep(record, passes);
    if (!record || last === null || last === undefined || isDone(record, passes)) return;
    order((calls) => calls.play(record.run.runId, last));
  }

  function start(): void {
    const calls = port.calls();
    if (calls === null) return;
    forEach((engine, runId) => engine.end(runId));
    const experiments = nextExperiments(getState(), experimentStore.getState());
    const runIds = forFamilies(() => port.newRunId());
    setState(begun(getState(), runIds, experiments, runStore.getState()));
    for (const id of familyIds) {
      calls.buildBeside(runIds[id], experiments[id], null).catch((error: unknown) => {
        refuse(id, runIds[id], error instanceof Error ? error.message : String(error));
      });
    }
  }

  function refuse(id: FamilyId, runId: number, refusal: string): void {
    const comparison = getState();
    const { runs, ended } = comparison;
    if (runs?.[id].run.runId !== runId || ended !== null) return;
    setState({ ...comparison, runs: { ...runs, [id]: { ...runs[id], refusal } } });
    stillWhenFinished();
  }

  function goOn(): void {
    const comparison = getState();
    const { runs, passes } = comparison;
    if (runs === null) return;
    setState({
      ...comparison,
      wantsTraining: true,
      pace: [],
      runs: forFamilies((id) => ({
        ...runs[id],
        run: { ...runs[id].run, wantsTraining: !isDone(runs[id], passes) },
      })),
    });
    familyIds.forEach(play);
  }

  function pause(): void {
    if (statusOf(getState()) !== 'training') return;
    setState(stilled(getState()));
    forEach((calls, runId) => calls.pause(runId));
  }

  function stillWhenFinished(): void {
    const comparison = getState();
    if (comparison.wantsTraining && statusOf(comparison) === 'finished') setState(stilled(comparison));
  }

  return {
    start,
    pause,
    toggle() {
      const status = statusOf(getState());
      if (status === 'training') pause();
      else if (status === 'paused') goOn();
      else start();
    },
    stop() {
      forEach((calls, runId) => calls.end(runId));
      setState(endedBy(getState(), 'stopped'));
    },
    choosePasses(passes) {
      const isTraining = statusOf(getState()) === 'training';
      comparisonStore.setState({ passes });
      if (!isTraining) return;
      for (const id of familyIds) {
        const record = getState().runs?.[id];
        // What has made as many steps already does not go on to what was asked before.
        if (record && isDone(record, passes)) order((calls) => calls.pause(record.run.runId));
        else play(id);
      }
      stillWhenFinished();
    },
    chooseCodeSize(codeSize) {
      comparisonStore.setState({ codeSize });
    },
    onEvent(event) {
      const before = getState();
      const after = applyToComparison(before, event, performance.now());
      if (after === before) return;
      setState(after);
      if (event.type === 'started' && after.wantsTraining) {
        const started = familyIds.find((id) => after.runs?.[id].run.runId === event.runId);
        if (started) play(started);
      }
      stillWhenFinished();
    },
    lost(reason) {
      setState(endedBy(getState(), reason));
    },
    clearDrawings() {
      const comparison = getState();
      const { runs } = comparison;
      if (runs === null) return;
      setState({
        ...comparison,
        runs: forFamilies((id) => ({ ...runs[id], run: { ...runs[id].run, drawing: null } })),
      });
    },
  };
}
