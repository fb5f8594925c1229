// The one join of page and worker: starts the worker, speaks with it through comlink, and notices its death.
import { proxy, wrap } from 'comlink';
import type {
  BackendChoice,
  BackendReport,
  EngineApi,
  MeasurementWish,
  TrainingEvent,
} from '../core/engine-api';

/** The engine as seen from the page: every order is a message, so every answer is a promise. */
export type EngineCalls = {
  [Order in Exclude<keyof EngineApi, 'open'>]: (
    ...given: Parameters<EngineApi[Order]>
  ) => Promise<Awaited<ReturnType<EngineApi[Order]>>>;
};

/**
 * Gives an order, if there is an engine. What goes wrong with it is told by an event or by the death of the worker, not
 * by its promise.
 */
export function giveOrder(calls: EngineCalls | null, give: (calls: EngineCalls) => Promise<unknown>): void {
  if (calls) give(calls).catch(() => undefined);
}

export interface EngineLink {
  readonly calls: EngineCalls;
  /** Settles when the engine has chosen its backend. Rejects when there is none that works. */
  readonly opened: Promise<BackendReport>;
  /** Ends the worker. No event and no death is reported after it. */
  dispose(): void;
}

export interface EngineListeners {
  readonly onEvent: (event: TrainingEvent) => void;
  /** The worker is dead or of no more use. Called once at most. */
  readonly onDeath: (message: string) => void;
}

/** @param measurement what `auto` goes by; without it, it measures */
export type OpenEngine = (
  backend: BackendChoice,
  listeners: EngineListeners,
  measurement: MeasurementWish | null,
) => EngineLink;

/**
 * Starts an engine. The worker holds a Web Lock while it lives; the page asks for the same lock, and being granted it
 * means that the worker is gone, which no event of the `Worker` object tells (a crash, `close()`).
 */
export const openEngine: OpenEngine = (backend, { onEvent, onDeath }, measurement) => {
  const worker = new Worker(new URL('../engine/worker.ts', import.meta.url), {
    type: 'module',
    name: 'engine',
  });
  const lifeLock = `hourglass-engine-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  const ended = new AbortController();

  function die(message: string): void {
    if (ended.signal.aborted) return;
    dispose();
    onDeath(message);
  }

  function dispose(): void {
    ended.abort();
    worker.terminate();
  }

  worker.onerror = (event) => {
    event.preventDefault();
    die(event.message || 'The worker could not be loaded.');
  };
  worker.onmessageerror = () => die('A message from the worker could not be read.');

  const api = wrap<EngineApi>(worker);
  const baseUrl = new URL(import.meta.env.BASE_URL, location.href).href;
  const opened = api.open(
    { backend, baseUrl, lifeLock, ...(measurement && { measurement }) },
    proxy((event: TrainingEvent) => {
      if (!ended.signal.aborted) onEvent(event);
    }),
  );
  opened.then(
    () => watchLife(lifeLock, ended.signal, () => die('The worker has ended.')),
    () => undefined, // whoever awaits `opened` is told
  );
  return { calls: api, opened, dispose };
};

function watchLife(lock: string, signal: AbortSignal, onGranted: () => void): void {
  // Only pages from a secure origin have locks; elsewhere the death of a worker shows as silence.
  if (!('locks' in navigator)) return;
  navigator.locks.request(lock, { signal }, onGranted).catch(() => undefined);
}
