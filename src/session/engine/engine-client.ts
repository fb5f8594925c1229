// The page's end of the engine's worker.
import { proxy } from 'comlink';
import type { BackendChoice, BackendReport, MeasurementWish } from '../../core/engine-api/backend';
import type { TrainingEvent } from '../../core/engine-api/events';
import type { EngineApi } from '../../core/engine-api/running';
import type { DatasetId } from '../../core/experiment/dataset-id';
import type { Failure } from '../../core/failure';
import { makeOnPage } from '../datasets/page-made';
import { linkWorker } from '../workers/worker-link';
import { takeEngineWorker } from './engine-worker';

/** The engine as seen from the page: every command is a message, so every answer is a promise. */
export type EngineCalls = {
  [Command in Exclude<keyof EngineApi, 'open'>]: (
    ...given: Parameters<EngineApi[Command]>
  ) => Promise<Awaited<ReturnType<EngineApi[Command]>>>;
};

export interface EngineLink {
  readonly calls: EngineCalls;
  /** Settles when the engine has chosen its backend. Rejects when no backend works. */
  readonly opened: Promise<BackendReport>;
  /**
   * Ends the worker. No event and no death is reported after it, and nothing of the worker's holds on to the listeners;
   * no call may follow, and one that is unanswered stays so.
   */
  dispose(): void;
}

export interface EngineListeners {
  readonly onEvent: (event: TrainingEvent) => void;
  /** The worker is dead or unusable. Called at most once. */
  readonly onDeath: (message: Failure) => void;
}

/**
 * @param measurement what `auto` goes by; without it, it measures
 * @param dataset what will be trained on first, for the engine to fetch while it starts its backend
 */
export type OpenEngine = (
  backend: BackendChoice,
  listeners: EngineListeners,
  measurement: MeasurementWish | null,
  dataset?: DatasetId | null,
) => EngineLink;

/** Starts an engine in a worker of its own. */
export const openEngine: OpenEngine = (backend, given, measurement, dataset = null) => {
  let listeners: EngineListeners | null = given;
  const link = linkWorker<EngineApi>(takeEngineWorker(), (why) => {
    const told = listeners;
    listeners = null;
    told?.onDeath(why);
  });
  const { api, lifeLock } = link;
  const baseUrl = new URL(import.meta.env.BASE_URL, location.href).href;
  const opened = api.open(
    { backend, baseUrl, lifeLock, ...(measurement && { measurement }), ...(dataset && { dataset }) },
    proxy((event: TrainingEvent) => listeners?.onEvent(event)),
    proxy(makeOnPage),
  );
  // Whoever awaits `opened` is told of a failure.
  opened.then(link.watchLife, () => undefined);
  return {
    calls: api,
    opened,
    dispose() {
      listeners = null;
      link.dispose();
    },
  };
};
