// A run as the browser keeps it: its record at its latest checkpoint, what the list shows of it, and whether it was training. What
// comes back may be of another version of the page, so nothing of it is taken on trust.
import { isObject } from '../../core/plain/is-object';
import { networkPlan } from '../../catalog/architectures/registry';
import { widthOf } from '../../catalog/architectures/plan';
import { experimentSchema } from '../../catalog/experiment-schema';
import { changeBetween } from '../../core/experiment/change';
import type { Experiment } from '../../core/experiment/experiment';
import type { BackendName } from '../../core/backend-measurement';
import type { BackendReport } from '../../core/engine-api/backend';
import type { Checkpoint } from '../../core/run/checkpoint';
import type { MetricSeries } from '../../core/run/metric-series';
import type { RunClock } from '../../core/run/run-clock';
import { sampleSize } from '../../core/samples/samples';
import { newRun, recordOf, resumeRun, type Run, type RunRecord } from '../runs/run';

/** Vite puts it in; the tests outside of it have none. */
export const appVersion = String(import.meta.env['APP_VERSION'] ?? 'unknown');

/** Raise it when `RunRecord` changes in a way that `parseKeptRun` does not notice. */
export const keptVersion = 3;

export interface KeptRun {
  readonly version: typeof keptVersion;
  readonly record: RunRecord;
  /** Whether it trains on by itself when the page is there again. */
  readonly wantsTraining: boolean;
  /** Where it was trained; null where that is not known. */
  readonly backend: BackendName | null;
  /** Absent where it was kept by a version of the page that did not note it. */
  readonly trainedWith?: TrainedWith;
  readonly thumbnail: RunThumbnail | null;
  /** Of a run that is one of several, such as an experiment repeated with other seeds; absent from all others. */
  readonly group?: RunGroup;
}

export interface RunGroup {
  readonly id: string;
  readonly name: string;
}

/** What, beside backend and seed, the losses of a run depend on. */
export interface TrainedWith {
  /** Of Hourglass; it pins that of TensorFlow.js. */
  readonly version: string;
  /** Of the backend's kernels; null where that is not known. */
  readonly threads: number | null;
}

/** Some test samples and their reconstructions, `[count, ...shape]` each. */
export interface RunThumbnail {
  readonly original: Float32Array;
  readonly reconstructed: Float32Array;
}

const thumbnails = 3;

/** Null for a run that has not trained yet: its experiment, in the address, is all there is of it. */
export function keptRunOf(run: Run, backend: BackendReport | null): KeptRun | null {
  if (run.checkpoint === null || run.checkpoint.step === 0) return null;
  return {
    version: keptVersion,
    record: recordOf(resumeRun(run, run.experiment)),
    wantsTraining: run.wantsTraining,
    backend: backend?.name ?? null,
    trainedWith: trainedWith(backend),
    thumbnail: thumbnailOf(run),
  };
}

/** What the page trains with now. */
export function trainedWith(backend: BackendReport | null): TrainedWith {
  const kernels = backend?.notes.find((note) => note.code === 'note.wasm-kernels');
  return { version: appVersion, threads: kernels?.threads ?? null };
}

function thumbnailOf({ snapshot, facts }: Run): RunThumbnail | null {
  if (snapshot === null || facts === null) return null;
  const size = thumbnails * sampleSize(facts.dataset.shape);
  const { original, reconstructed } = snapshot;
  return { original: original.slice(0, size), reconstructed: reconstructed.slice(0, size) };
}

/** Its training ended with the page that it was kept by. */
export function pausedRun(kept: KeptRun): KeptRun {
  return { ...kept, wantsTraining: false };
}

/**
 * The run to go on with, for the experiment that is in the address; null where that needs another network. After a reload, an
 * experiment that differs in what a run can take on (a learning rate, a wider code) is taken on when the engine has the run.
 * @param isByLink the page was opened by a link or by its address: another experiment than the run's begins a run of its own
 */
export function resumeKeptRun(
  { record, wantsTraining }: KeptRun,
  experiment: Experiment,
  isByLink = false,
): Run | null {
  const change = changeBetween(record.experiment, experiment);
  if (change === 'rebuild' || (isByLink && change !== 'none')) return null;
  const fresh = newRun(record.runId, experiment, null, record.startedAt);
  return resumeRun({ ...fresh, ...record, wantsTraining }, experiment);
}

