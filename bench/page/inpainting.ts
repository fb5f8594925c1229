// The page of the inpainting bench: trains an experiment in the real worker and measures the error inside the holes, of the
// network and of its rivals. The drivers beside this folder call it through `window.inpainting`.
import { proxy, wrap } from 'comlink';
import { samplesWithHoles } from '../../src/catalog/test-holes';
import { holePresets } from '../../src/catalog/hole-presets/registry';
import type { AnalysisApi } from '../../src/core/analysis-api';
import type { FillingApi } from '../../src/core/inpainting/filling-api';
import type { TrainingEvent } from '../../src/core/engine-api/events';
import type { EngineApi } from '../../src/core/engine-api/running';
import { defaultExperiment, type ExperimentPatch } from '../../src/core/experiment/experiment';
import { allOf } from '../../src/core/experiment/trained-on';
import { withPatch } from '../../src/core/experiment/rules';
import type { TestHoles } from '../../src/core/inpainting/inpainting-api';
import { neutralValue, pixelCount } from '../../src/core/inpainting/mask';
import { sampleSize, valueScale, type Samples } from '../../src/core/samples/samples';
import { openDataset } from '../../src/data/sources/load-dataset';
import { servedSource } from '../../src/data/sources/served/served-source';
import { subsetLists } from '../../src/data/subset';
import { backendText } from './backend-text';

export type MeasuredOn = 'test' | 'validation';

export interface HoleBench {
  /** Starts an engine and builds the network; ends an earlier one. */
  build(patch: ExperimentPatch): Promise<string>;
  /** Trains for this long, or to this step. */
  train(seconds: number, lastStep: number): Promise<{ step: number; loss: number; imagesPerSecond: number }>;
  /** Of what is trained on. */
  stepsPerEpoch(): Promise<number>;
  readonly presets: readonly MeasuredPreset[];
  /** The errors of the rivals on the same test digits, fitted to all training digits. */
  rivals(): Promise<Record<string, Record<string, number | null>>>;
  /** Mean squared error inside the holes. */
  holeMse(kind: 'block' | 'right-half', on: MeasuredOn): Promise<number>;
}

export interface MeasuredPreset {
  id: string;
  patch: ExperimentPatch;
  epochs: number;
  holes: ('block' | 'right-half')[];
}

declare global {
  interface Window {
    inpainting: HoleBench;
  }
}

const baseUrl = new URL('/', location.href).href;
const digits = openDataset(servedSource(baseUrl, 'mnist'), {
  onProgress: () => undefined,
  onFailure: () => undefined,
});

let worker: Worker | null = null;
let engine: ReturnType<typeof wrap<EngineApi>> | null = null;
let experiment = defaultExperiment;
let step = 0;
let losses: number[] = [];
let rate = 0;

function note(event: TrainingEvent): void {
  if (event.type === 'failed') throw new Error(JSON.stringify(event.message));
  if (event.type === 'diverged') console.error(`diverged: ${JSON.stringify(event)}`);
  if (event.type !== 'progress') return;
  step = event.step;
  rate = event.imagesPerSecond;
  losses = [...losses, ...event.trainLosses].slice(-200);
}

/** The samples that are measured: of the test set, or held out of the training set. */
async function measuredSamples(on: MeasuredOn): Promise<Samples> {
  const { train, test, whenTrainReady, whenTestReady } = await digits;
  await Promise.all([whenTrainReady(train.count), whenTestReady()]);
  if (on === 'test') return test;
  const { validation } = subsetLists(train.labels, train.classNames.length, experiment);
  const size = sampleSize(train.shape);
  const values = new Uint8Array(validation.length * size);
  validation.forEach((index, row) =>
    values.set(train.values.subarray(index * size, (index + 1) * size), row * size),
  );
  return { ...train, values, count: validation.length, labels: train.labels.slice(0, validation.length) };
}

window.inpainting = {
  async build(patch) {
    worker?.terminate();
    worker = new Worker(new URL('../../src/engine/worker.ts', import.meta.url), { type: 'module' });
    engine = wrap<EngineApi>(worker);
    experiment = withPatch(defaultExperiment, patch);
    [step, losses] = [0, []];
    const report = await engine.open({ backend: 'wasm', baseUrl, lifeLock: 'bench' }, proxy(note));
    await engine.build('1', experiment, null);
    return backendText(report);
  },
  async stepsPerEpoch() {
    const { train } = await digits;
    return train.count / experiment.batchSize;
  },
  presets: Object.entries(holePresets).map(([id, { patch, epochs, holes }]) => ({
    id,
    patch,
    epochs,
    holes: [...holes],
  })),
  async rivals() {
    const analysing = new Worker(new URL('../../src/analysis/analysis-worker.ts', import.meta.url), {
      type: 'module',
    });
    const analysis = wrap<AnalysisApi & FillingApi>(analysing);
    analysis.open({ baseUrl, lifeLock: 'bench-analysis' }).catch(console.error);
    const errors: Record<string, Record<string, number | null>> = {};
    for (const kind of ['block', 'right-half'] as const) {
      const measured = await analysis.holeErrors(
        allOf('mnist'),
        { kind },
        proxy(() => undefined),
      );
      if (measured) errors[kind] = { ...measured.mse };
    }
    analysing.terminate();
    return errors;
  },
  async train(seconds, lastStep) {
    const until = performance.now() + 1000 * seconds;
    await engine?.play('1', lastStep);
    while (performance.now() < until && step < lastStep) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await engine?.pause('1');
    const loss = losses.reduce((sum, one) => sum + one, 0) / losses.length;
    return { step, loss, imagesPerSecond: rate };
  },
  async holeMse(kind, on) {
    const { values, shape, count } = await measuredSamples(on);
    const holes: TestHoles = { kind };
    const { indices, masks } = samplesWithHoles(holes, shape, count);
    const [size, pixels] = [sampleSize(shape), pixelCount(shape)];
    const channels = size / pixels;
    const scale = valueScale({ values });
    const clean = new Float32Array(indices.length * size);
    indices.forEach((index, row) => {
      for (let i = 0; i < size; i++) clean[row * size + i] = (values[index * size + i] ?? 0) * scale;
    });
    const missing = (at: number) => masks[Math.floor(at / channels)] === 1;
    const answer = await engine?.reconstruct(
      '1',
      clean.map((value, at) => (missing(at) ? neutralValue(shape) : value)),
      masks,
    );
    let [sum, number] = [0, 0];
    clean.forEach((value, at) => {
      if (!missing(at)) return;
      sum += (value - (answer?.images[at] ?? Number.NaN)) ** 2;
      number++;
    });
    return sum / number;
  },
};
