// PCA fitted to photographs in the shape of the network's samples: what a linear code of the same size makes of a photograph when
// it knows photographs.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PcaModel } from '../../core/analysis-api';
import type { SampleShape } from '../../core/samples/samples';
import type { AnalysisCalls } from '../analysis/analysis-client';
import { createTask, idle, type TaskState } from '../tasks/task';

export interface PhotographPcaState extends TaskState {
  /** The shape that it is, or will be, of. */
  readonly shape: SampleShape | null;
  readonly model: PcaModel | null;
}

export interface PhotographPca {
  readonly store: StoreApi<PhotographPcaState>;
  /** Somebody looks, and the network's samples have this shape. */
  readonly follow: (shape: SampleShape) => void;
  /** Asks again after a failure. */
  readonly retry: () => void;
}

/** @param analysis null in tests without an analysis worker: then there is no PCA */
export function createPhotographPca(analysis: Pick<AnalysisCalls, 'pcaInShape'> | null): PhotographPca {
  const store = createStore<PhotographPcaState>()(() => ({ ...idle, shape: null, model: null }));
  const { getState, setState } = store;
  const task = createTask<SampleShape, PcaModel>({
    show: setState,
    starting: { code: 'analysis.starting' },
    work: (shape, progress) => analysis?.pcaInShape('patches', shape, progress) ?? Promise.resolve(null),
    onAnswer: (model) => setState({ model }),
  });
  return {
    store,
    follow(shape) {
      if (!analysis || getState().shape?.join() === shape.join()) return;
      task.cancel();
      setState({ ...idle, shape, model: null });
      void task.start(shape);
    },
    retry() {
      const { shape, failure } = getState();
      if (shape !== null && failure !== null) void task.start(shape);
    },
  };
}
