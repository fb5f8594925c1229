// The run at a calmer pace: a chart that is drawn ten times a second is no clearer than one drawn three times.
import { startTransition, useEffect, useState } from 'react';
import type { Run } from '../../session/run';
import { runStore } from '../../session/run-store';

/** The latest run, at most every `intervalMs`; another run (a reset) at once. */
export function useCalmRun(intervalMs: number): Run {
  const [shown, setShown] = useState(() => runStore.getState());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let shownId = runStore.getState().runId;
    const show = () => {
      timer = null;
      const run = runStore.getState();
      shownId = run.runId;
      // In slices: what the person does comes first.
      startTransition(() => setShown(run));
    };
    const stop = runStore.subscribe((run) => {
      if (run.runId !== shownId) show();
      else timer ??= setTimeout(show, intervalMs);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [intervalMs]);
  return shown;
}
