// Text that describes the axes of a map.
import { t } from '@lingui/core/macro';
import type { LatentMap } from '../../core/engine-api/looking';
import type { SampleWords } from '../../core/samples/words/sample-words';
import { countText, percentText } from '../../core/number-text';

export function mapSubtitle(
  { points, axes, explained }: Pick<LatentMap, 'points' | 'axes' | 'explained'>,
  { many }: SampleWords,
): string {
  const samples = t`${{ count: countText(points.length / 2) }} test ${many}`;
  if (axes === 'code') return t`${samples}, the two numbers of the code`;
  if (axes === 'code-jitter') return t`${samples}, the code; the vertical axis is random`;
  if (!explained) return t`${samples} on 2 principal axes`;
  const share = percentText(explained[0] + explained[1]);
  return t`${samples} on 2 principal axes (${share} of variance)`;
}
