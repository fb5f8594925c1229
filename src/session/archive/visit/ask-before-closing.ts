// The browser asks before the page closes, only while something would be lost: a page that always listens cannot be kept for Back.
import type { StoreApi } from 'zustand/vanilla';
import type { Run } from '../../runs/run';
import type { ArchiveState } from '../archivist';
import { wouldLose } from './unkept';

/** The part of `window` that is needed. */
interface ClosingPage {
  addEventListener(type: 'beforeunload', listener: (event: Event) => void): void;
  removeEventListener(type: 'beforeunload', listener: (event: Event) => void): void;
}

const lookEveryMs = 1000;

export function askBeforeClosing(
  page: ClosingPage,
  run: StoreApi<Run>,
  archive: StoreApi<ArchiveState>,
): void {
  let trainingSince: number | null = null;
  let asks = false;

  function ask(event: Event): void {
    event.preventDefault();
  }

  function look(): void {
    const now = run.getState();
    trainingSince = now.wantsTraining ? (trainingSince ?? Date.now()) : null;
    const shouldAsk = wouldLose(now, archive.getState(), trainingSince, Date.now());
    if (shouldAsk === asks) return;
    asks = shouldAsk;
    if (asks) page.addEventListener('beforeunload', ask);
    else page.removeEventListener('beforeunload', ask);
  }

  setInterval(look, lookEveryMs);
}
