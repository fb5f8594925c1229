// What the page says of the main run.
import { countText, epochsText, lossText } from '../../core/number-text';

/** Of early stopping. @param best where the best validation loss was, and what it was */
export function stoppedEarlyText(
  best: { step: number; loss: number },
  step: number,
  epochs: number,
): { message: string; detail: string } {
  return {
    message: `Training paused at step ${countText(step)}: the validation loss has not improved for ${epochsText(epochs)}.`,
    detail: `It was best at step ${countText(best.step)}: ${lossText(best.loss)}. Those weights are kept.`,
  };
}

export const stoppedEarlyActions = { goBack: 'Go back to the best weights', trainOn: 'Train on' } as const;

export const resetText = {
  message: 'The network is untrained again.',
  undo: (step: number) => `Undo: back to step ${countText(step)}`,
};
