// The page's way to the analysis worker, which is started when it is first asked and anew when it has died.
import { proxy, wrap } from 'comlink';
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

type OnProgress = (progress: AnalysisProgress) => void;

/** The analysis as seen from the page. A promise that rejects says why in words. */
export interface AnalysisCalls {
  pca(dataset: DatasetId, onProgress: OnProgress): Promise<PcaModel>;
  nearestTraining(dataset: DatasetId, images: Float32Array, count: number): Promise<NearestImages>;
  /** Null when it was cancelled. */
  umap(request: UmapRequest, onProgress: OnProgress): Promise<Float32Array | null>;
  /** Null when it was cancelled. */
  quality(request: QualityRequest, onProgress: OnProgress): Promise<CodeQuality | null>;
  cancel(work: Parameters<AnalysisApi['cancel']>[0]): void;
}

interface Started {
  api: ReturnType<typeof wrap<AnalysisApi>>;
  /** Rejects when the worker dies. */
  death: Promise<never>;
}

/** The real one. No worker is started before the first question. */
export function createAnalysis(): AnalysisCalls {
  let started: Started | null = null;

  function start(): Started {
    const worker = new Worker(new URL('../analysis/analysis-worker.ts', import.meta.url), {
      type: 'module',
      name: 'analysis',
    });
    const api = wrap<AnalysisApi>(worker);
    const death = new Promise<never>((_, reject) => {
      worker.onerror = (event) => {
        event.preventDefault();
        worker.terminate();
        started = null;
        reject(new Error(event.message || 'The analysis worker could not be loaded.'));
      };
    });
    death.catch(() => undefined);
    void api.open(new URL(import.meta.env.BASE_URL, location.href).href);
    return { api, death };
  }

  function ask<T>(question: (api: Started['api']) => Promise<T>): Promise<T> {
    started ??= start();
    return Promise.race([question(started.api), started.death]);
  }

  return {
    pca: (dataset, onProgress) => ask((api) => api.pca(dataset, proxy(onProgress))),
    nearestTraining: (dataset, images, count) => ask((api) => api.nearestTraining(dataset, images, count)),
    umap: (request, onProgress) => ask((api) => api.umap(request, proxy(onProgress))),
    quality: (request, onProgress) => ask((api) => api.quality(request, proxy(onProgress))),
    cancel(work) {
      // What has not been started has nothing to cancel.
      if (started) void started.api.cancel(work);
    },
  };
}
