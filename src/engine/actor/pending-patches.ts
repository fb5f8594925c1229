// Patches of runs that are waiting in the command queue. Patches that arrive before their turn are merged into one.
import type { ExperimentPatch } from '../../core/experiment/experiment';
import type { RunId } from '../../core/run/stamp';

export class PendingPatches {
  readonly #pending = new Map<RunId, ExperimentPatch>();

  /**
   * Merges the patch into the waiting one.
   * @returns the waiting patch, for the caller to queue; null when one was queued already
   */
  add(runId: RunId, patch: ExperimentPatch): ExperimentPatch | null {
    const waiting = this.#pending.get(runId);
    if (waiting) {
      Object.assign(waiting, patch);
      return null;
    }
    const pending = { ...patch };
    this.#pending.set(runId, pending);
    return pending;
  }

  /** Takes the patch out when it runs; later changes form a new one. */
  take(runId: RunId, pending: ExperimentPatch): void {
    if (this.#pending.get(runId) === pending) this.#pending.delete(runId);
  }

  /** Drops the patch of a run that has ended. */
  drop(runId: RunId): void {
    this.#pending.delete(runId);
  }

  /** Drops all patches. */
  dropAll(): void {
    this.#pending.clear();
  }
}
