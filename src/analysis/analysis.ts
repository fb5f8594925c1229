// The worker's side of core/analysis-api.ts. Long computations pause between pieces so that other questions are answered
// meanwhile; one that is cancelled or requested again stops at its next pause.
import type {
  AnalysisApi,
  AnalysisOptions,
  AnalysisProgress,
  CodeQuality,
  NearestImages,
  NoisyAsker,
  NoisyInputs,
  NoisyReference,
  PcaModel,
  QualityRequest,
  UmapLayout,
  UmapRequest,
} from '../core/analysis-api';
import type { ForeignQuestion, ForeignSamples, LimitsApi } from '../core/limits/limits-api';
import { samplesKey, type TrainedOn } from '../core/experiment/trained-on';
import type { DatasetId, OwnDatasetId } from '../core/experiment/dataset-id';
import type { FillingApi } from '../core/inpainting/filling-api';
import type { HoleQuestion, RivalErrors, RivalFillings, TestHoles } from '../core/inpainting/inpainting-api';
import type { TwoSampleApi, TwoSampleQuestion } from '../core/latent/two-sample/two-sample-api';
import type { AskPage, OwnDataset } from '../core/samples/own-dataset';
import { Sources } from '../data/sources/sources';
import type { SampleShape } from '../core/samples/samples';
import { pickedSamples } from '../data/subset';
import { keepLatest } from '../core/plain/keep-latest';
import { isSameShape } from '../data/drawing/tiles/other-shape';
import { holdLifeLock } from '../core/browser/life-lock';
import type {
  AnomalyAnalysisApi,
  LinearScores,
  CodeDistancesRequest,
} from '../core/anomaly/anomaly-analysis-api';
import {
  linearScoresOf,
  codeDistancesOf,
  nearestScoresOf,
  spreadSamples,
} from './anomalies/anomaly-analysis';
import { codeQuality } from './quality/code-quality';
import type { CleanedByRivals, CleaningApi, CleaningQuestion } from '../core/sound/cleaning-api';
import { windowLength } from '../core/sound/overlap-windows';
import { DataSets } from './data-sets';
import { FittedModels } from './fitted-models';
import { foreignSamples } from './limits/foreign-samples';
import { fillHole, rivalErrors } from './inpainting/rivals';
import { noisyReference } from './linear-denoiser/noisy-reference';
import { nearestTraining } from './neighbours/nearest-training';
import { cleanedByRivals } from './sound/sound-rivals';
import type { WindowModel } from './sound/window-methods';
import { evenly, twoSample } from './two-sample/two-sample';
import { umapLayout } from './umap/umap';

type OnProgress = (progress: AnalysisProgress) => void;
type Cancellable = Parameters<AnalysisApi['cancel']>[0];

/** An answer about noise takes 5 MB for images of 28 x 28. */
const keptAnswers = 4;

