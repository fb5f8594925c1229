// Whether training would be lost if the page closed now. A run is kept every few seconds, when it pauses, and when the page is
// hidden, so that is rare: where the browser keeps nothing, or has not managed to write for a while.
import type { Run } from '../../runs/run';
import type { ArchiveState } from '../archivist';

/** Training that is not worth a question. */
const tolerableMs = 30_000;

/**
 * @param trainingSince when training last began, null while it is paused; milliseconds since 1970, as `now`
 */
export function wouldLose(
  { runId, step }: Pick<Run, 'runId' | 'step'>,
  { entries, problem }: Pick<ArchiveState, 'entries' | 'problem'>,
  trainingSince: number | null,
  now: number,
): boolean {
  const kept = entries.find(({ id }) => id === runId);
  if (step <= (kept?.step ?? 0)) return false;
  if (problem !== null) return true;
  return trainingSince !== null && now - Math.max(trainingSince, kept?.changedAt ?? 0) > tolerableMs;
}
