// What is fitted to the samples of an experiment, kept for the next question about the same samples.
import type { AnalysisProgress, PcaModel } from '../core/analysis-api';
import { allOf, samplesKey, trainedOn, type TrainedOn } from '../core/experiment/trained-on';
import type { DatasetId } from '../core/experiment/dataset-id';
import { keepLatest } from '../core/plain/keep-latest';
import type { SampleShape } from '../core/samples/samples';
import { isSameShape } from '../data/drawing/tiles/other-shape';
import { pickedSamples } from '../data/subset';
import type { DataSets } from './data-sets';
import { bytesInShape } from './limits/foreign-samples';
import { fitRivals, type Rivals } from './inpainting/rivals';
import { principalComponents } from './pca/pca';
import { storePca, readPca } from './pca/pca-cache';

type OnProgress = (progress: AnalysisProgress) => void;

/** A model of PCA takes 2.5 MB for images of 28 x 28. */
const keptModels = 4;

export class FittedModels {
  readonly #data: DataSets;
  /** The latest models, by what they are fitted to, oldest first. */
  readonly #pca = new Map<string, Promise<PcaModel>>();
  /** Fitted to the latest samples asked about: five megabytes. */
  readonly #rivals = new Map<string, Promise<Rivals>>();

  constructor(data: DataSets) {
    this.#data = data;
  }

  pca(of: TrainedOn, onProgress: OnProgress): Promise<PcaModel> {
    return kept(this.#pca, samplesKey(of), keptModels, () => this.#computePca(trainedOn(of), onProgress));
  }

  /** Fitted to all samples of a set, brought into another shape. */
  async pcaInShape(of: DatasetId, shape: SampleShape, onProgress: OnProgress): Promise<PcaModel> {
    const whole = allOf(of);
    const manifest = await this.#data.manifest(of);
    if (isSameShape(manifest.sampleShape, shape)) return this.pca(whole, onProgress);
    const key = `${samplesKey(whole)} as ${shape.join(' x ')}`;
    return kept(this.#pca, key, keptModels, () => this.#fitInShape(whole, shape, onProgress));
  }

  rivals(of: TrainedOn, onProgress: OnProgress): Promise<Rivals> {
    return kept(this.#rivals, samplesKey(of), 1, async () => {
      const pca = await this.pca(of, onProgress);
      const { train } = await this.#data.whole(of.dataset);
      return fitRivals({ train, picked: pickedSamples(train, of) }, pca);
    });
  }

  async #computePca(of: TrainedOn, onProgress: OnProgress): Promise<PcaModel> {
    const stored = await readPca(await this.#data.manifest(of.dataset), of);
    if (stored) return stored;
    onProgress({ message: { code: 'analysis.waiting-for-data' }, share: 0 });
    const { manifest, train, test } = await this.#data.whole(of.dataset);
    const picked = pickedSamples(train, of);
    const model = await principalComponents(of, { train, picked, test }, onProgress);
    await storePca(manifest, model);
    return model;
  }

  async #fitInShape(of: TrainedOn, shape: SampleShape, onProgress: OnProgress): Promise<PcaModel> {
    onProgress({ message: { code: 'analysis.reading-data' }, share: 0 });
    const { train, test } = await this.#data.whole(of.dataset);
    const [trainInShape, testInShape] = [await bytesInShape(train, shape), await bytesInShape(test, shape)];
    return principalComponents(of, { train: trainInShape, test: testInShape }, onProgress);
  }
}

/** Fits once for a key, and again after it has failed. */
function kept<T>(
  models: Map<string, Promise<T>>,
  key: string,
  most: number,
  fit: () => Promise<T>,
): Promise<T> {
  const known = models.get(key);
  if (known) return known;
  const model = fit();
  keepLatest(models, key, model, most);
  model.catch(() => models.delete(key));
  return model;
}
