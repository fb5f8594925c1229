// The page of the widening bench: trains in the real worker, widens the network, and measures the test loss of the following
// steps against the unchanged network. widening.mjs calls it through `window.widening`.
import { proxy, wrap, type Remote } from 'comlink';
import type { BackendName } from '../../src/core/backend-measurement';
import type { TrainingEvent } from '../../src/core/engine-api/events';
import type { EngineApi } from '../../src/core/engine-api/running';
import { defaultExperiment, type ExperimentPatch } from '../../src/core/experiment/experiment';
import { withPatch } from '../../src/core/experiment/rules';
import type { Checkpoint } from '../../src/core/run/checkpoint';

interface Measured {
  step: number;
  /** On the whole test set. */
  loss: number;
}

declare global {
  interface Window {
    widening: {
      /** Trains the default network, changed by `patch`, for `steps` steps on WASM. */
      train(patch: ExperimentPatch, steps: number): Promise<void>;
      /**
       * Continues the network trained last for `steps` steps; returns the test loss after every `every` steps.
       * @param patch change made before the first step; empty for the unchanged network
       * @param nudge share by which one layer's weights are changed first: how far runs that start almost alike come apart
       */
      continueTraining(
        backend: BackendName,
        patch: ExperimentPatch,
        steps: number,
        every: number,
        nudge: number,
      ): Promise<Measured[]>;
    };
  }
}

let trained: Checkpoint | null = null;

window.widening = {
  async train(patch, steps) {
    const experiment = withPatch(defaultExperiment, patch);
    await withEngine('wasm', async (engine, next) => {
      await engine.build('1', experiment, null);
      await engine.play('1', steps);
      trained = (await next('checkpoint', ({ checkpoint }) => checkpoint.step === steps)).checkpoint;
    });
  },

  continueTraining(backend, patch, steps, every, nudge) {
    if (!trained) throw new Error('no network has been trained');
    const checkpoint = nudged(trained, nudge);
    return withEngine(backend, async (engine, next) => {
      const measured: Measured[] = [];
      await engine.build('1', checkpoint.experiment, checkpoint);
      await engine.change('1', patch);
      for (let made = every; made <= steps; made += every) {
        const step = checkpoint.step + made;
        await engine.play('1', step);
        const { loss } = await next('evaluation', (event) => event.scope === 'all' && event.step === step);
        measured.push({ step: made, loss });
      }
      return measured;
    });
  },
};

/** The kernel of the second layer: nearly all of its weights matter. */
const nudgedKernel = 2;

function nudged(checkpoint: Checkpoint, nudge: number): Checkpoint {
  const weights = checkpoint.weights.map((values, i) =>
    i === nudgedKernel ? values.map((weight) => weight * (1 + nudge)) : values,
  );
  return { ...checkpoint, weights };
}

type EventOf<T extends TrainingEvent['type']> = Extract<TrainingEvent, { type: T }>;
type Next = <T extends TrainingEvent['type']>(
  type: T,
  accepts: (event: EventOf<T>) => boolean,
) => Promise<EventOf<T>>;

async function withEngine<T>(
  backend: BackendName,
  work: (engine: Remote<EngineApi>, next: Next) => Promise<T>,
): Promise<T> {
  const worker = new Worker(new URL('../../src/engine/worker.ts', import.meta.url), { type: 'module' });
  let listener: (event: TrainingEvent) => void = () => undefined;
  const next: Next = (type, accepts) =>
    new Promise((resolve, reject) => {
      listener = (event) => {
        if (event.type === 'failed') reject(new Error(JSON.stringify(event.message)));
        if (event.type === type && accepts(event as EventOf<typeof type>))
          resolve(event as EventOf<typeof type>);
      };
    });
  try {
    const engine = wrap<EngineApi>(worker);
    const baseUrl = new URL('/', location.href).href;
    await engine.open(
      { backend, baseUrl, lifeLock: `widening ${backend}` },
      proxy((event: TrainingEvent) => {
        listener(event);
      }),
    );
    await engine.setSeen([]);
    return await work(engine, next);
  } finally {
    worker.terminate();
  }
}
