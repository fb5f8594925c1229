// Keeps the main run over a reload of the page. Training stops for it, so that the checkpoint is of the step that is shown.
import type { StoreApi } from 'zustand/vanilla';
import { withinTime } from '../../core/browser/time-limit';
import type { ReloadOutcome } from '../../core/run/reload-outcome';
import type { EngineSupervisor } from '../engine/supervisor-ports';
import type { Run } from '../runs/run';
import type { Archivist } from '../archive/archivist';
import { keptRunOf, type KeptRun } from '../archive/kept-run';

export interface RunKeeper {
  /** What a reload would do to the run as it is now. */
  readonly foresee: () => Promise<ReloadOutcome>;
  /** Keeps the run, if there is anything to keep, for the page that comes after this one. False: that failed, and it trains on. */
  readonly keep: () => Promise<boolean>;
  /** The run at the step that it has reached, for a file: training stops for a moment. Null for one that has not trained. */
  readonly atItsStep: () => Promise<KeptRun | null>;
}

export interface RunKeeperPorts {
  readonly engine: Pick<EngineSupervisor, 'store' | 'send' | 'train'>;
  readonly run: StoreApi<Run>;
  readonly archivist: Pick<Archivist, 'canKeep' | 'keepForReload'>;
}

/** How long the engine may take to pause; after that its latest checkpoint has to do. */
const pausingMs = 5000;

/** A weight with the two moments that Adam keeps of it. */
const bytesOfParameter = 3 * Float32Array.BYTES_PER_ELEMENT;

export function createRunKeeper({ engine, run, archivist }: RunKeeperPorts): RunKeeper {
  /** Waits for a checkpoint of the current step. */
  async function takeCheckpoint(): Promise<void> {
    const { runId, stage, checkpoint } = run.getState();
    if (engine.store.getState().phase !== 'running' || stage !== 'ready') return;
    let stop: () => void = () => undefined;
    const taken = new Promise<void>((resolve) => {
      stop = run.subscribe((now) => {
        const isTaken = now.checkpoint !== checkpoint && now.checkpoint?.step === now.step;
        if (isTaken || now.runId !== runId) resolve();
      });
    });
    engine.send((calls) => calls.pause(runId));
    await withinTime(pausingMs, taken).catch(() => undefined);
    stop();
  }

  return {
    async foresee() {
      const { step, facts } = run.getState();
      if (step === 0) return 'untrained';
      const bytes = bytesOfParameter * (facts?.parameters ?? 0);
      return (await archivist.canKeep(bytes)) ? 'kept' : 'lost';
    },
    async keep() {
      await takeCheckpoint();
      const { runId, step } = run.getState();
      if (step === 0) return true;
      const toKeep = keptRunOf(run.getState(), engine.store.getState().backend);
      const isKept = toKeep !== null && (await archivist.keepForReload(toKeep).then(succeed, fail));
      if (!isKept) engine.train(runId);
      return isKept;
    },
    async atItsStep() {
      const { runId, wantsTraining } = run.getState();
      if (wantsTraining) await takeCheckpoint();
      const kept = keptRunOf(run.getState(), engine.store.getState().backend);
      // The person may have pressed Pause meanwhile, or begun another run.
      const now = run.getState();
      if (wantsTraining && now.wantsTraining && now.runId === runId) engine.train(runId);
      return kept;
    },
  };
}

const succeed = () => true;
/** The browser said that it could, and then could not. */
const fail = () => false;
