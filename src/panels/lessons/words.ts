// What the lessons' views say, beside the lessons themselves.
import { plural, t } from '@lingui/core/macro';
import { i18n } from '../../core/language/i18n';
import type { Amount, Came, Choices, Prediction } from '../../catalog/lessons/lesson';

export function lessonHref(id: string): string {
  return `#learn/${id}`;
}

export const sheetTexts = {
  region: t`Lesson`,
  progress: t`Lesson progress`,
  fold: t`Fold the lesson`,
  unfold: t`Show the lesson`,
  leave: t`Leave the lesson`,
  leaveExplanation: t`Brings back the network and the settings that you had. You can resume the lesson later.`,
  back: t({ message: 'Back', comment: 'To the step before' }),
  next: t({ message: 'Continue', comment: 'To the next step' }),
  dontKnow: t`I don’t know`,
  predict: t`Predict`,
  doItForMe: t`Do it for me`,
  doing: t`Doing it…`,
  skip: t`Skip`,
  show: t({ message: 'Show me where', comment: 'Scrolls to the control and marks it' }),
  noComparison: t`A step was skipped, so there are no numbers to compare.`,
  youPredicted: t`You predicted`,
  whatCame: t`What happened`,
  noPrediction: t`nothing: you did not know`,
  right: t`You were right.`,
  wrong: t`It came out differently.`,
};

export function stepText(at: number, count: number): string {
  const place = at + 1;
  return t`Step ${place} of ${count}`;
}

export function lessonNumberText(at: number, count: number): string {
  const place = at + 1;
  return t`Lesson ${place} of ${count}`;
}

export function doneText(title: string): string {
  return t({ message: `Done: ${title}`, comment: 'Read out when a step of a lesson has happened' });
}

export const outcomeTexts = {
  self: t({ message: 'Done', comment: 'The person did the step of a lesson' }),
  helped: t`Done for you: it does not count`,
  skipped: t({ message: 'Skipped', comment: 'A step of a lesson' }),
};

export const endTexts = {
  title: t`The end of this lesson`,
  finished: t`You did every step yourself.`,
  restore: t`Back to what I had`,
  restoreExplanation: t`Closes the lesson and brings back the network and the settings from before it.`,
  keep: t`Keep this network`,
  keepExplanation: t`Closes the lesson. What you had before is in Compare: Runs, if it was trained.`,
};

export function notCountedText(count: number): string {
  return plural(count, {
    one: '# step was skipped or done for you. Go back to do it yourself.',
    other: '# steps were skipped or done for you. Go back to do them yourself.',
  });
}

export function nextLessonText(title: string): string {
  return t`Next: ${title}`;
}

export const listTexts = {
  title: t`Lessons`,
  summary: t`Short experiments on the real playground. Each asks what you expect, lets you try it, and compares. What you have in Train is kept, and comes back afterwards.`,
  finished: t({ message: 'Finished', comment: 'Of a lesson' }),
  goOn: t`Go on`,
  start: t`Start`,
  startOver: t`Start over`,
  all: t`All lessons`,
  readOn: t`Without training: the whole text of the lesson. Start opens it beside the playground.`,
  predictHere: t`In the lesson you predict before you see:`,
  compareHere: t`In the lesson, your prediction appears here beside what happened.`,
  unknown: t`There is no lesson at this address. These are all the lessons.`,
};

export function minutesText(minutes: number): string {
  return plural(minutes, { one: '# minute', other: '# minutes' });
}

export function shareText(share: number): string {
  const percent = Math.round(100 * share);
  return t`${percent} % done`;
}

export const reportTexts = {
  title: t`Finished on this machine`,
  none: t`No lesson has been finished in this browser yet.`,
  lesson: t({ message: 'Lesson', comment: 'Heading of a column' }),
  when: t({ message: 'Finished', comment: 'Heading of a column: a date' }),
  steps: t({
    message: 'Done without help',
    comment: 'Heading of a column: steps of a lesson, such as 5 of 6',
  }),
  copy: t`Copy`,
  copied: t`Copied.`,
  notCopied: t`The browser does not allow copying here.`,
  print: t`Print`,
  forget: t`Forget all`,
  forgetSure: t`Forget the progress of all lessons in this browser?`,
  keep: t`Keep it`,
};

export function stepsDoneText(done: number, count: number): string {
  return t`${done} of ${count}`;
}

export function answerText(answers: Choices | Amount, answer: Prediction): string {
  if (answer === null) return sheetTexts.noPrediction;
  if (answers.kind === 'amount') return typeof answer === 'number' ? answers.format(answer) : '—';
  return answers.choices.find(({ id }) => id === answer)?.label ?? '—';
}

/** Null where nothing was predicted. */
export function wasRight(prediction: Prediction | undefined, { answer, within = 0 }: Came): boolean | null {
  if (prediction === null || prediction === undefined) return null;
  if (typeof prediction === 'number' && typeof answer === 'number')
    return Math.abs(prediction - answer) <= within;
  return prediction === answer;
}

/** @param when milliseconds since 1970 */
export function dateText(when: number): string {
  return new Date(when).toLocaleDateString(i18n.locale, { dateStyle: 'medium' });
}
