// Which notice to show when something has happened to the engine or to the run. What they say is in words.ts.
import type { BackendChoice } from '../../../core/engine-api/backend';
import type { Diverged } from '../../../core/engine-api/events';
import { ranges, type Experiment } from '../../../core/experiment/experiment';
import type { Failure } from '../../../core/failure';
import { sampleSize } from '../../../core/samples/samples';
import type { Notices } from '../../page/notices';
import type { RunFacts } from '../../runs/run';
import { divergedText, resetText, trainOnText } from './divergence-words';
import { failureText, noticeTexts, restartedText } from './words';
import type { Restart } from '../supervisor-ports';

/** @param step of the checkpoint that the run resumes from; 0 without a checkpoint */
export function tellRestarted(notices: Notices, { cause, message, to }: Restart, step: number): void {
  notices.show({
    key: 'engine',
    kind: 'warning',
    message: restartedText(cause, to, step),
    ...(cause === 'context-lost' ? {} : { detail: failureText(message) }),
  });
}

export function tellStopped(notices: Notices, message: Failure, restart: () => void): void {
  notices.show({
    key: 'engine',
    kind: 'error',
    message: noticeTexts.stopped,
    detail: failureText(message),
    action: { label: noticeTexts.restart, onClick: restart },
  });
}

export function tellFailure(notices: Notices, message: Failure): void {
  notices.show({ key: 'failure', kind: 'error', message: noticeTexts.failure, detail: failureText(message) });
}

/** The key of the notice of a run that diverged: it goes when training goes on. */
export const divergedNotice = 'diverged';

/**
 * The largest learning rate to suggest. Adam and RMSProp move every weight by about the learning rate, whatever the gradient,
 * and the weights of 784 inputs start at about 0.04: larger steps replace them rather than adjust them.
 */
const adaptive: Readonly<Record<string, number>> = { adam: 0.01, rmsprop: 0.01 };
/** SGD moves by the gradient. The loss of a Gaussian code is a sum over the numbers of a sample, and so are its gradients. */
const largestSummed = 0.1;

type Rated = Pick<Experiment, 'learningRate' | 'optimizer' | 'codeKind'>;

/**
 * The learning rate to try after one diverged: a tenth, in two digits, or less; null when it is at the minimum.
 * @param numbers in a sample
 */
export function smallerLearningRate(
  { learningRate, optimizer, codeKind }: Rated,
  numbers: number,
): number | null {
  const largest = adaptive[optimizer] ?? (codeKind === 'gaussian' ? largestSummed / numbers : Infinity);
  const wanted = Number(Math.min(learningRate / 10, largest).toPrecision(2));
  const smaller = Math.max(ranges.learningRate.min, wanted);
  return smaller < learningRate ? smaller : null;
}

/** What can be done after training has failed. Both set a learning rate. */
export interface DivergedActions {
  /** Trains on from the restored weights. */
  trainOnAt: (learningRate: number) => void;
  /** Starts over from other random weights. */
  resetAt: (learningRate: number) => void;
}

export function tellDiverged(
  notices: Notices,
  diverged: Pick<Diverged, 'step' | 'restoredStep' | 'cause'>,
  { experiment, facts }: { experiment: Rated; facts: Pick<RunFacts, 'dataset'> | null },
  { trainOnAt, resetAt }: DivergedActions,
): void {
  const smaller = smallerLearningRate(experiment, facts ? sampleSize(facts.dataset.shape) : 1);
  const rate = smaller ?? experiment.learningRate;
  const trainOn =
    smaller === null ? null : { label: trainOnText(smaller), onClick: () => trainOnAt(smaller) };
  // A network that died at once has learned nothing that is worth training on.
  const isDead = diverged.cause.startsWith('dead-');
  const reset = isDead ? { label: resetText(rate), onClick: () => resetAt(rate) } : null;
  const action = reset ?? trainOn;
  const otherAction = reset && diverged.restoredStep > 0 ? trainOn : null;
  notices.show({
    key: divergedNotice,
    kind: 'warning',
    ...divergedText(diverged, smaller !== null),
    ...(action && { action }),
    ...(otherAction && { otherAction }),
  });
}

export function tellOtherBackend(notices: Notices, choice: BackendChoice, message: Failure): void {
  notices.show({
    key: 'backend',
    kind: 'error',
    message: noticeTexts.otherBackend(choice),
    detail: failureText(message),
  });
}

/** Of sweeps: the browser keeps nothing here. */
export function tellNotKept(notices: Notices): void {
  notices.show({ key: 'sweep-not-kept', kind: 'warning', message: noticeTexts.notKept });
}

export function tellSweepInterrupted(notices: Notices, reason: Failure): void {
  notices.show({
    key: 'sweep',
    kind: 'error',
    message: noticeTexts.sweepInterrupted,
    detail: failureText(reason),
  });
}
