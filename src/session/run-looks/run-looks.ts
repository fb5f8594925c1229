// The same samples for compared runs that are kept. Their networks are loaded one after the other; whatever asks for other samples (another
// noise, ten others, another drawing) loads them once more. Only one network is in memory at a time, however many are compared.
import type { StoreApi } from 'zustand/vanilla';
import type { Noise } from '../../catalog/corrupt';
import type { RunEntry } from '../archive/run-entry';
import type { InputKind } from '../comparison/trial/trial-state';
import type { Drawing } from '../drawing/drawing';
import { givenDrawing, tenSamples } from './given-samples';
import { groupRuns } from './looks-groups';
import { createLooksStore } from './looks-store';
import { startLooksWork, type LooksWork, type LooksWorkPorts } from './looks-work';
import type { LooksGroup, LooksState, TestPart } from './look-state';

export interface RunLooksPorts extends Pick<LooksWorkPorts, 'supervise' | 'readRun' | 'analysis'> {
  /** What is on the pad. */
  readonly drawing: Pick<Drawing, 'drawn'> & { readonly store: Pick<Drawing['store'], 'subscribe'> };
}

export interface RunLooks {
  readonly store: StoreApi<LooksState>;
  /** Which runs are compared, in their order. What is known of those that stay is kept. */
  readonly compare: (entries: readonly RunEntry[]) => void;
  /** Loads and asks until the function that is returned is called, which ends the engine. */
  readonly watch: () => () => void;
  /** Which of the two inputs the runs of a group are shown with. */
  readonly show: (key: string, shown: InputKind) => void;
  /** The noise of the noisy input. */
  readonly setNoise: (key: string, noise: Noise) => void;
  readonly showOthers: (key: string) => void;
  /** Tries again what has failed. */
  readonly retry: () => void;
  readonly dispose: () => void;
}

/** A drawing has rested for so long before the networks are loaded for it. */
const restMs = 250;

export function createRunLooks({ drawing, ...ports }: RunLooksPorts): RunLooks {
  const looks = createLooksStore();
  const { store, group, changeGroup } = looks;
  let work: LooksWork | null = null;
  let lastDrawn = drawing.drawn();

  /** What follows from the test samples, the noise and what is on the pad. */
  function given(
    { runs, noise, pick }: Pick<LooksGroup, 'runs' | 'noise' | 'pick'>,
    test: TestPart,
  ): Pick<LooksGroup, 'ten' | 'drawing'> {
    return { ten: tenSamples(test, noise, pick), drawing: drawingOf({ runs, noise }, test) };
  }

  function drawingOf(
    { runs: [first], noise }: Pick<LooksGroup, 'runs' | 'noise'>,
    test: TestPart,
  ): LooksGroup['drawing'] {
    return first === undefined ? null : givenDrawing(lastDrawn, test, first.entry.experiment, noise);
  }

  function followDrawing(): void {
    const drawn = drawing.drawn();
    if (drawn === lastDrawn) return;
    lastDrawn = drawn;
    for (const one of store.getState().groups) {
      if (one.test !== null) changeGroup(one.key, { drawing: drawingOf(one, one.test) });
    }
    work?.wake();
  }

  function startWork(): LooksWork {
    return startLooksWork(looks, {
      ...ports,
      onTest(key, test) {
        const now = group(key);
        if (now === undefined) return;
        const isNew = now.test === null;
        changeGroup(key, { test, ...(isNew ? given(now, test) : { drawing: drawingOf(now, test) }) });
      },
    });
  }

  return {
    store,
    compare(entries) {
      store.setState({ groups: groupRuns(entries, store.getState().groups) });
      work?.wake();
    },
    watch() {
      const mine = startWork();
      work?.dispose();
      work = mine;
      let resting: ReturnType<typeof setTimeout> | undefined;
      const stopFollowing = drawing.store.subscribe(() => {
        clearTimeout(resting);
        resting = setTimeout(followDrawing, restMs);
      });
      followDrawing();
      mine.wake();
      return () => {
        clearTimeout(resting);
        stopFollowing();
        mine.dispose();
        if (work === mine) work = null;
      };
    },
    show: (key, shown) => changeGroup(key, { shown }),
    setNoise(key, noise) {
      const now = group(key);
      if (now === undefined) return;
      const { test } = now;
      changeGroup(key, { noise, measured: null, ...(test && given({ ...now, noise }, test)) });
      work?.wake();
    },
    showOthers(key) {
      const now = group(key);
      if (now?.test == null) return;
      const pick = now.pick + 1;
      changeGroup(key, { pick, ten: tenSamples(now.test, now.noise, pick) });
      work?.wake();
    },
    retry() {
      for (const { key, runs } of store.getState().groups) {
        changeGroup(key, {
          failure: null,
          pcaFailure: null,
          runs: runs.map((look) => ({ ...look, problem: null })),
        });
      }
      work?.wake();
    },
    dispose: () => work?.dispose(),
  };
}
