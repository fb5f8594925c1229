// Progress for the page: ten times a second is enough to see, and every message costs the page a task.
import type { ImportProgress } from '../core/import/import-api';

const intervalMs = 100;

/** Passes on the first report of a stage, its last, and those between at most ten times a second; none once aborted. */
export function throttle(
  onProgress: (progress: ImportProgress) => void,
  signal: AbortSignal,
): (progress: ImportProgress) => void {
  let stage: ImportProgress['stage'] | null = null;
  let last = 0;
  return (progress) => {
    const now = performance.now();
    const isDue = progress.stage !== stage || progress.done === progress.total || now - last >= intervalMs;
    if (!isDue || signal.aborted) return;
    stage = progress.stage;
    last = now;
    onProgress(progress);
  };
}
