// What is said when training goes wrong and the run returns to better weights.
import { t } from '@lingui/core/macro';
import type { Diverged } from '../../../core/engine-api/events';
import { countText, decimalText } from '../../../core/number-text';

const died = (layer: string) =>
  t`${layer} is dead: the same for every test sample, so nothing more is learned`;

const whatHappened = {
  reconstruction: t`the reconstruction loss was no longer a finite number`,
  sparsity: t`the sparsity penalty was no longer a finite number`,
  kl: t`the KL term was no longer a finite number`,
  weights: t`an update left weights that are not finite numbers`,
  'high-loss': t`the loss stayed far above its best`,
  'dead-hidden': died(t`a hidden layer`),
  'dead-code': died(t`the code`),
  'dead-output': died(t`the output`),
} satisfies Record<Diverged['cause'], string>;

const tooLarge = t`The steps were so large that each made the loss worse`;
const overflow = t`${tooLarge}, until the numbers overflowed.`;

const why = {
  reconstruction: overflow,
  sparsity: overflow,
  weights: overflow,
  kl: t`The code’s variances are exponentials of the encoder’s output, so they overflow first when steps are too large.`,
  'high-loss': t`${tooLarge}, and what the network had learned was lost.`,
  'dead-hidden': t`Steps that are too large push all units to where their activation is flat, and no gradient leads back.`,
  'dead-code': t`Steps or a sparsity weight that are too large push all units to where their activation is flat, and no gradient leads back.`,
  'dead-output': t`Steps that are too large push all outputs to where their activation is flat, and no gradient leads back.`,
} satisfies Record<Diverged['cause'], string>;

/** @param canGoSlower whether the learning rate is above its minimum */
export function divergedText(
  { step, restoredStep, cause }: Pick<Diverged, 'step' | 'restoredStep' | 'cause'>,
  canGoSlower: boolean,
): { message: string; detail: string } {
  const weights = restoredStep === 0 ? t`the weights it started from` : t`its last good weights`;
  return {
    message: t`Training stopped at step ${{ step: countText(step) }}: ${{ cause: whatHappened[cause] }}. The network is back at step ${{ restoredStep: countText(restoredStep) }}, with ${weights}.`,
    detail: canGoSlower
      ? why[cause]
      : t`${{ why: why[cause] }} The learning rate is at its minimum; clip the gradient.`,
  };
}

export function trainOnText(learningRate: number): string {
  return t`Train on at ${{ learningRate: decimalText(learningRate) }}`;
}

export function resetText(learningRate: number): string {
  return t`Reset with new weights at ${{ learningRate: decimalText(learningRate) }}`;
}
