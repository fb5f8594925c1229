// The experiment that an address names, as the page reads it. Loaded by Vite (`trained-experiment.ts`): Playwright knows nothing of the
// macros that the page's words are written with.
import { experimentSchema } from '../src/catalog/experiment-schema';
import type { Experiment } from '../src/core/experiment/experiment';
import { fromSearch } from '../src/core/experiment/url/experiment-url';

export function experimentInAddress(search: string): Experiment {
  return fromSearch(search, experimentSchema).experiment;
}
