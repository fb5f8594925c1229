// What the page says of the main run.
import { t } from '@lingui/core/macro';
import { countText, epochsText, lossText } from '../../core/number-text';

/** Of early stopping. @param best where the best validation loss was, and what it was */
export function stoppedEarlyText(
  best: { step: number; loss: number },
  step: number,
  epochs: number,
): { message: string; detail: string } {
  return {
    message: t`Training paused at step ${{ step: countText(step) }}: the validation loss has not improved for ${{ epochs: epochsText(epochs) }}.`,
    detail:
      best.step === step
        ? t`It is best here: ${{ loss: lossText(best.loss) }}. These weights are kept.`
        : t`It was best at step ${{ bestStep: countText(best.step) }}: ${{ loss: lossText(best.loss) }}. Those weights are kept; what you see now are those of step ${{ step: countText(step) }}.`,
  };
}

export const stoppedEarlyActions = { goBack: t`Go back to the best weights`, trainOn: t`Train on` } as const;

/** Of a network that a new one has replaced. @param step where it is kept */
export function replacedText(step: number): { message: string; detail: string } {
  return {
    message: t`A new network was started.`,
    detail: t`The previous one is at step ${{ step: countText(step) }}.`,
  };
}

export const replacedAction = t`Back to it`;

/** Of layers that were narrowed. @param step where the wider network is kept */
export function narrowedText(step: number): { message: string; detail: string } {
  return {
    message: t`A narrower layer drops the weights of the units it loses.`,
    detail: t`The wider network is at step ${{ step: countText(step) }}.`,
  };
}

/** @param name of the data set @param step that the run goes on from */
export function otherDataText(name: string, step: number): { message: string; detail: string } {
  return {
    message: t`The samples of ${name} have changed since this run was trained.`,
    detail: t`It continues from step ${{ step: countText(step) }} with the samples as they are now, so its curves before and after come from different data. Reset to train on the new samples alone.`,
  };
}

/** Where the text about the goal did not load. */
export const reachedWithoutWords = t`Training paused at its goal. Press Train to continue past it.`;
