// The page of the anomaly bench: trains networks on normal digits in the real worker, and measures the AUROC of their scores and
// of the baselines.
import { proxy, wrap } from 'comlink';
import type { AnalysisApi } from '../../src/core/analysis-api';
import { aurocOf } from '../../src/core/anomaly/curves/bootstrap';
import type { AnomalyAnalysisApi } from '../../src/core/anomaly/anomaly-analysis-api';
import { anomalyPreset } from '../../src/core/anomaly/presets';
import { against, scoresByClass } from '../../src/core/anomaly/by-class';
import { isCodeScore, type ScoreKind } from '../../src/core/anomaly/score-kind';
import type { TrainingEvent } from '../../src/core/engine-api/events';
import type { Judged } from '../../src/core/engine-api/scoring';
import type { EngineApi } from '../../src/core/engine-api/running';
import type { DatasetId } from '../../src/core/experiment/dataset-id';
import {
  defaultExperiment,
  type Experiment,
  type ExperimentPatch,
} from '../../src/core/experiment/experiment';
import { withPatch } from '../../src/core/experiment/rules';
import { trainedOn } from '../../src/core/experiment/trained-on';
import { sampleSize, valueScale, type Samples } from '../../src/core/samples/samples';
import { openDataset } from '../../src/data/sources/load-dataset';
import { Sources } from '../../src/data/sources/sources';
import { subsetLists } from '../../src/data/subset';

interface Choice {
  dataset?: DatasetId;
  /** Empty: all digits, against sketches. */
  classes: number[];
  kinds: ScoreKind[];
  /** Changes to the preset, to choose one by. */
  trial?: { patch: ExperimentPatch; epochs: number };
  seed?: number;
}

const baseUrl = new URL('/', location.href).href;
const quiet = proxy(() => undefined);
const engine = wrap<EngineApi>(
  new Worker(new URL('../../src/engine/worker.ts', import.meta.url), { type: 'module' }),
);
const analysis = wrap<AnalysisApi & AnomalyAnalysisApi>(
  new Worker(new URL('../../src/analysis/analysis-worker.ts', import.meta.url), { type: 'module' }),
);
let onEvent: (event: TrainingEvent) => void = () => undefined;
const opened = (async () => {
  await analysis.open({ baseUrl, lifeLock: 'bench-analysis' });
  await engine.open(
    { backend: 'wasm', baseUrl, lifeLock: 'bench' },
    proxy((event: TrainingEvent) => onEvent(event)),
  );
  await engine.setSeen([]);
})();
let runs = 0;

interface Loaded {
  train: Samples;
  test: Samples;
}
const loaded = new Map<DatasetId, Promise<Loaded>>();

function load(dataset: DatasetId): Promise<Loaded> {
  const loading = loaded.get(dataset) ?? loadNow(dataset);
  loaded.set(dataset, loading);
  return loading;
}

async function loadNow(dataset: DatasetId): Promise<Loaded> {
  const handle = await openDataset(new Sources(baseUrl).find(dataset), {
    onProgress: () => undefined,
    onFailure: (error) => console.error(error),
  });
  await Promise.all([handle.whenTrainReady(handle.train.count), handle.whenTestReady()]);
  return handle;
}

/** Trains to the end of the last epoch. */
async function train(runId: string, experiment: Experiment, epochs: number, whole: number): Promise<void> {
  let trainCount = 0;
  const finished = new Promise<void>((resolve, reject) => {
    onEvent = (event) => {
      if (event.type === 'started') trainCount = event.trainCount;
      if (event.type === 'subset-counted') trainCount = event.trainCount;
      if (event.type === 'paused' && event.reason === 'finished') resolve();
      if (event.type === 'failed') reject(new Error(JSON.stringify(event.message)));
    };
  });
  await engine.build(runId, experiment, null);
  while (trainCount === 0 || trainCount === whole) await new Promise((resolve) => setTimeout(resolve, 20));
  await engine.play(runId, Math.round((epochs * trainCount) / experiment.batchSize));
  await finished;
}

