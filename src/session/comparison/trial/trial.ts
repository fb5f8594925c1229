// Puts compared runs and PCA on trial while somebody watches: asks one question at a time, and keeps the answers for as long
// as the runs are shown.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Comparison } from '../comparison';
import type { TrialJob, TrialPorts } from './trial-jobs';
import { firstTrial, type InputKind, type NoiseId, type Trial } from './trial-state';

export interface TrialRunner {
  readonly store: StoreApi<Trial>;
  /** Which input the pictures are made from. */
  readonly show: (shown: InputKind) => void;
  readonly chooseNoise: (noise: NoiseId) => void;
  /** Other samples of all. */
  readonly drawOthers: () => void;
  /**
   * Asks whatever is not known yet until the function that is returned is called.
   * @param jobs brought by who watches, so that the page that starts need not load them
   */
  readonly watch: (jobs: ListJobs) => () => void;
}

/** All that can be asked for, whether it is known or not. */
export type ListJobs = (trial: Trial, comparison: Comparison, ports: TrialPorts) => TrialJob[];

interface Subscribable {
  readonly subscribe: (listener: () => void) => () => void;
}

/** While runs train, a paced job rests for this many times as long as it took: those of four runs take at most a fifth. */
const restFactor = 40;

/** @param linear change when there is another PCA model or linear denoiser */
export function createTrial(
  comparison: Pick<StoreApi<Comparison>, 'getState' | 'subscribe'>,
  linear: readonly Subscribable[],
  ports: TrialPorts,
): TrialRunner {
  const store = createStore<Trial>()(() => firstTrial);
  /** The key of each job when it was last begun, the latest last. */
  const begun = new Map<string, TrialJob['key']>();
  /** From when on a paced job may be done again while the runs train. */
  const restsUntilMs = new Map<string, number>();
  /** Of each that watches. */
  const watchers: ListJobs[] = [];
  let isBusy = false;

  function isResting({ id, key, isPaced }: TrialJob): boolean {
    if (!isPaced || !comparison.getState().wantsTraining) return false;
    // Other images or samples were asked for by the person, who does not wait.
    if (begun.get(id)?.[0] !== key[0]) return false;
    return performance.now() < (restsUntilMs.get(id) ?? 0);
  }

  /** The one that has waited longest: snapshots come fast, and must not keep the rest from being asked. */
  function nextJob(): TrialJob | undefined {
    const jobs = watchers[0]?.(store.getState(), comparison.getState(), ports) ?? [];
    const due = jobs.filter((job) => !isSameKey(begun.get(job.id), job.key) && !isResting(job));
    const order = [...begun.keys()];
    return due.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))[0];
  }

  async function work(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    try {
      for (let job = nextJob(); job; job = nextJob()) {
        begun.delete(job.id);
        begun.set(job.id, job.key);
        const startMs = performance.now();
        const change = await job.work();
        const endMs = performance.now();
        restsUntilMs.set(job.id, endMs + restFactor * (endMs - startMs));
        if (change) store.setState(change(store.getState()));
      }
    } finally {
      isBusy = false;
    }
  }

  /** What earlier runs answered is let go. */
  function forgetOthers(): void {
    const { answers } = store.getState();
    const ids = comparison.getState().runs.map(({ run }) => run.runId);
    const gone = Object.keys(answers).filter((id) => !ids.includes(id));
    if (gone.length === 0) return;
    store.setState({
      answers: Object.fromEntries(Object.entries(answers).filter(([id]) => !gone.includes(id))),
    });
    for (const id of begun.keys()) {
      if (!gone.some((runId) => id.endsWith(` ${runId}`))) continue;
      begun.delete(id);
      restsUntilMs.delete(id);
    }
  }

  function follow(): void {
    forgetOthers();
    void work();
  }

  return {
    store,
    show: (shown) => store.setState({ shown }),
    chooseNoise: (noise) => store.setState({ noise }),
    drawOthers: () => store.setState({ seed: store.getState().seed + 1 }),
    watch(jobs) {
      watchers.push(jobs);
      const stops = [
        ...[comparison, ...linear].map((each) => each.subscribe(follow)),
        store.subscribe(() => void work()),
      ];
      follow();
      return () => {
        watchers.splice(watchers.indexOf(jobs), 1);
        stops.forEach((stop) => stop());
      };
    },
  };
}

function isSameKey(a: readonly unknown[] | undefined, b: readonly unknown[]): boolean {
  return a?.length === b.length && a.every((part, place) => part === b[place]);
}
