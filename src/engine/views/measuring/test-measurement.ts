// A measurement of the test set in chunks, and the events that report it.
import { testSubsetSize, type Evaluation, type TestCodes } from '../../../core/engine-api/looking';
import type { MeanImage } from '../../dataset/baselines';
import type { OpenDataset } from '../../dataset/dataset-slot';
import type { TestSet } from '../../dataset/test-set';
import type { Network } from '../../network/network';
import { codeStatistics } from './code-statistics';
import { imagesPerChunk, measure, type Measurement } from './evaluation';
import type { CodePositions } from '../map/code-positions';
import type { Scope } from './measuring-schedule';
import type { ViewEvent } from '../view-contract';

/** One measurement under one set of weights. Holds no tensors between two chunks. */
export class TestMeasurement {
  readonly scope: Scope;
  /** The schedule's version of the weights. */
  readonly version: number;
  readonly startedMs: number;
  readonly #chunks: ReturnType<typeof measure>;
  readonly #meanImage: MeanImage;
  readonly #trainReady: () => number;

  /**
   * @param test the test set, or for the scope `validation` the held-out samples
   * @param withErrors also measures the error of each image, for the view of the codes
   */
  constructor(
    { scope, version, startedMs }: { scope: Scope; version: number; startedMs: number },
    { network, test, dataset }: { network: Network; test: TestSet; dataset: OpenDataset },
    withErrors: boolean,
  ) {
    this.scope = scope;
    this.version = version;
    this.startedMs = startedMs;
    this.#meanImage = dataset.subsetOf(network.experiment).meanImage;
    this.#trainReady = dataset.handle.trainReady;
    const { count } = test;
    const measured = scope === 'subset' ? Math.min(testSubsetSize, count) : count;
    this.#chunks = measure(network, test, measured, withErrors && scope === 'all');
  }

  /** Measures one chunk; returns the whole measurement after the last chunk, null before. */
  async measureNext(): Promise<Measurement | null> {
    this.#meanImage.absorb(this.#trainReady(), 10 * imagesPerChunk);
    const result = await this.#chunks.next();
    return result.done ? result.value : null;
  }

  /** Cancels the measurement. */
  async cancel(): Promise<void> {
    await this.#chunks.return(nothingMeasured);
  }
}

const nothingMeasured: Measurement = {
  metrics: { count: 0, loss: 0, terms: { reconstruction: 0 }, mse: 0, inputMse: 0, medianMse: null },
  codes: new Float32Array(0),
  logVars: null,
  errors: null,
};

export function evaluationOf(
  scope: Scope,
  { metrics }: Measurement,
  { step, experiment }: Network,
  dataset: OpenDataset,
): Omit<Evaluation, 'runId'> {
  const meanImageMse = dataset.subsetOf(experiment).meanImage.error();
  return { type: 'evaluation', step, scope, ...metrics, meanImageMse };
}

export function statisticsOf({ codes, logVars }: Measurement, { step, experiment }: Network): ViewEvent {
  return { type: 'code-statistics', step, ...codeStatistics(experiment, { codes, logVars }) };
}

/** The map of the measured codes, and the codes themselves if their errors were measured. */
export async function mapOf(
  { metrics, codes, errors }: Measurement,
  { step, experiment }: Network,
  test: TestSet,
  positions: CodePositions,
): Promise<{ map: ViewEvent; testCodes: Omit<TestCodes, 'runId'> | null }> {
  const { plane, ...projected } = await positions.fit(codes, experiment.codeSize);
  const labels = test.samples.labels.slice(0, metrics.count);
  const map: ViewEvent = { type: 'map', step, ...projected, labels };
  if (!errors) return { map, testCodes: null };
  const { codeSize } = experiment;
  return { map, testCodes: { type: 'codes', step, codeSize, codes, errors, labels: labels.slice(), plane } };
}
