// Chooses the newer of a run's two measurements.
import type { Evaluation } from '../../core/engine-api/looking';
import type { Run } from '../runs/run';

/** The newest measurement; at equal steps, the whole test set wins over the subset. */
export function newestEvaluation({
  testAll,
  testSubset,
}: Pick<Run, 'testAll' | 'testSubset'>): Evaluation | null {
  if (testAll === null || testSubset === null) return (testAll ?? testSubset)?.evaluation ?? null;
  const isNewer = testSubset.evaluation.step > testAll.evaluation.step;
  return (isNewer ? testSubset : testAll).evaluation;
}
