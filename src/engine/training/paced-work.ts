// Long work on one set of weights while the run trains on: piece by piece between two slices of training, which keep four fifths
// of the time.
import type { Stamp } from '../../core/run/stamp';
import { nextTask } from '../actor/next-task';
import type { FrozenNetwork } from '../network/frozen-network';
import type { TrainingRun } from './training-run';

/** What the work takes of the time while its run trains. */
const usualShare = 0.2;

/** Asks the run a question between two slices of work; null when there is no such run. */
export type AskRun = <T extends object>(
  question: (run: TrainingRun) => Promise<T | null>,
) => Promise<T | null>;

type Pieces<T> = AsyncGenerator<number, T | null, void>;

/**
 * Works on a copy of the network, and names its step.
 * @param start makes the work: a generator that yields its completed share after each piece
 * @param goOn told the share; false: the result is no longer wanted
 * @param ofTime what it takes of the time, for short work that a person waits for
 * @returns null also when the network is gone or was resized meanwhile
 */
export async function pacedWork<T extends object>(
  ask: AskRun,
  start: (network: FrozenNetwork, run: TrainingRun) => Pieces<T>,
  goOn: (share: number) => boolean,
  ofTime: number = usualShare,
): Promise<(T & Stamp) | null> {
  const begun = await ask(async (run) => {
    const network = await run.network.freeze();
    return { network, runId: run.id, pieces: start(network, run) };
  });
  if (begun === null) return null;
  const { network, runId, pieces } = begun;
  try {
    for (;;) {
      const piece = await ask(async (run) => {
        if (network.isDisposed()) return null;
        const startedMs = performance.now();
        const { value } = await pieces.next();
        const ms = performance.now() - startedMs;
        return { value, restMs: run.training ? ms * (1 / ofTime - 1) : 0 };
      });
      if (piece === null) return null;
      if (typeof piece.value !== 'number')
        return piece.value && { ...piece.value, runId, step: network.step };
      if (!goOn(piece.value)) return null;
      await rest(piece.restMs);
    }
  } finally {
    // Without a run to ask, whoever ended it has disposed of the copy.
    await ask(() => {
      network.dispose();
      return Promise.resolve(null);
    });
  }
}

/** Does all the work at once. */
export async function finish<T extends object>(pieces: Pieces<T>): Promise<T | null> {
  for (;;) {
    const { value } = await pieces.next();
    if (typeof value !== 'number') return value;
  }
}

/** Commands and training come in between. */
async function rest(ms: number): Promise<void> {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
  else await nextTask();
}
