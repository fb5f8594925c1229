// Says what takes so long, and what can be done, when nothing has moved for a while before a run is ready or its data is whole.
import type { StoreApi } from 'zustand/vanilla';
import type { Notices } from '../../page/notices';
import type { Run } from '../../runs/run';
import type { EngineState } from '../engine-state';
import { createWatchdog } from '../../tasks/watchdog';
import { slowTexts } from './words';

const slowAfterMs = 10_000;
const key = 'slow';

type Waiting = keyof typeof slowTexts;

export interface SlowNoticePorts {
  readonly run: Pick<StoreApi<Run>, 'getState' | 'subscribe'>;
  readonly engine: Pick<StoreApi<EngineState>, 'getState' | 'subscribe'>;
  readonly notices: Notices;
}

/** The notice goes as soon as something moves. Returns a function that ends the watch. */
export function watchForSlowness({ run, engine, notices }: SlowNoticePorts): () => void {
  let last = '';
  const watchdog = createWatchdog(slowAfterMs, () => {
    const waiting = waitingFor(run.getState(), engine.getState());
    if (waiting) notices.show({ key, kind: 'warning', ...slowTexts[waiting] });
  });

  function look(): void {
    const { stage, stageMessage, data } = run.getState();
    const waiting = waitingFor(run.getState(), engine.getState());
    const now = [waiting, stage, JSON.stringify(stageMessage), data?.loadedBytes].join(' ');
    if (now === last) return;
    last = now;
    notices.dismiss(key);
    if (waiting) watchdog.start();
    else watchdog.stop();
  }

  const stops = [run.subscribe(look), engine.subscribe(look)];
  look();
  return () => {
    stops.forEach((stop) => stop());
    watchdog.stop();
  };
}

/** Null when there is nothing to wait for, or when another notice says why it does not come. */
function waitingFor({ stage, data, failedShards }: Run, { phase }: EngineState): Waiting | null {
  if (phase === 'stopped' || failedShards.length > 0) return null;
  if (stage === 'ready') return data !== null && data.loadedBytes < data.totalBytes ? 'data' : null;
  return stage;
}
