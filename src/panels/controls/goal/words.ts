// Text of the control that says when training stops by itself.
import { t } from '@lingui/core/macro';
import type { GoalKind } from '../../../core/run/goal/goal';

export const stopTexts = {
  label: t`Stop training`,
  byHand: t`by hand`,
  explanation: t`Pauses training automatically. It does not change how the network trains, and pressing Train continues from there.`,
  progress: t`Towards the goal`,
  done: t`Reached. Press Train to continue past it.`,
  /** Where nothing is known of the run that the goal could be compared with. */
  unknown: {
    epochs: '',
    seconds: t`How long this run has trained was not kept.`,
    testMse: t`Not measured yet.`,
  },
} as const satisfies Record<string, string | Record<GoalKind, string>>;

interface GoalField {
  /** In the list of what stops training. */
  readonly option: string;
  readonly label: string;
  readonly explanation: string;
}

export const goalFields = {
  epochs: {
    option: t`after epochs`,
    label: t`Epochs`,
    explanation: t`Counted from the first step of the run. Training pauses at the very step that completes them.`,
  },
  seconds: {
    option: t`after seconds`,
    label: t`Seconds of training`,
    explanation: t`Only the time spent in training steps counts, not pauses, views and measurements. Training pauses within a tenth of a second or one step.`,
  },
  testMse: {
    option: t`at a test MSE`,
    label: t`Test MSE to reach`,
    explanation: t`Checked at every measurement of the whole test set: every second or two, and at the end of each epoch.`,
  },
} as const satisfies Record<GoalKind, GoalField>;
