// The page's link to the analysis worker. The worker starts with the first question, and again after it has died.
import { proxy, type Remote } from 'comlink';
import type {
  AnalysisApi,
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
} from '../../core/analysis-api';
import type { AnomalyAnalysisApi, LinearScores } from '../../core/anomaly/anomaly-analysis-api';
import { isOwn, type DatasetId } from '../../core/experiment/dataset-id';
import type { ForeignQuestion, ForeignSamples, LimitsApi } from '../../core/limits/limits-api';
import type { TrainedOn } from '../../core/experiment/trained-on';
import { CodedError } from '../../core/failure';
import type { SampleShape } from '../../core/samples/samples';
import type { FillingApi } from '../../core/inpainting/filling-api';
import type {
  HoleQuestion,
  RivalErrors,
  RivalFillings,
  TestHoles,
} from '../../core/inpainting/inpainting-api';
import type {
  TwoSampleAnswer,
  TwoSampleApi,
  TwoSampleQuestion,
} from '../../core/latent/two-sample/two-sample-api';
import type { OwnDataset } from '../../core/samples/own-dataset';
import type { CleanedByRivals, CleaningApi, CleaningQuestion } from '../../core/sound/cleaning-api';
import { makeOnPage } from '../datasets/page-made';
import { createUnanswered } from '../tasks/unanswered';
import { linkWorker, type WorkerLink } from '../workers/worker-link';

type WorkerApi = AnalysisApi & AnomalyAnalysisApi & CleaningApi & FillingApi & LimitsApi & TwoSampleApi;
type OnProgress = (progress: AnalysisProgress) => void;

/** The analysis as seen from the page. A promise rejects with an error whose cause `failureOf` tells. */
export interface AnalysisCalls {
  pca(of: TrainedOn, onProgress: OnProgress): Promise<PcaModel>;
  /** Null when it was cancelled, or overtaken by a later question of the same asker. */
  noisyReference(
    inputs: NoisyInputs,
    asker: NoisyAsker,
    onProgress: OnProgress,
  ): Promise<NoisyReference | null>;
  nearestTraining(of: TrainedOn, images: Float32Array, count: number): Promise<NearestImages>;
  /** Null when it was cancelled. */
  umap(request: UmapRequest, onProgress: OnProgress): Promise<UmapLayout | null>;
  /** Null when it was cancelled. */
  quality(request: QualityRequest, onProgress: OnProgress): Promise<CodeQuality | null>;
  linearScores(...given: Parameters<AnomalyAnalysisApi['linearScores']>): Promise<LinearScores>;
  /** Null when it was cancelled or overtaken. */
  nearestScores(...given: Parameters<AnomalyAnalysisApi['nearestScores']>): Promise<Float32Array | null>;
  codeDistances(...given: Parameters<AnomalyAnalysisApi['codeDistances']>): Promise<Float32Array>;
  testSamples(
    ...given: Parameters<AnomalyAnalysisApi['testSamples']>
  ): ReturnType<AnomalyAnalysisApi['testSamples']>;
  fillHole(question: HoleQuestion, onProgress: OnProgress): Promise<RivalFillings>;
  /** Null when it was cancelled. */
  holeErrors(of: TrainedOn, holes: TestHoles, onProgress: OnProgress): Promise<RivalErrors | null>;
  /** Null when it was cancelled or overtaken. */
  cleanSound(question: CleaningQuestion, onProgress: OnProgress): Promise<CleanedByRivals | null>;
  cancel(work: Parameters<AnalysisApi['cancel']>[0]): void;
  twoSample(question: TwoSampleQuestion): Promise<TwoSampleAnswer>;
  trainingSamples(of: TrainedOn, count: number): Promise<Float32Array>;
  pcaInShape(of: DatasetId, shape: SampleShape, onProgress: OnProgress): Promise<PcaModel>;
  foreignSamples(question: ForeignQuestion): Promise<ForeignSamples>;
}

/**
 * The real one. No worker is started before the first question.
 * @param lent what the worker cannot be sure to find in the browser's storage
 */
export function openAnalysis(lent: (id: DatasetId) => OwnDataset | null): AnalysisCalls {
  let link: WorkerLink<WorkerApi> | null = null;
  const unanswered = createUnanswered();

  function start(): WorkerLink<WorkerApi> {
    const worker = new Worker(new URL('../../analysis/analysis-worker.ts', import.meta.url), {
      type: 'module',
      name: 'analysis',
    });
    const started = linkWorker<WorkerApi>(worker, (why) => {
      link = null;
      unanswered.giveUp(new CodedError(why));
    });
    const baseUrl = new URL(import.meta.env.BASE_URL, location.href).href;
    const options = { baseUrl, lifeLock: started.lifeLock };
    started.watchStart(started.api.open(options, proxy(makeOnPage)));
    return started;
  }

  /** @param about the data set that the worker will need for it */
  function ask<T>(about: DatasetId | null, question: (api: Remote<WorkerApi>) => Promise<T>): Promise<T> {
    link ??= start();
    if (about) lend(link, about);
    return unanswered.add(question(link.api));
  }

  function lend({ api }: WorkerLink<WorkerApi>, id: DatasetId): void {
    const dataset = lent(id);
    if (dataset && isOwn(id)) api.lend(id, dataset).catch(() => undefined);
  }

  return {
    pca: (of, onProgress) => ask(of.dataset, (api) => api.pca(of, proxy(onProgress))),
    noisyReference: (inputs, asker, onProgress) =>
      ask(inputs.dataset, (api) => api.noisyReference(inputs, asker, proxy(onProgress))),
    nearestTraining: (of, images, count) => ask(of.dataset, (api) => api.nearestTraining(of, images, count)),
    umap: (request, onProgress) => ask(null, (api) => api.umap(request, proxy(onProgress))),
    quality: (request, onProgress) =>
      ask(request.trainedOn.dataset, (api) => api.quality(request, proxy(onProgress))),
    pcaInShape: (of, shape, onProgress) => ask(of, (api) => api.pcaInShape(of, shape, proxy(onProgress))),
    foreignSamples: (question) =>
      ask(question.tested, (api) => {
        if (link) lend(link, question.fittedTo.dataset);
        return api.foreignSamples(question);
      }),
    twoSample: (question) => ask(question.of.dataset, (api) => api.twoSample(question)),
    trainingSamples: (of, count) => ask(of.dataset, (api) => api.trainingSamples(of, count)),
    linearScores: (of, codeSizes, given, onProgress) =>
      ask(of.dataset, (api) => api.linearScores(of, codeSizes, given, proxy(onProgress))),
    nearestScores: (of, given, onProgress) =>
      ask(of.dataset, (api) => api.nearestScores(of, given, proxy(onProgress))),
    codeDistances: (request, onProgress) => ask(null, (api) => api.codeDistances(request, proxy(onProgress))),
    testSamples: (dataset, count, shape) => ask(dataset, (api) => api.testSamples(dataset, count, shape)),
    fillHole: (question, onProgress) =>
      ask(question.trainedOn.dataset, (api) => api.fillHole(question, proxy(onProgress))),
    holeErrors: (of, holes, onProgress) =>
      ask(of.dataset, (api) => api.holeErrors(of, holes, proxy(onProgress))),
    cleanSound: (question, onProgress) =>
      ask(question.windows?.dataset ?? null, (api) => api.cleanSound(question, proxy(onProgress))),
    cancel(work) {
      // What has not been started has nothing to cancel.
      link?.api.cancel(work).catch(() => undefined);
    },
  };
}
