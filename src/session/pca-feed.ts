// Keeps `pcaStore` at the data set in use: PCA is asked for once the data has arrived, and its answer kept until another
// data set is chosen.
import type { DatasetId } from '../core/experiment';
import type { AnalysisCalls } from './analysis-client';
import { noPca, pcaStore } from './pca-store';

export interface PcaFeed {
  /** The data set in use, and whether all of it has arrived: before that the worker would only fetch it a second time. */
  readonly follow: (dataset: DatasetId, hasArrived: boolean) => void;
  /** Asks again after a failure. */
  readonly retry: () => void;
}

/** @param analysis null where there is none, as in tests: then there is no PCA */
export function createPcaFeed(analysis: () => Pick<AnalysisCalls, 'pca'> | null): PcaFeed {
  async function ask(dataset: DatasetId): Promise<void> {
    const calls = analysis();
    if (calls === null) return;
    const isCurrent = () => pcaStore.getState().dataset === dataset;
    pcaStore.setState({ progress: { message: 'Starting', share: 0 }, failure: null });
    try {
      const model = await calls.pca(dataset, (progress) => {
        // Progress may come after the answer, and after another data set was chosen.
        if (isCurrent() && pcaStore.getState().model === null) pcaStore.setState({ progress });
      });
      if (isCurrent()) pcaStore.setState({ model, progress: null });
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      if (isCurrent()) pcaStore.setState({ progress: null, failure });
    }
  }

  return {
    follow(dataset, hasArrived) {
      if (pcaStore.getState().dataset !== dataset) pcaStore.setState({ ...noPca, dataset }, true);
      const { model, progress, failure } = pcaStore.getState();
      if (hasArrived && model === null && progress === null && failure === null) void ask(dataset);
    },
    retry() {
      const { dataset, failure } = pcaStore.getState();
      if (dataset !== null && failure !== null) void ask(dataset);
    },
  };
}
