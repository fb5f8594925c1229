// The codes of the whole test set under the weights of now, for whoever saves them. The engine sends them only while somebody looks.
import type { StoreApi } from 'zustand/vanilla';
import { withinTime } from '../../core/browser/time-limit';
import type { TestCodes, View } from '../../core/engine-api/looking';
import type { Run } from '../runs/run';

const longestMs = 60_000;

/** What of a session is needed. */
export interface Looking {
  readonly run: { readonly store: StoreApi<Run> };
  readonly lookAt: (...views: readonly View[]) => () => void;
}

/** Rejects when the engine does not send them in time: a run that has not begun, or an engine that is lost. */
export async function currentCodes({ run, lookAt }: Looking): Promise<TestCodes> {
  const { runId, step } = run.store.getState();
  let stop: () => void = () => undefined;
  const codes = new Promise<TestCodes>((resolve) => {
    const read = () => {
      const { testCodes } = run.store.getState();
      if (testCodes !== null && testCodes.runId === runId && testCodes.step >= step) resolve(testCodes);
    };
    const endLooking = lookAt('codes');
    const endReading = run.store.subscribe(read);
    stop = () => {
      endLooking();
      endReading();
    };
    read();
  });
  try {
    return await withinTime(longestMs, codes);
  } finally {
    stop();
  }
}
