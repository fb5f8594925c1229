// How many samples a run trains on, holds out and is tested on.
import { t } from '@lingui/core/macro';
import { countText } from '../../core/number-text';
import type { RunFacts } from '../../session/runs/run';

/**
 * `54,000 to train on, 6,000 to validate, 10,000 to test`.
 * @param isFiltered some classes are not trained on, but tested
 */
export function countsText(
  { trainCount, validationCount, testCount }: Pick<RunFacts, 'trainCount' | 'validationCount' | 'testCount'>,
  isFiltered: boolean,
): string {
  const parts = [
    t`${{ trainCount: countText(trainCount) }} to train on`,
    ...(validationCount === undefined
      ? []
      : [t`${{ validationCount: countText(validationCount) }} to validate`]),
  ];
  if (!isFiltered) return [...parts, t`${{ testCount: countText(testCount) }} to test`].join(', ');
  return `${parts.join(', ')}; ${t`test: all classes, ${{ testCount: countText(testCount) }}`}`;
}