/** What the browser has kept as a run, or null where it is none that this version of the page can go on with. */
export function parseKeptRun(kept: unknown): KeptRun | null {
  if (!isObject(kept) || kept['version'] !== keptVersion || typeof kept['wantsTraining'] !== 'boolean')
    return null;
  const { record } = kept;
  if (!isObject(record) || typeof record['runId'] !== 'string' || !isFacts(record['facts'])) return null;
  if (!isExperiment(record['experiment']) || !isCurves(record['curves']) || !Array.isArray(record['marks']))
    return null;
  const { shape } = record['facts'].dataset;
  if (!isCheckpoint(record['checkpoint'], shape) || !isBest(record['best'] ?? null, shape)) return null;
  if (!isThumbnail(kept['thumbnail'])) return null;
  const { trainedWith: noted, ...known } = kept as unknown as KeptRun;
  const clock = isClock(record['clock']) ? record['clock'] : null;
  const read = { ...known, record: { ...known.record, clock } };
  return isTrainedWith(noted) ? { ...read, trainedWith: noted } : read;
}

function isTrainedWith(kept: unknown): kept is TrainedWith {
  if (!isObject(kept)) return false;
  const { version: of, threads } = kept;
  return typeof of === 'string' && (threads === null || Number.isInteger(threads));
}

function isExperiment(kept: unknown): kept is Experiment {
  return experimentSchema.safeParse(kept).success;
}

function isFacts(kept: unknown): kept is { dataset: { shape: number[] } } {
  if (!isObject(kept) || !isObject(kept['dataset'])) return false;
  const { shape } = kept['dataset'];
  return Array.isArray(shape) && shape.every((extent) => Number.isInteger(extent));
}

/** Whether its arrays fit the network that it says it is of. */
function isCheckpoint(kept: unknown, shape: number[]): kept is Checkpoint {
  if (!isObject(kept) || !isExperiment(kept['experiment']) || typeof kept['samplesPassed'] !== 'number')
    return false;
  const { experiment, step, weights, optimizer } = kept;
  if (typeof step !== 'number' || !isObject(optimizer) || typeof optimizer['updates'] !== 'number')
    return false;
  const lengths = networkPlan(experiment, shape).layers.flatMap(({ kernelShape, outputShape, kind }) => [
    widthOf(kernelShape),
    kind === 'dense' ? widthOf(outputShape) : (outputShape.at(-1) ?? 0),
  ]);
  const fits = (arrays: unknown) =>
    Array.isArray(arrays) &&
    arrays.length === lengths.length &&
    arrays.every((array, i) => array instanceof Float32Array && array.length === lengths[i]);
  return fits(weights) && Array.isArray(optimizer['slots']) && optimizer['slots'].every(fits);
}

function isThumbnail(kept: unknown): boolean {
  if (kept === null) return true;
  return (
    isObject(kept) &&
    kept['original'] instanceof Float32Array &&
    kept['reconstructed'] instanceof Float32Array
  );
}

function isBest(kept: unknown, shape: number[]): boolean {
  return (
    kept === null ||
    (isObject(kept) && typeof kept['loss'] === 'number' && isCheckpoint(kept['checkpoint'], shape))
  );
}

function isCurves(kept: unknown): boolean {
  if (!isObject(kept) || !isObject(kept['testTerms'])) return false;
  const { train, testSubset, testAll, validation, testMse, testTerms } = kept;
  const { reconstruction, sparsity, kl } = testTerms;
  return [train, testSubset, testAll, validation, testMse, reconstruction, sparsity, kl].every(isSeries);
}

function isClock(kept: unknown): kept is RunClock {
  if (!isObject(kept) || typeof kept['spacing'] !== 'number') return false;
  const { steps, seconds, epochs } = kept;
  return (
    Array.isArray(steps) &&
    steps.length > 0 &&
    [steps, seconds, epochs].every(
      (values) => Array.isArray(values) && values.length === steps.length && values.every(Number.isFinite),
    )
  );
}

function isSeries(kept: unknown): kept is MetricSeries {
  return (
    isObject(kept) && Array.isArray(kept['steps']) && Array.isArray(kept['means']) && isObject(kept['open'])
  );
}
