// The sentences a person reads when something has happened to the engine or to the run.
import type { BackendChoice, Diverged } from '../core/engine-api';
import { ranges } from '../core/experiment';
import { countText } from '../core/number-text';
import { notify } from './notice-store';
import type { StopCause, Verdict } from './restart-policy';

export interface Restart {
  cause: StopCause;
  message: string;
  /** The step of the checkpoint that the run goes on from; 0 when there is none. */
  step: number;
  /** The backend that it goes on with. */
  to: Verdict['backend'];
}

export function tellRestarted({ cause, message, step, to }: Restart): void {
  const where = step > 0 ? `from step ${countText(step)}` : 'from the beginning';
  const onWasm = `was restarted ${where} on WebAssembly, which needs no graphics card.`;
  const onCpu = `was restarted ${where} in plain JavaScript, which is slow but can.`;
  const told = {
    'context-lost':
      to === 'wasm'
        ? `The graphics card dropped the page again, so it ${onWasm}`
        : `The graphics card dropped the page and the engine was restarted ${where}.`,
    refused:
      to === 'cpu'
        ? `WebAssembly cannot train this network here: the engine ${onCpu}`
        : `The graphics card cannot compute this network: the engine ${onWasm}`,
    died: `The engine stopped and was restarted ${where}.`,
    internal: `The engine stopped and was restarted ${where}.`,
  } satisfies Record<StopCause, string>;
  notify({
    key: 'engine',
    kind: 'warning',
    message: told[cause],
    ...(cause === 'context-lost' ? {} : { detail: message }),
  });
}

export function tellStopped(message: string, restart: () => void): void {
  notify({
    key: 'engine',
    kind: 'error',
    message: 'The engine keeps stopping and was not started again.',
    detail: message,
    action: { label: 'Restart', onClick: restart },
  });
}

export function tellFailure(message: string): void {
  notify({ key: 'failure', kind: 'error', message: 'Something went wrong in the engine.', detail: message });
}

const spoiled = {
  reconstruction: 'the reconstruction loss was no longer a finite number',
  sparsity: 'the sparsity penalty was no longer a finite number',
  kl: 'the KL term was no longer a finite number',
  weights: 'an update left weights that are no finite numbers',
} satisfies Record<Diverged['cause'], string>;

/** The key of the notice of a run that diverged: it goes when training goes on. */
export const divergedNotice = 'diverged';

/** A tenth of a learning rate with which training diverged, in two digits; null when it is the least there is. */
export function smallerLearningRate(learningRate: number): number | null {
  const tenth = Math.max(ranges.learningRate.min, Number((learningRate / 10).toPrecision(2)));
  return tenth < learningRate ? tenth : null;
}

/** @param trainOnAt sets this learning rate and goes on training */
export function tellDiverged(
  { step, restoredStep, cause }: Pick<Diverged, 'step' | 'restoredStep' | 'cause'>,
  learningRate: number,
  trainOnAt: (learningRate: number) => void,
): void {
  const why =
    cause === 'kl'
      ? 'The variances of the code are exponentials of what the encoder says, so they overflow first when steps are too large.'
      : 'The steps were so large that each made the loss worse, until the numbers overflowed.';
  const smaller = smallerLearningRate(learningRate);
  notify({
    key: divergedNotice,
    kind: 'warning',
    message: `Training stopped at step ${countText(step)}: ${spoiled[cause]}. The network is back at step ${countText(restoredStep)}, with its last good weights.`,
    detail: smaller === null ? `${why} The learning rate is the least there is; clip the gradient.` : why,
    ...(smaller !== null && {
      action: { label: `Train on at ${smaller}`, onClick: () => trainOnAt(smaller) },
    }),
  });
}

export function tellOtherBackend(choice: BackendChoice, message: string): void {
  notify({
    key: 'backend',
    kind: 'error',
    message: `The backend ${choice} could not be started.`,
    detail: message,
  });
}

/** Of sweeps: the browser keeps nothing here. */
export function tellNotKept(): void {
  notify({
    key: 'sweep-not-kept',
    kind: 'warning',
    message:
      'This browser keeps nothing for the page (a private window, or no room): sweeps are lost when it is closed.',
  });
}

export function tellSweepInterrupted(reason: string): void {
  notify({
    key: 'sweep',
    kind: 'error',
    message: 'The sweep was interrupted. What it had finished is kept; “Go on” trains the rest.',
    detail: reason,
  });
}
