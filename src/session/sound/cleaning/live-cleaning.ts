// What the network makes of the noisy version, anew as it trains. A clip takes many questions to the network; between two of them it
// trains, and the version that follows is of the weights of the last.
import { cleanWithNetwork, type SoundRepresentation } from '../../../core/sound/cleaning/clean-with-network';
import type { Stamp } from '../../../core/run/stamp';
import type { EngineQuestions } from '../../engine/engine-questions';
import type { Run } from '../../runs/run';
import { createLatestWins } from '../../tasks/latest-wins';
import type { CleanedBy, CleaningNetwork } from '../sound';

/** A network that trains has at least so many times as long for it as cleaning takes. */
const restPerWork = 4;
const leastRestMs = 1500;

/** What a run has learned to clean; null where its data is no sound. */
export function networkOf({ experiment: { dataset } }: Pick<Run, 'experiment'>): CleaningNetwork | null {
  if (dataset === 'piano-spectrum') return 'spectrum';
  return dataset === 'piano' ? 'raw' : null;
}

/** Null before the run stands. */
function representationOf(run: Run): SoundRepresentation | null {
  const network = networkOf(run);
  if (network === null || run.facts === null || run.stage !== 'ready') return null;
  if (network === 'spectrum') return { kind: 'spectrum' };
  return { kind: 'raw', valueRange: run.facts.dataset.valueRange };
}

export interface LiveCleaning {
  /** There is another noisy version. */
  readonly ask: (noisy: Float32Array) => void;
  /** There may be other weights. */
  readonly noteStep: () => void;
  /** Nothing is wanted any more. */
  readonly close: () => void;
}

interface CleaningPorts {
  readonly reconstruct: EngineQuestions['reconstruct'];
  readonly run: () => Run;
  readonly onCleaned: (samples: Float32Array<ArrayBuffer>, by: CleanedBy) => void;
}

export function createLiveCleaning({ reconstruct, run, onCleaned }: CleaningPorts): LiveCleaning {
  let noisy: Float32Array | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let restMs = leastRestMs;

  const cleaning = createLatestWins(
    async (asked: Float32Array) => {
      const startedMs = performance.now();
      const answer = await clean(asked);
      restMs = Math.max(leastRestMs, restPerWork * (performance.now() - startedMs));
      return answer;
    },
    (asked, answer) => {
      if (answer === null || asked !== noisy) return;
      onCleaned(answer.samples, answer.by);
      const { runId, step } = run();
      if (runId !== answer.by.runId || step !== answer.by.step) later();
    },
    () => undefined,
  );

  async function clean(given: Float32Array) {
    const asked = run();
    const representation = representationOf(asked);
    if (representation === null) return null;
    let stamp: Stamp | null = null;
    const samples = await cleanWithNetwork(given, representation, async (pieces) => {
      const answer = await reconstruct(pieces);
      // The answers of two runs do not make one version.
      if (answer === null || answer.runId !== asked.runId) return null;
      stamp = { runId: answer.runId, step: answer.step };
      return answer.images;
    });
    const by = stamp as Stamp | null;
    const network = networkOf(asked);
    return samples === null || by === null || network === null ? null : { samples, by: { ...by, network } };
  }

  function stopWaiting(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  function askNow(): void {
    stopWaiting();
    if (noisy !== null) cleaning.ask(noisy);
  }

  function later(): void {
    if (noisy !== null) timer ??= setTimeout(askNow, restMs);
  }

  return {
    ask(given) {
      noisy = given;
      askNow();
    },
    noteStep: later,
    close() {
      stopWaiting();
      noisy = null;
      cleaning.forget();
    },
  };
}