/** AUROC by each score: on the test set, and on held-out training samples of all classes, to choose settings by. */
async function anomalyRun({ dataset = 'mnist', classes, kinds, trial, seed }: Choice) {
  await opened;
  const digits = await load(dataset);
  const { shape, classNames } = digits.train;
  const data = { normalCount: classes.length, classCount: classNames.length, shape, isCut: false };
  const preset = anomalyPreset('best', data);
  const chosen = { ...defaultExperiment, dataset, classes, validationShare: 0.1, ...(seed && { seed }) };
  const experiment = withPatch(chosen, { ...preset.patch, ...trial?.patch });
  const epochs = trial?.epochs ?? preset.epochs;
  const runId = `run ${++runs}`;
  const startedAt = performance.now();
  await train(runId, experiment, epochs ?? 1, digits.train.count);
  const trainedAt = performance.now();
  const heldOut = subsetLists(digits.train.labels, classNames.length, experiment).validation;
  const isSketch = classes.length === 0;
  const given = isSketch ? await sketches() : pixelsAt(digits.train, heldOut);
  const auroc = { test: {} as Aurocs, heldOut: {} as Aurocs };
  const byClass = { test: {} as ByClass, heldOut: {} as ByClass };
  const normalOf = (labels: Uint16Array) => Uint8Array.from(labels, (l) => Number(classes.includes(l)));
  for (const kind of kinds) {
    const sets = await engine.scoreSets(runId, kind, quiet);
    const answer = await engine.scoreSamples(runId, kind, given);
    if (!sets || !answer) throw new Error('no scores');
    const [test, others] = await Promise.all([
      scoresOf(kind, sets.test, sets.train, experiment.codeSize),
      scoresOf(kind, answer.judged, sets.train, experiment.codeSize),
    ]);
    if (isSketch) auroc.test[kind] = against(test, others);
    else {
      auroc.test[kind] = aurocOf(test, normalOf(sets.labels));
      const labels = Uint16Array.from(heldOut, (index) => digits.train.labels[index] ?? 0);
      auroc.heldOut[kind] = aurocOf(others, normalOf(labels));
      byClass.test[kind] = classAurocs(test, sets.labels, normalOf(sets.labels), classNames);
      byClass.heldOut[kind] = classAurocs(others, labels, normalOf(labels), classNames);
    }
  }
  const seconds = {
    training: (trainedAt - startedAt) / 1000,
    scoring: (performance.now() - trainedAt) / 1000,
  };
  return { seconds, auroc, byClass };
}

type Aurocs = Partial<Record<ScoreKind, number | null>>;
type ByClass = Partial<Record<ScoreKind, Record<string, number | null>>>;

/** AUROC of each class that was left out, by itself. */
function classAurocs(
  scores: Float32Array,
  labels: Uint16Array,
  isNormal: Uint8Array,
  names: readonly string[],
): Record<string, number | null> {
  const found = scoresByClass(scores, labels, isNormal, null).filter((one) => !one.isNormal);
  return Object.fromEntries(found.map(({ label, auroc }) => [names[label] ?? String(label), auroc]));
}

/** A thousand sketches of the test set of Quick, Draw! */
async function sketches(): Promise<Float32Array> {
  const { samples } = await analysis.testSamples('quickdraw', 1000, [28, 28, 1]);
  if (samples === null) throw new Error('no sketches');
  return samples;
}

async function scoresOf(kind: ScoreKind, judged: Judged, known: Float32Array | null, width: number) {
  if ('scores' in judged) return judged.scores;
  if (known === null || !isCodeScore(kind)) throw new Error('no codes');
  return analysis.codeDistances({ known, asked: judged.codes, width, by: kind }, quiet);
}

function pixelsAt(samples: Samples, indices: Uint32Array): Float32Array {
  const size = sampleSize(samples.shape);
  const scale = valueScale(samples);
  const pixels = new Float32Array(indices.length * size);
  indices.forEach((index, row) => {
    for (let i = 0; i < size; i++) pixels[row * size + i] = (samples.values[index * size + i] ?? 0) * scale;
  });
  return pixels;
}

/** Of the test samples, to the training samples of a digit. */
const nearestTo = new Map<string, Float32Array>();

/** The nearest sample of several digits is the nearest of those that are nearest in each: each digit is searched once. */
async function nearestOf(dataset: DatasetId, classes: readonly number[]): Promise<Float32Array> {
  const { test } = await load(dataset);
  const least = new Float32Array(test.count).fill(Infinity);
  for (const digit of classes) {
    const of = trainedOn({ dataset, classes: [digit], validationShare: 0, seed: 0 });
    const found = nearestTo.get(`${dataset} ${digit}`) ?? (await analysis.nearestScores(of, null, quiet));
    if (found === null) throw new Error('cancelled');
    nearestTo.set(`${dataset} ${digit}`, found);
    found.forEach((distance, sample) => (least[sample] = Math.min(least[sample] ?? 0, distance)));
  }
  return least;
}

/** AUROC on the test set of what is fitted to all training samples of these classes. */
async function anomalyBaselines(classes: number[], codeSizes: number[], dataset: DatasetId = 'mnist') {
  await opened;
  const { test } = await load(dataset);
  const of = trainedOn({ dataset, classes, validationShare: 0, seed: 0 });
  const isNormal = Uint8Array.from(test.labels, (label) => Number(classes.includes(label)));
  const linear = await analysis.linearScores(of, codeSizes, null, quiet);
  const nearest = await nearestOf(dataset, classes);
  const each = (scores: Float32Array | undefined) =>
    classAurocs(scores ?? new Float32Array(0), test.labels, isNormal, test.classNames);
  return {
    byClass: {
      meanImage: each(linear.meanImage),
      nearest: each(nearest),
      ...Object.fromEntries(codeSizes.map((size, at) => [`pca${size}`, each(linear.pca[at])])),
    },
    meanImage: aurocOf(linear.meanImage, isNormal),
    pca: Object.fromEntries(codeSizes.map((size, at) => [size, aurocOf(linear.pca[at] ?? [], isNormal)])),
    nearest: aurocOf(nearest, isNormal),
  };
}

Object.assign(window, { anomalyRun, anomalyBaselines });

declare global {
  interface Window {
    anomalyRun: typeof anomalyRun;
    anomalyBaselines: typeof anomalyBaselines;
  }
}
