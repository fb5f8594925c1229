// The data set of the main run, for components.
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import { sampleWords, type SampleWords } from '../../../core/samples/sample-words';
import { useRun } from '../use-run';

/** Undefined before the first network is built. */
export function useDataset(): DatasetInfo | undefined {
  return useRun(({ facts }) => facts?.dataset);
}

/** What its samples are called. */
export function useSampleWords(): SampleWords {
  return sampleWords(useDataset()?.kind);
}
