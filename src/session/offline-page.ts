// Joins the session with what serves the page without a network. Loaded after the page has: its first script knows nothing of it.
import { statusOf } from './comparison/comparison';
import { startOffline } from './offline/start-offline';
import { hasAllData } from './runs/run';
import type { Session } from './session';

/** How long the data of the main run is waited for, on a slow connection or where it never comes. */
const patienceMs = 60_000;

export function startOfflinePage(session: Session): void {
  const { run, comparison, sweeps, applications, notices, runKeeper } = session;
  const isBusy = () =>
    statusOf(comparison.store.getState()) === 'training' ||
    sweeps.store.getState().running !== null ||
    applications.isTraining();
  const dataArrived = new Promise<void>((resolve) => {
    const end = () => {
      stop();
      clearTimeout(timer);
      resolve();
    };
    const stop = run.store.subscribe((now) => {
      if (hasAllData(now)) end();
    });
    const timer = setTimeout(end, patienceMs);
    if (hasAllData(run.store.getState())) end();
  });
  void startOffline({
    notices,
    isBusy,
    isUntouched() {
      const { step, wantsTraining } = run.store.getState();
      return step === 0 && !wantsTraining && !isBusy() && document.querySelector('[role="dialog"]') === null;
    },
    keepRun: runKeeper.keep,
    dataset: () => run.experiment.getState().dataset,
    dataArrived,
  });
}
