// The worker's side of the conversation of core/analysis-api.ts. Long work pauses between its pieces, so that questions are
// answered meanwhile; what is cancelled, or asked for again, ends at its next pause.
import type {
  AnalysisApi,
  AnalysisProgress,
  CodeQuality,
  NearestImages,
  PcaModel,
  QualityRequest,
  UmapRequest,
} from '../core/analysis-api';
import type { DatasetId } from '../core/experiment';
import { codeQuality } from './code-quality';
import { DataSets } from './data-sets';
import { nearestTraining } from './nearest-training';
import { principalComponents } from './pca';
import { keepPca, keptPca } from './pca-cache';
import { umapPoints } from './umap';

type OnProgress = (progress: AnalysisProgress) => void;
type Cancellable = Parameters<AnalysisApi['cancel']>[0];

/** One per worker. */
export class Analysis implements AnalysisApi {
  #dataSets: DataSets | null = null;
  readonly #models = new Map<DatasetId, Promise<PcaModel>>();
  /** Goes up with every order and every cancelling: work of an older number ends. */
  readonly #orders: Record<Cancellable, number> = { umap: 0, quality: 0 };

  open(baseUrl: string): void {
    this.#dataSets = new DataSets(baseUrl);
  }

  pca(dataset: DatasetId, onProgress: OnProgress): Promise<PcaModel> {
    const known = this.#models.get(dataset);
    if (known) return known;
    const model = this.#computePca(dataset, onProgress);
    this.#models.set(dataset, model);
    model.catch(() => this.#models.delete(dataset));
    return model;
  }

  async nearestTraining(dataset: DatasetId, images: Float32Array, count: number): Promise<NearestImages> {
    const { train } = await this.#data().whole(dataset);
    return nearestTraining(train, images, count);
  }

  umap(request: UmapRequest, onProgress: OnProgress): Promise<Float32Array | null> {
    return umapPoints(request, onProgress, this.#order('umap'));
  }

  async quality(request: QualityRequest, onProgress: OnProgress): Promise<CodeQuality | null> {
    const isCancelled = this.#order('quality');
    onProgress({ message: 'Reading the data set', share: 0 });
    const { train, test } = await this.#data().whole(request.dataset);
    const pca = await this.pca(request.dataset, ({ message }) => onProgress({ message, share: 0 }));
    return codeQuality(request, { train, test, pca }, onProgress, isCancelled);
  }

  cancel(work: Cancellable): void {
    this.#orders[work]++;
  }

  /** Whether the order that is given now has been cancelled, or another given, since. */
  #order(work: Cancellable): () => boolean {
    const order = ++this.#orders[work];
    return () => this.#orders[work] !== order;
  }

  async #computePca(dataset: DatasetId, onProgress: OnProgress): Promise<PcaModel> {
    const kept = await keptPca(await this.#data().manifest(dataset));
    if (kept) return kept;
    onProgress({ message: 'Waiting for the data set', share: 0 });
    const { manifest, train, test } = await this.#data().whole(dataset);
    const model = await principalComponents(dataset, { train, test }, onProgress);
    await keepPca(manifest, model);
    return model;
  }

  #data(): DataSets {
    if (!this.#dataSets) throw new Error('The analysis was asked before it was opened.');
    return this.#dataSets;
  }
}
