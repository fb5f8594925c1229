// What the page asks the analysis worker about holes (the rest of that conversation: core/analysis-api.ts).
import type { AnalysisProgress } from '../analysis-api';
import type { TrainedOn } from '../experiment/trained-on';
import type { HoleQuestion, RivalErrors, RivalFillings, TestHoles } from './inpainting-api';

/** The worker's side (called through comlink). */
export interface FillingApi {
  /** What the rivals of a network fill a hole with. The first question about a data set fits them, which takes seconds. */
  fillHole(question: HoleQuestion, onProgress: (progress: AnalysisProgress) => void): Promise<RivalFillings>;
  /** Their errors inside holes over the test set; null when cancelled (`cancel('holes')`). */
  holeErrors(
    of: TrainedOn,
    holes: TestHoles,
    onProgress: (progress: AnalysisProgress) => void,
  ): Promise<RivalErrors | null>;
}
