// What a map's axes are, in words.
import type { LatentMap } from '../../core/engine-api';
import { countText, percentText } from '../../core/number-text';

export function mapSubtitle({
  points,
  axes,
  explained,
}: Pick<LatentMap, 'points' | 'axes' | 'explained'>): string {
  const images = `${countText(points.length / 2)} test images`;
  if (axes === 'code') return `${images}, the two numbers of the code`;
  if (axes === 'code-jitter') return `${images}, the code; up and down is chance`;
  const share = explained ? ` (${percentText(explained[0] + explained[1])} of variance)` : '';
  return `${images} on 2 principal axes${share}`;
}
