// The main run as it is kept over a reload: its record at its latest checkpoint, and whether it was training. What comes back may be
// of another version of the page, since a new deployment is a reason to reload, so nothing of it is taken on trust.
import { isObject } from '../../core/plain/is-object';
import { networkPlan } from '../../catalog/architectures/registry';
import { widthOf } from '../../catalog/architectures/plan';
import { experimentSchema } from '../../catalog/experiment-schema';
import { changeBetween } from '../../core/experiment/change';
import type { Experiment } from '../../core/experiment/experiment';
import type { Checkpoint } from '../../core/run/checkpoint';
import type { MetricSeries } from '../../core/run/metric-series';
import { newRun, recordOf, resumeRun, type Run, type RunRecord } from '../runs/run';

/** Raise it when `RunRecord` changes in a way that `parseKeptRun` does not notice. */
const keptVersion = 2;

export interface KeptRun {
  readonly version: typeof keptVersion;
  readonly record: RunRecord;
  readonly wantsTraining: boolean;
}

/** Null for a run that has not trained yet: its experiment, in the address, is all there is of it. */
export function keptRunOf(run: Run): KeptRun | null {
  if (run.checkpoint === null || run.checkpoint.step === 0) return null;
  const resumed = resumeRun(run, run.experiment);
  return { version: keptVersion, record: recordOf(resumed), wantsTraining: run.wantsTraining };
}

/**
 * The run to go on with, for the experiment that is in the address after the reload; null where that needs another network. An
 * experiment that differs in what a run can take on (a learning rate, a wider code) is taken on when the engine has the run.
 */
export function resumeKeptRun({ record, wantsTraining }: KeptRun, experiment: Experiment): Run | null {
  if (changeBetween(record.experiment, experiment) === 'rebuild') return null;
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
  return kept as unknown as KeptRun;
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

function isSeries(kept: unknown): kept is MetricSeries {
  return (
    isObject(kept) && Array.isArray(kept['steps']) && Array.isArray(kept['means']) && isObject(kept['open'])
  );
}
