// Keeps one engine going and trains jobs in it. When the engine stops, another takes over every job from its last checkpoint,
// on another backend where this one cannot do the work, until that has failed too often. It knows nothing of what the jobs
// are for: the main run, a comparison and a sweep are policies over it.
import { createStore } from 'zustand/vanilla';
import type { BackendChoice, BackendReport } from '../../core/engine-api/backend';
import type { TrainingEvent } from '../../core/engine-api/events';
import { isOwn, type DatasetId } from '../../core/experiment/dataset-id';
import { difference } from '../../core/experiment/experiment';
import { CodedError, failureOf, type Failure } from '../../core/failure';
import type { RunId } from '../../core/run/stamp';
import { applyEvent } from '../runs/apply-event';
import { resumeRun } from '../runs/run';
import type { EngineCalls, EngineLink } from './engine-client';
import type { EngineState } from './engine-state';
import { forgetMeasurement, keepMeasurement, keptMeasurement } from './measured/measured-backends';
import { judgeStop, patience, type Stop, type StopCause } from './restart-policy';
import type { RunJob } from './run-job';
import type { EngineSupervisor, SupervisorPorts } from './supervisor-ports';
import { createUnanswered } from '../tasks/unanswered';
import { createWatchdog } from '../tasks/watchdog';

