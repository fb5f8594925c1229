// The newest measurement of a run that trains: of a fixed part of the test set (docs/decisions/0033).
import type { Evaluation } from '../../core/engine-api/looking';
import { runStatus, type Run } from './run';

/**
 * What is shown as the running number: the latest measurement on the subset of the test set, while the run trains or where that
 * on the whole test set is older. Null where there is none, where what it measured has changed since, and where the subset is the
 * whole test set.
 */
export function runningTest(
  run: Pick<Run, 'testSubset' | 'testAll' | 'stage' | 'wantsTraining' | 'waiting'>,
): Evaluation | null {
  const { testSubset, testAll } = run;
  if (testSubset === null || testSubset.outdated || testSubset.evaluation.scope !== 'subset') return null;
  const { evaluation } = testSubset;
  const isNewer = testAll === null || testAll.outdated || evaluation.step > testAll.evaluation.step;
  return isNewer || runStatus(run) === 'training' ? evaluation : null;
}