/** One per worker. */
export class Analysis
  implements AnalysisApi, AnomalyAnalysisApi, CleaningApi, FillingApi, LimitsApi, TwoSampleApi
{
  #sources: Sources | null = null;
  #dataSets: DataSets | null = null;
  #models: FittedModels | null = null;
  /** The latest answers about noise, by what was asked, oldest first: several askers ask about the same noise. */
  readonly #references = new Map<string, NoisyReference>();
  /** Counts requests and cancellations; a computation with an older number stops. */
  readonly #requests: Record<Cancellable, number> = {
    umap: 0,
    quality: 0,
    'anomaly-nearest': 0,
    'anomaly-nearest-of-given': 0,
    holes: 0,
    sound: 0,
    'noise-of-run': 0,
    'noise-of-comparison': 0,
    'noise-of-sweeps': 0,
  };

  async open({ baseUrl, lifeLock }: AnalysisOptions, askPage?: AskPage): Promise<void> {
    this.#sources = new Sources(baseUrl, askPage);
    this.#dataSets = new DataSets(this.#sources);
    this.#models = new FittedModels(this.#dataSets);
    await holdLifeLock(lifeLock);
  }

  lend(id: OwnDatasetId, dataset: OwnDataset): void {
    this.#sources?.lend(id, dataset);
  }

  pca(of: TrainedOn, onProgress: OnProgress): Promise<PcaModel> {
    return this.#fitted().pca(of, onProgress);
  }

  async noisyReference(
    inputs: NoisyInputs,
    asker: NoisyAsker,
    onProgress: OnProgress,
  ): Promise<NoisyReference | null> {
    const isCancelled = this.#startRequest(asker);
    const { noise, noiseLevel, seed } = inputs;
    const key = JSON.stringify([samplesKey(inputs), noise, noiseLevel, seed]);
    const known = this.#references.get(key);
    if (known) return known;
    const pca = await this.pca(inputs, onProgress);
    if (isCancelled()) return null;
    onProgress({ message: { code: 'analysis.reading-data' }, share: 0 });
    const { train, test } = await this.#data().whole(inputs.dataset);
    if (isCancelled()) return null;
    const picked = pickedSamples(train, inputs);
    const reference = await noisyReference(inputs, { train, picked, test, pca }, onProgress, isCancelled);
    if (reference) keepLatest(this.#references, key, reference, keptAnswers);
    return reference;
  }

  async nearestTraining(of: TrainedOn, images: Float32Array, count: number): Promise<NearestImages> {
    const { train } = await this.#data().whole(of.dataset);
    return nearestTraining({ train, picked: pickedSamples(train, of) }, images, count);
  }

  umap(request: UmapRequest, onProgress: OnProgress): Promise<UmapLayout | null> {
    return umapLayout(request, onProgress, this.#startRequest('umap'));
  }

  async quality(request: QualityRequest, onProgress: OnProgress): Promise<CodeQuality | null> {
    const isCancelled = this.#startRequest('quality');
    onProgress({ message: { code: 'analysis.reading-data' }, share: 0 });
    const { train, test } = await this.#data().whole(request.trainedOn.dataset);
    const pca = await this.pca(request.trainedOn, ({ message }) => onProgress({ message, share: 0 }));
    const picked = pickedSamples(train, request.trainedOn);
    return codeQuality(request, { train, picked, test, pca }, onProgress, isCancelled);
  }

  pcaInShape(of: DatasetId, shape: SampleShape, onProgress: OnProgress): Promise<PcaModel> {
    return this.#fitted().pcaInShape(of, shape, onProgress);
  }

  async foreignSamples(question: ForeignQuestion): Promise<ForeignSamples> {
    const pca = await this.pca(question.fittedTo, () => undefined);
    return foreignSamples(question, await this.#data().whole(question.tested), pca);
  }

  async linearScores(...question: Parameters<AnomalyAnalysisApi['linearScores']>): Promise<LinearScores> {
    const [of, codeSizes, given, onProgress] = question;
    const pca = await this.pca(of, onProgress);
    const { test } = await this.#data().whole(of.dataset);
    return linearScoresOf(pca, { test, given }, codeSizes, onProgress);
  }

  async nearestScores(
    of: TrainedOn,
    given: Float32Array | null,
    onProgress: OnProgress,
  ): Promise<Float32Array | null> {
    const isCancelled = this.#startRequest(given === null ? 'anomaly-nearest' : 'anomaly-nearest-of-given');
    const { train, test } = await this.#data().whole(of.dataset);
    return nearestScoresOf({ train, picked: pickedSamples(train, of), test, given }, onProgress, isCancelled);
  }

  codeDistances(request: CodeDistancesRequest, onProgress: OnProgress): Promise<Float32Array> {
    return codeDistancesOf(request, onProgress);
  }

  async testSamples(dataset: DatasetId, count: number, shape: SampleShape) {
    const manifest = await this.#data().manifest(dataset);
    const { sampleShape } = manifest;
    if (sampleShape.join() !== shape.join()) return { samples: null, shape: sampleShape };
    const { test } = await this.#data().whole(dataset);
    return { samples: spreadSamples(test, count), shape: sampleShape };
  }

  async twoSample(question: TwoSampleQuestion) {
    const pca = await this.pca(question.of, () => undefined);
    const { train, test } = await this.#data().whole(question.of.dataset);
    return twoSample(question, { train, picked: pickedSamples(train, question.of), test, pca });
  }

  async trainingSamples(of: TrainedOn, count: number): Promise<Float32Array> {
    const { train } = await this.#data().whole(of.dataset);
    return evenly(train, pickedSamples(train, of), count);
  }

  async fillHole(
    { trainedOn: of, sample, mask }: HoleQuestion,
    onProgress: OnProgress,
  ): Promise<RivalFillings> {
    return fillHole(await this.#fitted().rivals(of, onProgress), sample, mask);
  }

  async holeErrors(of: TrainedOn, holes: TestHoles, onProgress: OnProgress): Promise<RivalErrors | null> {
    const isCancelled = this.#startRequest('holes');
    const rivals = await this.#fitted().rivals(of, ({ message }) => onProgress({ message, share: 0 }));
    const { test } = await this.#data().whole(of.dataset);
    return isCancelled() ? null : rivalErrors(rivals, test, holes, onProgress, isCancelled);
  }

  async cleanSound(
    { windows, ...question }: CleaningQuestion,
    onProgress: OnProgress,
  ): Promise<CleanedByRivals | null> {
    const isCancelled = this.#startRequest('sound');
    const model = windows && (await this.#windowModel(windows, onProgress));
    return isCancelled() ? null : cleanedByRivals(question, model, onProgress, isCancelled);
  }

  cancel(work: Cancellable): void {
    this.#requests[work]++;
  }

  /** Numbers a new request. The result tells whether it has since been cancelled or superseded. */
  #startRequest(work: Cancellable): () => boolean {
    const request = ++this.#requests[work];
    return () => this.#requests[work] !== request;
  }

  /** Null where the samples are no raw windows of the length that recordings are cut into. */
  async #windowModel(of: TrainedOn, onProgress: OnProgress): Promise<WindowModel | null> {
    const { sampleShape, valueRange } = await this.#data().manifest(of.dataset);
    if (!isSameShape(sampleShape, [windowLength, 1])) return null;
    return { pca: await this.pca(of, onProgress), valueRange };
  }

  #fitted(): FittedModels {
    if (!this.#models) throw new Error('The analysis was asked before it was opened.');
    return this.#models;
  }

  #data(): DataSets {
    if (!this.#dataSets) throw new Error('The analysis was asked before it was opened.');
    return this.#dataSets;
  }
}
