// The page of `npm run test:keras`: trains an experiment in the real worker and gives what a Keras script is compared with, the
// script included. Two small data sets: the first digits of MNIST as a person's own data, and MNIST-1D, both as the NPZ file that
// the page saves.
import { proxy, wrap } from 'comlink';
import { corrupt, missingPixels, testNoiseStep } from '../../src/catalog/corrupt';
import { familyPatch, type FamilyId } from '../../src/catalog/families/registry';
import { networkPlan } from '../../src/catalog/architectures/registry';
import type { TrainingEvent } from '../../src/core/engine-api/events';
import type { Evaluation } from '../../src/core/engine-api/looking';
import type { EngineApi } from '../../src/core/engine-api/running';
import { defaultsOn, type Experiment, type ExperimentPatch } from '../../src/core/experiment/experiment';
import { hasMask, withPatch } from '../../src/core/experiment/rules';
import { writeSafetensors } from '../../src/core/formats/safetensors';
import { inputShape, withMaskChannel } from '../../src/core/inpainting/mask-input';
import type { Checkpoint } from '../../src/core/run/checkpoint';
import { datasetInfo, type DatasetInfo } from '../../src/core/samples/dataset-info';
import { isWhole } from '../../src/data/subset';
import { Sources } from '../../src/data/sources/sources';
import { initialCheckpoint } from '../../src/engine/network/weights/initial-weights';
import { dataFile } from '../../src/session/keras/data-file';
import { kerasScript } from '../../src/session/keras/keras-script';
import { weightNames } from '../../src/session/run-files/weight-names';
import { fewDigits, fewDigitsId } from './few-digits';

export interface KerasRun {
  readonly data: 'digits' | 'signals' | 'mnist';
  readonly family: FamilyId;
  readonly patch: ExperimentPatch;
}

/** Bytes are in base 64. */
export interface KerasReference {
  readonly script: string;
  readonly steps: number;
  /** Of the whole test set after one epoch: the objective, and the squared error per value. */
  readonly testLoss: number;
  readonly testMse: number;
  readonly initialWeights: string;
  readonly weights: string;
  /** What the network reads of ten test samples, `shape` each, and what it makes of it, `[10, sampleSize]`; 32-bit floats. */
  readonly shape: readonly number[];
  readonly inputs: string;
  readonly reconstructed: string;
}

declare global {
  interface Window {
    kerasReference(run: KerasRun): Promise<KerasReference>;
    /** The NPZ file of a data set. */
    kerasData(data: 'digits' | 'signals'): Promise<string>;
  }
}

const baseUrl = new URL('/', location.href).href;
const datasets = { digits: fewDigitsId, signals: 'mnist1d', mnist: 'mnist' } as const;
const engine = wrap<EngineApi>(
  new Worker(new URL('../../src/engine/worker.ts', import.meta.url), { type: 'module' }),
);
let onEvent: (event: TrainingEvent) => void = () => undefined;
let runs = 0;

const opened = (async () => {
  const sources = new Sources(baseUrl);
  sources.lend(fewDigitsId, await fewDigits(sources.find('mnist')));
  await engine.open(
    { backend: 'wasm', baseUrl, lifeLock: 'bench' },
    proxy((event: TrainingEvent) => onEvent(event)),
  );
  await engine.setSeen([]);
  await engine.lend(fewDigitsId, await fewDigits(sources.find('mnist')));
  return sources;
})();

window.kerasData = async (data) => {
  const sources = await opened;
  const file = await dataFile(sources.find(datasets[data]), new AbortController().signal);
  return base64(new Uint8Array(await file.arrayBuffer()));
};

