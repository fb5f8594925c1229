// An engine in the page of a test, with all its events.
import type { BackendName } from '../../core/backend-measurement';
import type { BackendReport } from '../../core/engine-api/backend';
import type { TrainingEvent } from '../../core/engine-api/events';
import type { Checkpoint } from '../../core/run/checkpoint';
import type { Experiment, ExperimentPatch } from '../../core/experiment/experiment';
import { Engine } from '../engine';
import { tinyExperiment } from './tiny/tiny';
import type { RunId } from '../../core/run/stamp';

type EventType = TrainingEvent['type'];
type EventOf<T extends EventType> = Extract<TrainingEvent, { type: T }>;

/** The default experiment of `newRun`: 784-8-3-8-784 with batches of 64. */
export const sessionExperiment = tinyExperiment({ codeSize: 3, batchSize: 64, learningRate: 0.01 });

export interface EngineSession {
  engine: Engine;
  report: BackendReport;
  /** All events so far, oldest first. */
  events: readonly TrainingEvent[];
  /**
   * Waits for the first event of this type that `accepts` agrees to, from event number `from` on. By default only events after
   * the call count.
   */
  until<T extends EventType>(
    type: T,
    accepts?: (event: EventOf<T>) => boolean,
    from?: number,
  ): Promise<EventOf<T>>;
  /** Builds a run of `sessionExperiment` with this patch, or of a checkpoint; resolves with its id when it is ready. */
  newRun(patch?: ExperimentPatch, checkpoint?: Checkpoint): Promise<RunId>;
  /** The same beside the existing runs. */
  newRunBeside(patch?: ExperimentPatch, checkpoint?: Checkpoint): Promise<RunId>;
  /** Trains a run until at least `steps` steps are reported, and pauses it. Returns its step. */
  trainTo(runId: RunId, steps: number): Promise<number>;
  /** Trains a run to its step `lastStep`; returns the event that reports the end. */
  finish(runId: RunId, lastStep: number): Promise<EventOf<'paused'>>;
  /** The reported losses of a run's training batches, in step order. */
  losses(runId: RunId): number[];
}

export const pageUrl = new URL('/', location.href).href;
let sessions = 0;

function patched(patch: ExperimentPatch = {}, checkpoint?: Checkpoint): Experiment {
  return { ...(checkpoint?.experiment ?? sessionExperiment), ...patch };
}

export async function openSession(backend: BackendName, baseUrl: string = pageUrl): Promise<EngineSession> {
  const engine = new Engine();
  const events: TrainingEvent[] = [];
  let listeners: (() => void)[] = [];
  const lifeLock = `test-${performance.timeOrigin}-${++sessions}`;
  const report = await engine.open({ backend, baseUrl, lifeLock }, (event) => {
    events.push(event);
    for (const listener of listeners) listener();
  });
  let lastRunId = 0;
  const session: EngineSession = {
    engine,
    report,
    events,
    async newRun(patch, checkpoint) {
      const runId = `run ${++lastRunId}`;
      await engine.build(runId, patched(patch, checkpoint), checkpoint ?? null);
      return runId;
    },
    async newRunBeside(patch, checkpoint) {
      const runId = `run ${++lastRunId}`;
      await engine.buildBeside(runId, patched(patch, checkpoint), checkpoint ?? null);
      return runId;
    },
    async trainTo(runId, steps) {
      engine.play(runId);
      await session.until('progress', (event) => event.runId === runId && event.step >= steps);
      engine.pause(runId);
      const paused = await session.until(
        'paused',
        (event) => event.runId === runId && event.reason === 'asked',
      );
      return paused.step;
    },
    finish(runId, lastStep) {
      const finished = session.until(
        'paused',
        (event) => event.runId === runId && event.reason === 'finished',
      );
      engine.play(runId, lastStep);
      return finished;
    },
    until<T extends EventType>(
      type: T,
      accepts: (event: EventOf<T>) => boolean = () => true,
      from = events.length,
    ) {
      const matches = (event: TrainingEvent): event is EventOf<T> =>
        event.type === type && accepts(event as EventOf<T>);
      return new Promise<EventOf<T>>((resolve) => {
        let seen = from;
        const look = () => {
          const found = events.slice(seen).find(matches);
          seen = events.length;
          if (!found) return;
          listeners = listeners.filter((listener) => listener !== look);
          resolve(found);
        };
        listeners.push(look);
        look();
      });
    },
    losses(runId) {
      return events.flatMap((event) =>
        event.type === 'progress' && event.runId === runId ? Array.from(event.trainLosses) : [],
      );
    },
  };
  return session;
}
