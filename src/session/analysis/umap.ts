// UMAP of the codes of the first test images, asked for by the person. Seeded, so that the same codes give the same map, which
// keeps to the weights it was computed with.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { UmapLayout } from '../../core/analysis-api';
import type { Run } from '../runs/run';
import { createTask, idle, type TaskState } from '../tasks/task';
import type { AnalysisCalls } from './analysis-client';

export interface UmapMap {
  /**
   * `[2 n]` for all n test images; NaN for those beyond `count`. Null where too few of the codes are distinct for a layout.
   */
  readonly points: Float32Array | null;
  /** The first so many test images are on it. */
  readonly count: number;
  /** How many of their codes differ from each other. */
  readonly distinct: number;
  /** Of the weights whose codes it was made of. */
  readonly step: number;
}

export interface UmapState extends TaskState {
  readonly map: UmapMap | null;
}

export interface Umap {
  readonly store: StoreApi<UmapState>;
  /** Maps the first `count` test images, with the codes that were last sent. */
  readonly compute: (count: number) => void;
  readonly cancel: () => void;
  /** Drops the map: it is of another network. */
  readonly forget: () => void;
}

const settings = { neighbours: 15, minDistance: 0.1, seed: 1 };

/** Epochs of umap-learn's kind: fewer for more points. */
const epochsFor = (count: number) => (count <= 2000 ? 400 : 200);

type Asked = Pick<NonNullable<Run['testCodes']>, 'codes' | 'codeSize' | 'step'> & { used: number };

export function createUmap(
  analysis: Pick<AnalysisCalls, 'umap' | 'cancel'> | null,
  run: Pick<StoreApi<Run>, 'getState'>,
): Umap {
  const store = createStore<UmapState>()(() => ({ ...idle, map: null }));
  const task = createTask<Asked, UmapLayout>({
    show: store.setState,
    starting: { code: 'analysis.starting' },
    work: ({ codes, codeSize, used }, progress) =>
      analysis?.umap(
        { ...settings, codes: codes.slice(0, used * codeSize), codeSize, epochs: epochsFor(used) },
        progress,
      ) ?? Promise.resolve(null),
    onAnswer({ points, distinct }, { codes, codeSize, step, used }) {
      const spread = points && new Float32Array((2 * codes.length) / codeSize).fill(NaN);
      if (points) spread?.set(points);
      store.setState({ map: { points: spread, count: used, distinct, step } });
    },
    stop: () => analysis?.cancel('umap'),
  });

  return {
    store,
    compute(count) {
      const { testCodes } = run.getState();
      if (testCodes === null) return;
      const { codes, codeSize, step } = testCodes;
      void task.start({ codes, codeSize, step, used: Math.min(count, codes.length / codeSize) });
    },
    cancel: task.cancel,
    forget() {
      task.cancel();
      store.setState({ ...idle, map: null });
    },
  };
}
