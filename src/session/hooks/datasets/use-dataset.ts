// The data set of the main run, for components.
import { shownDataset } from '../../../catalog/datasets/shown';
import { dataKind, type DatasetInfo } from '../../../core/samples/dataset-info';
import type { DataKind } from '../../../core/samples/sample-kind';
import {
  sampleText,
  sampleWords,
  type SampleText,
  type SampleWords,
} from '../../../core/samples/words/sample-words';
import { useRun } from '../use-run';

/** In the words of the page (files need those of `run.facts`). Undefined before the first network is built. */
export function useDataset(): DatasetInfo | undefined {
  return useRun(({ facts }) => facts && shownDataset(facts.dataset)) ?? undefined;
}

/** What its data are: images before the first network is built. */
export function useDataKind(): DataKind {
  const info = useDataset();
  return info ? dataKind(info) : 'image';
}

/** What its samples are called. */
export function useSampleWords(): SampleWords {
  return sampleWords(useDataset()?.kind);
}

/** Puts a text that names samples into the words of the data set. */
export function useSampleText(): (text: SampleText) => string {
  const kind = useDataset()?.kind;
  return (text) => sampleText(text, kind);
}
