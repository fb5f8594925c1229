// How many samples a run trains on, holds out and is tested on.
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
    `${countText(trainCount)} to train on`,
    ...(validationCount === undefined ? [] : [`${countText(validationCount)} to validate`]),
  ];
  if (!isFiltered) return [...parts, `${countText(testCount)} to test`].join(', ');
  return `${parts.join(', ')}; test: all classes, ${countText(testCount)}`;
}