window.kerasReference = async ({ data, family, patch }) => {
  const sources = await opened;
  const id = datasets[data];
  const plain = defaultsOn(id);
  const onData = data === 'signals' ? plain : { ...plain, outputActivation: 'sigmoid' as const };
  const experiment = withPatch({ ...onData, ...familyPatch(family, onData) }, patch);
  const attempt = { signal: new AbortController().signal, stallMs: 15_000, isAgain: false };
  const dataset = datasetInfo(id, await sources.find(id).manifest(attempt));
  const start = initialCheckpoint(experiment, dataset.shape);
  const runId = `run ${++runs}`;
  const trained = await train(runId, experiment, start);
  const samples = await sampleInputs(runId, experiment, dataset);
  const made = await engine.reconstruct(runId, samples.noisy, samples.masks);
  if (!made) throw new Error('The network made nothing of the samples.');
  return {
    script: kerasScript({ experiment: trained.checkpoint.experiment, dataset }),
    steps: trained.checkpoint.step,
    testLoss: trained.evaluation.loss,
    testMse: trained.evaluation.mse,
    initialWeights: base64(weightsFile(start, dataset)),
    weights: base64(weightsFile(trained.checkpoint, dataset)),
    shape: inputShape(dataset.shape, experiment),
    inputs: base64(bytesOf(samples.inputs)),
    reconstructed: base64(bytesOf(made.images)),
  };
};

interface Trained {
  readonly checkpoint: Checkpoint;
  readonly evaluation: Evaluation;
}

/** Trains one epoch: as many steps as it takes to see every sample that is trained on. */
async function train(runId: string, experiment: Experiment, start: Checkpoint): Promise<Trained> {
  const steps = await new Promise<number>((resolve, reject) => {
    onEvent = (event) => {
      if (event.type === 'started' || event.type === 'subset-counted') {
        const isKnown = event.type === 'subset-counted' || isWhole(experiment);
        if (isKnown) resolve(Math.ceil(event.trainCount / experiment.batchSize));
      }
      if (event.type === 'failed') reject(new Error(JSON.stringify(event.message)));
    };
    engine.build(runId, experiment, start).catch(reject);
  });
  return new Promise((resolve, reject) => {
    let evaluation: Evaluation | null = null;
    let checkpoint: Checkpoint | null = null;
    onEvent = (event) => {
      if (event.type === 'failed') reject(new Error(JSON.stringify(event.message)));
      if (event.type === 'evaluation' && event.scope === 'all' && event.step === steps) evaluation = event;
      if (event.type === 'checkpoint' && event.checkpoint.step === steps) checkpoint = event.checkpoint;
      if (evaluation !== null && checkpoint !== null) resolve({ checkpoint, evaluation });
    };
    engine.play(runId, steps).catch(reject);
  });
}

const tenSamples = Uint32Array.from({ length: 10 }, (_, index) => index);

/** Ten test samples as the network reads them, with the noise that it is tested under. */
async function sampleInputs(runId: string, experiment: Experiment, { shape }: DatasetInfo) {
  const clean = await engine.testImages(runId, tenSamples);
  if (!clean) throw new Error('The test samples are not there.');
  const noisy = corrupt(clean, shape, tenSamples, experiment, testNoiseStep);
  const masks = hasMask(experiment) ? missingPixels(shape, tenSamples, experiment, testNoiseStep) : null;
  const inputs = experiment.maskInput === 'on' ? withMaskChannel(noisy, masks, shape) : noisy;
  return { noisy, masks, inputs };
}

function weightsFile({ experiment, weights }: Checkpoint, { shape }: DatasetInfo): Uint8Array {
  const names = weightNames(networkPlan(experiment, shape));
  const tensors = names.map(({ key, shape }, index) => {
    return [key, { shape, values: weights[index] ?? new Float32Array() }] as const;
  });
  return writeSafetensors({ tensors: new Map(tensors), metadata: {} });
}

function bytesOf(values: Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

function base64(bytes: Uint8Array): string {
  let text = '';
  const piece = 0x8000;
  for (let at = 0; at < bytes.length; at += piece)
    text += String.fromCharCode(...bytes.subarray(at, at + piece));
  return btoa(text);
}
