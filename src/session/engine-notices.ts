// The sentences a person reads when something has happened to the engine or to the run.
import type { BackendChoice } from '../core/engine-api';
import { countText } from '../core/number-text';
import { notify } from './notice-store';
import type { StopCause } from './restart-policy';

export interface Restart {
  cause: StopCause;
  message: string;
  /** The step of the checkpoint that the run goes on from; 0 when there is none. */
  step: number;
  toWasm: boolean;
}

export function tellRestarted({ cause, message, step, toWasm }: Restart): void {
  const where = step > 0 ? `from step ${countText(step)}` : 'from the beginning';
  const lost = cause === 'context-lost';
  const what = lost ? 'The graphics card dropped the page' : 'The engine stopped';
  const then = toWasm
    ? `again, so it was restarted ${where} on WebAssembly, which needs no graphics card.`
    : `and ${lost ? 'the engine ' : ''}was restarted ${where}.`;
  notify({
    key: 'engine',
    kind: 'warning',
    message: `${what} ${then}`,
    ...(lost ? {} : { detail: message }),
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

export function tellDiverged(step: number, restoredStep: number): void {
  notify({
    key: 'diverged',
    kind: 'warning',
    message: `The loss stopped being a number after step ${countText(step)}. The network is back at step ${countText(restoredStep)}, and training is paused.`,
    detail: 'A lower learning rate usually helps.',
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
