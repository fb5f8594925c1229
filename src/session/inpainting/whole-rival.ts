// The network that never saw holes: the same experiment without noise, trained beside the main run in its engine for as many
// steps as that has made.
import type { StoreApi } from 'zustand/vanilla';
import { withPatch } from '../../core/experiment/rules';
import { createEngineQuestions, type EngineQuestions } from '../engine/engine-questions';
import { newRun, type Run } from '../runs/run';
import type { InpaintingPorts } from './inpainting-ports';
import type { InpaintingState } from './inpainting';

export interface WholeRivalRun {
  /** Trains it anew. */
  readonly train: () => void;
  readonly end: () => void;
  /** The engine has ended it. */
  readonly lose: () => void;
  /** Null where there is none. */
  readonly questions: () => EngineQuestions | null;
}

/** @param onStep its weights have changed */
export function createWholeRival(
  { engine, mainRun, newRunId }: InpaintingPorts,
  store: StoreApi<InpaintingState>,
  onStep: () => void,
): WholeRivalRun {
  let run: Run | null = null;
  const questions = createEngineQuestions(engine, () => run?.runId ?? '');

  function forget(): void {
    run = null;
    store.setState({ whole: null });
  }

  function end(): void {
    if (run !== null) engine.end(run.runId);
    forget();
  }

  return {
    train() {
      if (run !== null) end();
      const main = mainRun.store.getState();
      const lastStep = Math.max(1, main.step);
      const experiment = withPatch(main.experiment, { noise: 'none' });
      const started: Run = { ...newRun(newRunId(), experiment, main), wantsTraining: true };
      const { runId } = started;
      run = started;
      store.setState({ whole: { step: 0, lastStep, filling: null, measured: null } });
      engine.runBeside({
        id: runId,
        read: () => (run?.runId === runId ? run : started),
        keep(next) {
          if (run?.runId !== runId) return;
          run = next;
          const { whole } = store.getState();
          if (whole === null || whole.step === next.step) return;
          store.setState({ whole: { ...whole, step: next.step } });
          onStep();
        },
        experiment: () => experiment,
        lastStep: () => lastStep,
        onRefused: () => {
          if (run?.runId === runId) forget();
        },
      });
    },
    end,
    lose: forget,
    questions: () => (run === null ? null : questions),
  };
}
