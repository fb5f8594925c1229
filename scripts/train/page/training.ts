// One training as a job of the same supervisor, engine and reducer that the page trains with, to a step that is known beforehand.
import type { BackendChoice, BackendReport } from '../../../src/core/engine-api/backend';
import type { Experiment } from '../../../src/core/experiment/experiment';
import { createRunId } from '../../../src/core/run/stamp';
import { openEngine } from '../../../src/session/engine/engine-client';
import { failureText, restartedText, stageText } from '../../../src/session/engine/notices/words';
import { unattendedLimits } from '../../../src/session/engine/restart-policy';
import { createEngineSupervisor } from '../../../src/session/engine/supervisor';
import { newRun, recentTrainLoss, type Run } from '../../../src/session/runs/run';

/** How far to train. */
export type Length = { readonly steps: number } | { readonly epochs: number };

/** What the terminal is told; `total` is null until the size of the data set is known. */
export interface Progress {
  readonly stage: string;
  readonly step: number;
  readonly total: number | null;
  readonly epoch: number;
  /** Mean objective of the last training batches. */
  readonly loss: number | null;
  readonly imagesPerSecond: number;
  /** Once, when the engine was restarted. */
  readonly restarted?: string;
}

/** Why it ended; `early`: no better validation loss. */
export type Ending = 'finished' | 'early' | 'stopped' | 'diverged' | 'failed';

export interface Trained {
  readonly run: Run;
  readonly backend: BackendReport | null;
  readonly ending: Ending;
  /** One sentence for `failed`. */
  readonly reason: string | null;
}

export interface Training {
  /** Settles when the last step has been measured. Never rejects. */
  readonly trained: Promise<Trained>;
  /** Ends it at the next step; what has been trained is measured and kept. */
  readonly stop: () => void;
}

/** Starts training. A fault restarts the engine from the latest checkpoint, as on the page. */
export function startTraining(
  experiment: Experiment,
  length: Length,
  choice: BackendChoice,
  tell: (progress: Progress) => void,
): Training {
  let run: Run = { ...newRun(createRunId(), experiment, null), wantsTraining: true };
  let hasStopped = false;
  let settle: (trained: Trained) => void = () => undefined;
  const trained = new Promise<Trained>((resolve) => (settle = resolve));

  function end(ending: Ending, reason: string | null = null): void {
    const { backend } = engine.store.getState();
    engine.dispose();
    settle({ run, backend, ending, reason });
  }

  function report(restarted?: string): void {
    tell({
      stage: stageText(run.stageMessage),
      step: run.step,
      total: lastStep(),
      epoch: run.epoch,
      loss: recentTrainLoss(run),
      imagesPerSecond: run.imagesPerSecond,
      ...(restarted !== undefined && { restarted }),
    });
  }

  function lastStep(): number | null {
    if ('steps' in length) return length.steps;
    if (run.facts === null) return null;
    return Math.ceil((length.epochs * run.facts.trainCount) / experiment.batchSize);
  }

  const engine = createEngineSupervisor({
    open: openEngine,
    choice,
    limits: unattendedLimits,
    mayMeasure: true,
    // Nothing shows this engine's views.
    onOpened: () => engine.send((calls) => calls.setSeen([])),
    onEvent(event) {
      if (event.type === 'data-failed') end('failed', failureText(event.message));
    },
    onRestart: ({ cause, to }) => report(restartedText(cause, to, run.checkpoint?.step ?? 0)),
    onGivenUp: (message) => end('failed', failureText(message)),
  });

  engine.run({
    id: run.runId,
    read: () => run,
    keep(next) {
      run = next;
      report();
      if (run.diverged) end('diverged');
      else if (isMeasured(run, lastStep())) end(endingOf(run, lastStep() ?? 0, hasStopped));
    },
    experiment: () => experiment,
    lastStep,
    onRefused: (reason) => end('failed', failureText(reason)),
  });
  engine.start();

  return {
    trained,
    stop() {
      hasStopped = true;
      if (engine.store.getState().phase !== 'running' || run.stage !== 'ready') {
        end('stopped');
        return;
      }
      run = { ...run, wantsTraining: false };
      engine.send((calls) => calls.pause(run.runId));
    },
  };
}

/** Training has ended, and its last step has been measured and can be gone on from. */
function isMeasured(
  { step, wantsTraining, testAll, snapshot, checkpoint }: Run,
  last: number | null,
): boolean {
  if (wantsTraining && (last === null || step < last)) return false;
  return testAll?.evaluation.step === step && snapshot?.step === step && checkpoint?.step === step;
}

function endingOf(run: Run, last: number, hasStopped: boolean): Ending {
  if (run.step >= last) return 'finished';
  return hasStopped ? 'stopped' : 'early';
}
