// How fast the main run trains alone. Beside compared runs or a sweep its reports say nothing of that, so they are left out.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EngineSupervisor } from './engine/supervisor-ports';
import type { Run } from './runs/run';
import { withReport, type MeasuredSpeed } from './runs/timing/measured-speed';

export interface Speed {
  /** Null before the main run has trained. */
  readonly store: StoreApi<MeasuredSpeed | null>;
  readonly note: (trained: Run, imagesPerSecond: number) => void;
}

/** @param isAlone whether nothing else trains */
export function createSpeed(engine: Pick<EngineSupervisor, 'store'>, isAlone: () => boolean): Speed {
  const store = createStore<MeasuredSpeed | null>()(() => null);
  return {
    store,
    note({ experiment, facts }, imagesPerSecond) {
      const { backend } = engine.store.getState();
      if (facts === null || backend === null || !isAlone()) return;
      const report = { experiment, backend: backend.name, sampleShape: facts.dataset.shape };
      store.setState(withReport(store.getState(), report, imagesPerSecond), true);
    },
  };
}
