// One training step from inside: what it did to one sample of its batch. A step is trained for it, an ordinary one; looking at
// another sample of it, or at another draw of a code, trains nothing.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { StepTrace, TracedSample } from '../../core/engine-api/tracing';
import { standardDraws } from '../../core/latent/fitted-gaussian';
import type { EngineQuestions } from '../engine/engine-questions';
import type { MainRun } from '../main-run/main-run';

export interface SlowMotionState {
  /** The step that is shown; null before the first. */
  readonly trace: StepTrace | null;
  /** The sample of it that is shown. */
  readonly sample: TracedSample | null;
  /** `no-step`: the engine could not make one. */
  readonly phase: 'idle' | 'tracing' | 'no-step';
}

export interface SlowMotion {
  readonly store: StoreApi<SlowMotionState>;
  /** Trains the next step of the main run, which pauses, and shows it. */
  readonly nextStep: () => Promise<void>;
  /** Follows another sample of the batch; one beyond its ends is the one at that end. */
  readonly choose: (row: number) => Promise<void>;
  /** Draws the code of the sample again. Training used another draw. */
  readonly throwDie: () => Promise<void>;
  /** Shows again the draw that training used. */
  readonly showTrainedDraw: () => Promise<void>;
  readonly dispose: () => void;
}

export interface SlowMotionPorts {
  readonly questions: Pick<EngineQuestions, 'traceStep' | 'traceSample'>;
  readonly mainRun: Pick<MainRun, 'store' | 'rest'>;
}

export function createSlowMotion({ questions, mainRun }: SlowMotionPorts): SlowMotion {
  const store = createStore<SlowMotionState>()(() => ({ trace: null, sample: null, phase: 'idle' }));
  /** Counts questions: an answer to an older one is dropped. */
  let asked = 0;
  let throws = 0;

  async function look(row: number, noise: Float32Array | null): Promise<void> {
    const { trace } = store.getState();
    if (trace === null) return;
    const question = ++asked;
    const sample = await questions.traceSample(row, noise);
    if (question === asked && sample?.runId === trace.runId) store.setState({ sample });
  }

  return {
    store,
    async nextStep() {
      mainRun.rest();
      const question = ++asked;
      store.setState({ phase: 'tracing' });
      const trace = await questions.traceStep(store.getState().sample?.row ?? 0);
      if (question !== asked && trace === null) return;
      // The step has been made, whatever was asked for meanwhile.
      asked++;
      store.setState(trace ? { trace, sample: trace.sample, phase: 'idle' } : { phase: 'no-step' });
    },
    async choose(row) {
      await look(Math.max(0, row), null);
    },
    async throwDie() {
      const { trace, sample } = store.getState();
      if (trace === null || sample?.draw == null) return;
      await look(sample.row, standardDraws(1, sample.draw.noise.length, trace.step * 1000 + ++throws));
    },
    async showTrainedDraw() {
      const { sample } = store.getState();
      if (sample) await look(sample.row, null);
    },
    dispose() {
      asked++;
    },
  };
}
