// Text of the control that says when training stops by itself.
import type { GoalKind } from '../../../core/run/goal';

export const stopTexts = {
  label: 'Stop training',
  byHand: 'by hand',
  explanation:
    'Pauses training by itself. It changes nothing about how the network trains, and Train goes on from there.',
  progress: 'Towards the goal',
  done: 'Reached: Train goes on past it.',
  /** Where nothing is known of the run that the goal could be compared with. */
  unknown: {
    epochs: '',
    seconds: 'How long this run has trained was not kept.',
    testMse: 'Not measured yet.',
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
    option: 'after epochs',
    label: 'Epochs',
    explanation:
      'Counted from the first step of the run. Training pauses at the very step that completes them.',
  },
  seconds: {
    option: 'after seconds',
    label: 'Seconds of training',
    explanation:
      'What the training steps of the run took: pauses, views and measurements do not count. Training pauses within a tenth of a second or one step.',
  },
  testMse: {
    option: 'at a test MSE',
    label: 'Test MSE to reach',
    explanation:
      'Checked at every measurement of the whole test set: every second or two, and at the end of each epoch.',
  },
} as const satisfies Record<GoalKind, GoalField>;
