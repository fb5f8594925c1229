// The run that Train and Explore show: one run, trained for as long as the person wants, that follows the chosen experiment.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { familyPatch, type FamilyId } from '../../catalog/families/registry';
import type { TrainingEvent } from '../../core/engine-api/events';
import { changeBetween, isNarrower } from '../../core/experiment/change';
import { difference, ranges, type Experiment, type ExperimentPatch } from '../../core/experiment/experiment';
import { withPatch } from '../../core/experiment/rules';
import type { RunId } from '../../core/run/stamp';
import type { RunJob } from '../engine/run-job';
import type { EngineSupervisor } from '../engine/supervisor-ports';
import { createGoals, type Goals } from './goal/goals';
import { createPatchThrottle } from './patch-throttle';
import { newRun, resumeRun, type Run } from '../runs/run';

export interface MainRunPorts {
  readonly engine: EngineSupervisor;
  readonly experiment: Experiment;
  /** A run to go on with; null: a new one. */
  readonly resumed: Run | null;
  readonly newRunId: () => RunId;
  /** A new run is about to be built, which ends all others in its engine. */
  readonly onRebuild: () => void;
  /** The views are empty. @param isSameRun it goes on from its checkpoint, and its test images are the same */
  readonly onViewsEmptied: (isSameRun: boolean) => void;
  /** The engine has it, and takes commands for it. */
  readonly onBuilt: () => void;
  /** @param before the run before the event */
  readonly onEvent: (run: Run, event: TrainingEvent, before: Run) => void;
  readonly onTrain: () => void;
  /** @param before the run that a new one has replaced, with a checkpoint past its first step */
  readonly onReplaced: (before: Run) => void;
  /** @param before the run whose layers are about to be narrowed, with a checkpoint past its first step */
  readonly onNarrowed: (before: Run) => void;
}

export interface MainRun {
  readonly store: StoreApi<Run>;
  /** As chosen with the controls; the run follows it. */
  readonly experiment: StoreApi<Experiment>;
  /** How far it trains by itself. */
  readonly goals: Goals;
  /** The run for the engine to build when it opens. */
  readonly place: () => void;
  /** Changes the experiment; what follows for the run is in the table of `core/experiment/change.ts`. */
  readonly change: (patch: ExperimentPatch) => void;
  readonly chooseFamily: (family: FamilyId) => void;
  readonly toggle: () => void;
  /** One training step, then pause. */
  readonly step: () => void;
  /** Training is to rest, for a step that something else asks for; the engine has every change before it. */
  readonly rest: () => void;
  /** The same experiment from the beginning, as a new run that is not training. */
  readonly reset: () => void;
  /** Puts a run back that was replaced, at its checkpoint, with its settings. Does not train. */
  readonly putBack: (before: Run) => void;
  /** Goes on training with another learning rate, after a run that diverged. */
  readonly trainOnAt: (learningRate: number) => void;
  /** Starts over from other random weights with another learning rate, after a network has died. Does not train. */
  readonly resetAt: (learningRate: number) => void;
  /** Goes back to the weights of the best validation loss, where early stopping has kept some. Does not train. */
  readonly goBackToBest: () => void;
  /** Trains on, unless it trains. */
  readonly trainOn: () => void;
  /** Fetches again the shards that failed. */
  readonly retryData: () => void;
}

export function createMainRun(ports: MainRunPorts): MainRun {
  const { engine, newRunId } = ports;
  const experiment = createStore<Experiment>()(() => ports.experiment);
  const store = createStore<Run>()(() => ports.resumed ?? newRun(newRunId(), ports.experiment, null));

  const patches = createPatchThrottle((patch) => {
    const { runId } = store.getState();
    engine.send((calls) => calls.change(runId, patch));
  });

  const goals = createGoals({
    onSet() {
      goals.noteTraining(store.getState());
      engine.train(store.getState().runId);
    },
    pause: (runId) => engine.send((calls) => calls.pause(runId)),
  });

  function place(): void {
    const job: RunJob = {
      id: store.getState().runId,
      read: store.getState,
      keep(next, event) {
        const before = store.getState();
        const run = event ? goals.follow(next, event) : next;
        store.setState(run, true);
        if (event) ports.onEvent(run, event, before);
        else emptyViews(run.checkpoint !== null);
      },
      experiment: experiment.getState,
      lastStep: () => Infinity,
      goal() {
        goals.noteTraining(store.getState());
        return goals.ahead(store.getState());
      },
      onBuilt: ports.onBuilt,
      // The engine's events report the result.
      onRefused: () => undefined,
    };
    engine.run(job);
  }

  function rebuild(): void {
    const before = store.getState();
    ports.onRebuild();
    store.setState(newRun(newRunId(), experiment.getState(), before), true);
    emptyViews(false);
    place();
    if (hasTrained(before)) ports.onReplaced(before);
  }

  /** Goes on with a run from its checkpoint. */
  function goBackTo(run: Run): void {
    ports.onRebuild();
    const { experiment: current, data, failedShards } = store.getState();
    const isSameData = current.dataset === run.experiment.dataset;
    const resumed = resumeRun({ ...run, wantsTraining: false }, experiment.getState());
    store.setState(isSameData ? { ...resumed, data, failedShards } : resumed, true);
    emptyViews(isSameData);
    place();
  }

  function emptyViews(isSameRun: boolean): void {
    patches.drop();
    ports.onViewsEmptied(isSameRun);
  }

  function change(patch: ExperimentPatch): void {
    const before = experiment.getState();
    const after = withPatch(before, patch);
    const kind = changeBetween(before, after);
    if (kind === 'none') return;
    const run = store.getState();
    if (kind === 'surgical' && isNarrower(after, before) && hasTrained(run)) ports.onNarrowed(run);
    experiment.setState(after, true);
    if (kind === 'rebuild') rebuild();
    else patches.push(difference(before, after));
  }

  function train(): void {
    store.setState({ wantsTraining: true, diverged: null });
    ports.onTrain();
    patches.flush();
    engine.train(store.getState().runId);
  }

  function pause(): void {
    const { runId } = store.getState();
    store.setState({ wantsTraining: false, waiting: false });
    engine.send((calls) => calls.pause(runId));
  }

  function rest(): void {
    store.setState({ wantsTraining: false, waiting: false });
    patches.flush();
  }

  return {
    store,
    experiment,
    goals,
    place,
    change,
    chooseFamily: (family) => change(familyPatch(family, experiment.getState())),
    toggle() {
      if (store.getState().wantsTraining) pause();
      else train();
    },
    step() {
      rest();
      engine.send((calls) => calls.step(store.getState().runId));
    },
    rest,
    reset() {
      store.setState({ wantsTraining: false });
      rebuild();
    },
    putBack(before) {
      experiment.setState(before.experiment, true);
      goBackTo(before);
    },
    trainOnAt(learningRate) {
      change({ learningRate });
      train();
    },
    resetAt(learningRate) {
      const { seed } = experiment.getState();
      store.setState({ wantsTraining: false });
      change({ learningRate, seed: seed < ranges.seed.max ? seed + 1 : ranges.seed.min });
    },
    goBackToBest() {
      const run = store.getState();
      if (run.best !== null) goBackTo({ ...run, checkpoint: run.best.checkpoint });
    },
    trainOn: train,
    retryData() {
      store.setState({ failedShards: [] });
      engine.retryData(experiment.getState().dataset);
    },
  };
}

function hasTrained({ checkpoint }: Run): boolean {
  return (checkpoint?.step ?? 0) > 0;
}
