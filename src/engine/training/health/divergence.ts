// What counts as a divergence, and its detection in single numbers: a loss or a weight that is not finite.
import type { Diverged } from '../../../core/engine-api/events';
import type { Checkpoint } from '../../../core/run/checkpoint';
import type { TermId, Terms } from '../../../core/run/objective-terms';

export type Divergence = Pick<Diverged, 'step' | 'cause'>;

/**
 * Why the loss of one batch is not finite; null when it is.
 * @param terms of the batches; when all terms of this batch are finite, the weights are to blame
 */
export function diagnoseLoss(
  loss: number,
  terms: Terms<ArrayLike<number>>,
  batch: number,
): Diverged['cause'] | null {
  if (Number.isFinite(loss)) return null;
  const ids = Object.keys(terms) as TermId[];
  return ids.find((id) => !Number.isFinite(terms[id]?.[batch])) ?? 'weights';
}

export function hasFiniteWeights({ weights }: Checkpoint): boolean {
  return weights.every((weight) => weight.every(Number.isFinite));
}
