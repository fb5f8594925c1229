// PCA of the samples that the run trains on: asked for once the data has arrived, and kept until others are trained on.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PcaModel } from '../../core/analysis-api';
import { sameSamples, trainedOn, type TrainedOn } from '../../core/experiment/trained-on';
import { createTask, idle, type TaskState } from '../tasks/task';
import type { AnalysisCalls } from './analysis-client';

export interface PcaState extends TaskState {
  /** The samples that it is, or will be, of. */
  readonly of: TrainedOn | null;
  /** Null until it is found. */
  readonly model: PcaModel | null;
}

const noPca: PcaState = { ...idle, of: null, model: null };

export interface Pca {
  readonly store: StoreApi<PcaState>;
  /** What is trained on, and whether all of the data has arrived: before that the worker would only fetch it a second time. */
  readonly follow: (experiment: TrainedOn, hasArrived: boolean) => void;
  /** Asks again after a failure. */
  readonly retry: () => void;
}

/** The choice of classes must rest this long after a change: every answer takes seconds. */
const restMs = 500;

/** @param analysis null in tests without an analysis worker: then there is no PCA */
export function createPca(analysis: Pick<AnalysisCalls, 'pca'> | null, pauseMs = restMs): Pca {
  const store = createStore<PcaState>()(() => noPca);
  const { getState, setState } = store;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const task = createTask<TrainedOn, PcaModel>({
    show: setState,
    starting: { code: 'analysis.starting' },
    work: (of, progress) => analysis?.pca(of, progress) ?? Promise.resolve(null),
    onAnswer: (model) => setState({ model }),
  });

  return {
    store,
    follow(experiment, hasArrived) {
      const before = getState().of;
      if (before === null || !sameSamples(before, experiment)) {
        clearTimeout(resting);
        resting = undefined;
        task.cancel();
        setState({ ...noPca, of: trainedOn(experiment) }, true);
      }
      const { of, model, progress, failure } = getState();
      const isAsked = model !== null || progress !== null || failure !== null || resting !== undefined;
      if (!analysis || !hasArrived || isAsked || of === null) return;
      const start = () => {
        resting = undefined;
        void task.start(of);
      };
      if (before?.dataset === of.dataset && !sameSamples(before, of)) resting = setTimeout(start, pauseMs);
      else start();
    },
    retry() {
      const { of, failure } = getState();
      if (of !== null && failure !== null) void task.start(of);
    },
  };
}
