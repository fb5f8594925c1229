// What linear methods make of the noisy test images of the chosen experiment: asked for while somebody looks, a moment after its
// noise was last changed, and dropped with that noise.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { isNoisy } from '../../../catalog/corrupt';
import { sameSamples } from '../../../core/experiment/trained-on';
import type { NoisyAsker, NoisyInputs, NoisyReference } from '../../../core/analysis-api';
import { createTask, idle, type TaskState } from '../../tasks/task';
import type { AnalysisCalls } from '../analysis-client';

export interface NoisyState extends TaskState {
  /** The noise that it is, or will be, of; null without noise. */
  readonly inputs: NoisyInputs | null;
  /** Null until it is found. */
  readonly reference: NoisyReference | null;
}

export interface Noisy {
  readonly store: StoreApi<NoisyState>;
  /** The chosen experiment, and whether all of its data has arrived. */
  readonly follow: (experiment: NoisyInputs, hasArrived: boolean) => void;
  /** A view shows it until the function that is returned is called. What is under way then goes on to its end. */
  readonly lookAt: () => () => void;
  /** Asks again after a failure. */
  readonly retry: () => void;
}

/** The noise slider must rest this long: every answer takes seconds. */
const restMs = 500;
const nothing: NoisyState = { ...idle, inputs: null, reference: null };

/** @param analysis null in tests without an analysis worker */
export function createNoisy(
  analysis: Pick<AnalysisCalls, 'noisyReference' | 'cancel'> | null,
  asker: NoisyAsker,
  pauseMs = restMs,
): Noisy {
  const store = createStore<NoisyState>()(() => nothing);
  let resting: ReturnType<typeof setTimeout> | undefined;
  const task = createTask<NoisyInputs, NoisyReference>({
    show: store.setState,
    starting: { code: 'analysis.starting' },
    work: (inputs, progress) => analysis?.noisyReference(inputs, asker, progress) ?? Promise.resolve(null),
    onAnswer: (reference) => store.setState({ reference }),
    stop: () => analysis?.cancel(asker),
  });

  let viewers = 0;
  let hasData = false;

  function askSoon(): void {
    const { inputs, reference, progress, failure } = store.getState();
    const isAsked = reference !== null || progress !== null || failure !== null;
    if (!analysis || inputs === null || !hasData || viewers === 0 || isAsked) return;
    resting ??= setTimeout(() => {
      resting = undefined;
      if (viewers > 0) void task.start(inputs);
    }, pauseMs);
  }

  return {
    store,
    follow(experiment, hasArrived) {
      hasData = hasArrived;
      const wanted = noisyInputsOf(experiment);
      if (!sameInputs(store.getState().inputs, wanted)) {
        clearTimeout(resting);
        resting = undefined;
        task.cancel();
        store.setState({ ...nothing, inputs: wanted }, true);
      }
      askSoon();
    },
    lookAt() {
      viewers++;
      askSoon();
      return () => viewers--;
    },
    retry() {
      const { inputs, failure } = store.getState();
      if (inputs !== null && failure !== null) void task.start(inputs);
    },
  };
}

/** What the network of this experiment gets; null without noise. */
export function noisyInputsOf(experiment: NoisyInputs): NoisyInputs | null {
  const { dataset, classes, validationShare, noise, noiseLevel, seed } = experiment;
  return isNoisy(experiment) ? { dataset, classes, validationShare, noise, noiseLevel, seed } : null;
}

export function sameInputs(a: NoisyInputs | null, b: NoisyInputs | null): boolean {
  if (a === null || b === null) return a === b;
  return sameSamples(a, b) && a.noise === b.noise && a.noiseLevel === b.noiseLevel && a.seed === b.seed;
}
