// The units of a layer over the test set, for views that look into the network: measured when somebody opens the layer, and again as
// the weights change, rarely enough that training hardly notices.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LayerActivations } from '../../core/engine-api/units';
import { failureOf, type Failure } from '../../core/failure';
import type { EngineQuestions } from '../engine/engine-questions';
import type { MainRun } from '../main-run/main-run';

export interface UnitsState {
  /** The latest measurement of the layer that is followed; null before the first one. */
  readonly layer: LayerActivations | null;
  /** Completed share of the measurement under way, in [0, 1]; null while there is none. */
  readonly share: number | null;
  readonly failure: Failure | null;
}

export interface Units {
  readonly store: StoreApi<UnitsState>;
  /** Measures the layer at a boundary, and follows its run until the function that is returned is called. */
  readonly follow: (boundary: number) => () => void;
  /** Measures again after a failure. */
  readonly retry: () => void;
  readonly dispose: () => void;
}

export interface UnitsPorts {
  readonly questions: Pick<EngineQuestions, 'layerActivations' | 'cancelLayerActivations'>;
  readonly mainRun: Pick<MainRun, 'store'>;
}

const nothing: UnitsState = { layer: null, share: null, failure: null };

/** Between two measurements while the run trains, or so many times as long as one took, of which it had half: a twentieth at most. */
const leastRestMs = 6000;
const restFactor = 9;
/** After a question that had no answer, as while the network is being resized. */
const retryMs = 500;

export function createUnits({ questions, mainRun }: UnitsPorts): Units {
  const store = createStore<UnitsState>()(() => nothing);
  let followed: number | null = null;
  let isAsking = false;
  let restsUntilMs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function isStale(): boolean {
    const { layer } = store.getState();
    const { runId, step } = mainRun.store.getState();
    return layer === null || layer.boundary !== followed || layer.runId !== runId || layer.step !== step;
  }

  /** Drops what is of another run at once: its units are others. */
  function check(): void {
    const { layer, failure } = store.getState();
    const { runId, wantsTraining } = mainRun.store.getState();
    if (layer !== null && (layer.runId !== runId || layer.boundary !== followed)) store.setState(nothing);
    if (followed === null || isAsking || failure !== null || !isStale()) return;
    const restMs = restsUntilMs - performance.now();
    clearTimeout(timer);
    if (restMs > 0 && (wantsTraining || restMs <= retryMs)) timer = setTimeout(check, restMs);
    else void measure(followed);
  }

  async function measure(boundary: number): Promise<void> {
    isAsking = true;
    const startMs = performance.now();
    store.setState({ share: 0, failure: null });
    let answer: LayerActivations | null = null;
    let failure: Failure | null = null;
    try {
      answer = await questions.layerActivations(boundary, (share) => {
        if (followed === boundary) store.setState({ share });
      });
    } catch (error) {
      failure = failureOf(error);
    }
    isAsking = false;
    const tookMs = performance.now() - startMs;
    restsUntilMs =
      performance.now() + (answer === null ? retryMs : Math.max(leastRestMs, restFactor * tookMs));
    if (followed === boundary && answer?.runId === mainRun.store.getState().runId)
      store.setState({ layer: answer, share: null, failure });
    else store.setState({ share: null, failure: followed === boundary ? failure : null });
    // Another layer was opened meanwhile: it need not wait.
    if (followed !== boundary) restsUntilMs = 0;
    check();
  }

  return {
    store,
    follow(boundary) {
      if (followed !== boundary) {
        questions.cancelLayerActivations();
        restsUntilMs = 0;
        store.setState({ failure: null });
      }
      followed = boundary;
      const stop = mainRun.store.subscribe((after, before) => {
        if (after.runId !== before.runId || after.step !== before.step || after.stage !== before.stage)
          check();
        else if (after.wantsTraining !== before.wantsTraining) check();
      });
      check();
      return () => {
        stop();
        clearTimeout(timer);
        if (followed !== boundary) return;
        followed = null;
        questions.cancelLayerActivations();
      };
    },
    retry() {
      store.setState({ failure: null });
      check();
    },
    dispose() {
      followed = null;
      clearTimeout(timer);
    },
  };
}