export function createEngineSupervisor(ports: SupervisorPorts): EngineSupervisor {
  const store = createStore<EngineState>()(() => ({
    phase: 'starting',
    choice: ports.choice,
    backend: null,
  }));
  /** The first is the one that `run` built; the others train beside it. */
  const jobs = new Map<RunId, RunJob>();
  const unanswered = createUnanswered();
  let link: EngineLink | null = null;
  /** Null until the engine has a backend. */
  let calls: EngineCalls | null = null;
  let hasOpened = false;
  let stops: readonly Stop[] = [];
  /** The previous choice, until a run has started on the one that was chosen. */
  let choiceBefore: BackendChoice | null = null;
  const onSilence = () => onStop('died', { code: 'worker.silent' });
  const opening = createWatchdog(patience.openingMs, onSilence);
  /** From its first word until it has a backend. */
  const starting = createWatchdog(patience.startingMs, onSilence);
  /** An engine that is busy cannot take the command to move: another one goes on from the checkpoint. */
  const moving = createWatchdog(patience.movingMs, launch);

  function start(): void {
    stops = [];
    hasOpened = false;
    launch();
  }

  function launch(): void {
    close();
    store.setState({ phase: 'starting' });
    deliver({ type: 'stage', runId: null, stage: 'backend', message: { code: 'stage.starting' } });
    // After a stop nothing is measured: measuring may have caused the stop.
    const mayMeasure = ports.mayMeasure && stops.length === 0;
    const [first] = jobs.values();
    const dataset = first?.experiment().dataset ?? null;
    const opened: EngineLink = ports.open(
      store.getState().choice,
      {
        onEvent: (event) => {
          if (opened === link) onEvent(event);
        },
        onDeath: (message) => {
          if (opened === link) onStop('died', message);
        },
      },
      keptMeasurement() ?? (mayMeasure ? null : 'unwanted'),
      // A person's own data may have to be handed over first.
      dataset !== null && isOwn(dataset) ? null : dataset,
    );
    link = opened;
    opening.start();
    opened.opened.then(
      (backend) => {
        if (opened === link) onOpened(opened, backend);
      },
      (error: unknown) => {
        if (opened === link) onStop('died', failureOf(error));
      },
    );
  }

  function onOpened(opened: EngineLink, backend: BackendReport): void {
    opening.stop();
    starting.stop();
    calls = opened.calls;
    hasOpened = true;
    store.setState({ phase: 'running', backend });
    if (backend.measured) keepMeasurement(backend.measured);
    ports.onOpened();
    const [first, ...others] = jobs.values();
    for (const job of jobs.values()) job.keep(resumeRun(job.read(), job.experiment()), null);
    if (first) build(first, 'build');
    for (const job of others) build(job, 'buildBeside');
  }

  function build(job: RunJob, how: 'build' | 'buildBeside'): void {
    if (calls === null) return;
    const builtIn = link;
    const { experiment, checkpoint } = job.read();
    lend(experiment.dataset);
    calls[how](job.id, experiment, checkpoint).catch((error: unknown) => {
      // If the engine itself broke, `onStop` handles it.
      if (builtIn === link && calls !== null && jobs.get(job.id) === job) job.onRefused(failureOf(error));
    });
    const ahead = difference(experiment, job.experiment());
    if (Object.keys(ahead).length > 0) send((engine) => engine.change(job.id, ahead));
    job.onBuilt?.();
    train(job.id);
  }

  function lend(id: DatasetId): void {
    const dataset = ports.lent?.(id) ?? null;
    if (dataset !== null && isOwn(id)) send((engine) => engine.lend(id, dataset));
  }

  function train(id: RunId): void {
    const job = jobs.get(id);
    const last = job?.lastStep() ?? null;
    if (!job || last === null) return;
    const { wantsTraining, step } = job.read();
    if (!wantsTraining || step >= last) return;
    const goal = job.goal?.() ?? null;
    send((engine) => {
      if (goal !== null) return engine.play(id, last, goal);
      return last === Infinity ? engine.play(id) : engine.play(id, last);
    });
  }

  function onEvent(event: TrainingEvent): void {
    opening.reset();
    if (calls === null) starting.start();
    if (event.type === 'stage' && event.message.code === 'stage.changing-backend') moving.stop();
    if (event.type === 'failed') {
      if (event.fatal) onStop(event.kind, event.message);
      else ports.onFailure?.(event.message);
      return;
    }
    if (event.type === 'backends-found') {
      const { backend } = store.getState();
      if (backend) store.setState({ backend: { ...backend, available: event.available } });
      return;
    }
    if (ports.isStale?.(event)) return;
    deliver(event);
    ports.onEvent?.(event);
  }

  function deliver(event: TrainingEvent): void {
    if (event.type === 'started') choiceBefore = null;
    for (const job of [...jobs.values()]) {
      const before = job.read();
      const wasUnknown = job.lastStep() === null;
      const run = applyEvent(before, event);
      if (run === before) continue;
      job.keep(run, event);
      if (event.type === 'started' && wasUnknown) train(job.id);
    }
  }

  function onStop(cause: StopCause, message: Failure): void {
    const stop: Stop = { cause, atMs: Date.now() };
    // One that never opened may have taken a minute each time: every stop counts.
    const limits = calls === null ? { ...ports.limits, windowMs: Infinity } : ports.limits;
    const verdict = judgeStop(stops, stop, store.getState().backend?.name, limits);
    stops = [...stops, stop].slice(-10);
    close();
    if (choiceBefore !== null) {
      ports.onChoiceFailed?.(store.getState().choice, message);
      store.setState({ choice: choiceBefore });
      choiceBefore = null;
    }
    if (!verdict.restart) {
      store.setState({ phase: 'stopped' });
      ports.onGivenUp(message, hasOpened);
      return;
    }
    if (verdict.backend !== 'same') store.setState({ choice: verdict.backend });
    ports.onRestart?.({ cause, message, to: verdict.backend });
    launch();
  }

  function close(): void {
    link?.dispose();
    link = null;
    calls = null;
    unanswered.giveUp(new CodedError({ code: 'worker.ended' }));
    opening.stop();
    starting.stop();
    moving.stop();
  }

  function send(give: (engine: EngineCalls) => Promise<unknown>): void {
    if (calls) give(calls).catch(() => undefined);
  }

  return {
    store,
    start,
    run(job) {
      jobs.clear();
      jobs.set(job.id, job);
      build(job, 'build');
    },
    runBeside(job) {
      jobs.set(job.id, job);
      build(job, 'buildBeside');
    },
    end(id) {
      if (jobs.delete(id)) send((engine) => engine.end(id));
    },
    train,
    retryData(id) {
      lend(id);
      send((engine) => engine.retryData());
    },
    send,
    ask: async (question) => (calls ? unanswered.add(question(calls)).catch(() => null) : null),
    async choose(choice) {
      const { choice: before } = store.getState();
      if (choice === before) return;
      choiceBefore = before;
      store.setState({ choice });
      if (choice === 'auto') forgetMeasurement();
      const asked = calls;
      if (asked === null) {
        start();
        return;
      }
      moving.start();
      try {
        const backend = await asked.setBackend(choice);
        if (asked !== calls) return;
        store.setState({ backend });
        if (backend.measured) keepMeasurement(backend.measured);
      } catch {
        // Whatever broke has ended the engine too: `onStop` handles it.
      }
    },
    forgetStops: () => void (stops = []),
    dispose() {
      close();
      jobs.clear();
    },
  };
}
