// Trains a sweep value by value in an engine of its own, so that it goes on whatever the person does with the main run. What
// is finished is kept at once. Owned by actions.ts.
import { imageBytes } from '../core/image-bytes';
import type { Checkpoint, Evaluation, Snapshot, TrainingEvent } from '../core/engine-api';
import { experimentAt, type SweepPlan, type SweepPoint } from '../core/sweep';
import { stepsPerSecond, withMoment, type Pace } from './comparison-pace';
import { giveOrder, type EngineCalls, type EngineLink, type EngineListeners } from './engine-client';
import type { SweepArchive } from './sweep-archive';
import { sweepStore, valuesLeft, type RunningSweep, type SweepRecord } from './sweep-store';

export interface SweepPort {
  /** Starts an engine on the backend that is chosen. */
  readonly open: (listeners: EngineListeners) => EngineLink;
  readonly archive: SweepArchive;
  /** Told once when nothing can be kept. */
  readonly onNotKept: () => void;
  /** Told why a sweep ended that could go on. */
  readonly onInterrupted: (reason: string) => void;
  /** A kept sweep is being trained here: holds it against other tabs until the function that is returned is called. */
  readonly hold: (id: string) => () => void;
  /** Ids of the sweeps that are being trained in other tabs. */
  readonly heldElsewhere: () => Promise<ReadonlySet<string>>;
}

export interface SweepRunner {
  /** Reads what is kept. A sweep that was under way when its page was closed is `interrupted`. */
  readonly restore: () => Promise<void>;
  /** Does nothing while another is under way. */
  readonly start: (plan: SweepPlan, name: string) => void;
  readonly pause: () => void;
  /** Goes on with what is paused, or with the missing values of a kept sweep. */
  readonly goOn: (id?: string) => void;
  /** Ends what is under way; its points stay. */
  readonly cancel: () => void;
  readonly remove: (id: string) => void;
  readonly rename: (id: string, name: string) => void;
}

/** Engines that may die at one value before it is given up. */
const mostDeaths = 2;

/** The value under way. */
interface UnderWay {
  readonly value: number;
  readonly runId: number;
  /** What was measured of the finished network. */
  evaluation: Evaluation | null;
  snapshot: Snapshot | null;
  checkpoint: Checkpoint | null;
  deaths: number;
}

interface Trained {
  readonly id: string;
  readonly letGo: () => void;
  link: EngineLink | null;
  /** Once it has a backend. */
  calls: EngineCalls | null;
  current: UnderWay | null;
  pace: Pace;
  /** Steps of the values that were finished since it went on. */
  stepsBefore: number;
}

export function createSweepRunner(port: SweepPort): SweepRunner {
  const { getState, setState } = sweepStore;
  let trained: Trained | null = null;
  let lastRunId = 0;
  let toldNotKept = false;

  const recordOf = (id: string) => getState().sweeps.find((record) => record.id === id);

  function change(id: string, patch: Partial<SweepRecord>): void {
    setState({
      sweeps: getState().sweeps.map((record) => (record.id === id ? { ...record, ...patch } : record)),
    });
    const record = recordOf(id);
    if (record) keep(port.archive.keep(record));
  }

  function keep(kept: Promise<void>): void {
    kept.catch(() => {
      if (!toldNotKept) port.onNotKept();
      toldNotKept = true;
    });
  }

  /** Begins, or begins again, to train what is missing of a record. */
  function train(id: string): void {
    const sweep: Trained = {
      id,
      letGo: port.hold(id),
      link: null,
      calls: null,
      current: null,
      pace: [],
      stepsBefore: 0,
    };
    trained = sweep;
    change(id, { status: 'running' });
    openEngine(sweep);
  }

  function openEngine(sweep: Trained): void {
    const link: EngineLink = port.open({
      onEvent: (event) => {
        if (sweep === trained && link === sweep.link) onEvent(sweep, event);
      },
      onDeath: (message) => {
        if (sweep === trained && link === sweep.link) onDeath(sweep, message);
      },
    });
    sweep.link = link;
    sweep.calls = null;
    link.opened.then(
      () => {
        if (sweep !== trained || link !== sweep.link) return;
        sweep.calls = link.calls;
        giveOrder(sweep.calls, (calls) => calls.setSeen([]));
        if (sweep.current) build(sweep, sweep.current);
        else next(sweep);
      },
      (error: unknown) => {
        if (sweep === trained && link === sweep.link) onDeath(sweep, textOf(error));
      },
    );
  }

  /** Trains the next value, or ends. */
  function next(sweep: Trained): void {
    const record = recordOf(sweep.id);
    const [value] = record ? valuesLeft(record) : [];
    if (value === undefined) {
      end(sweep, 'finished');
      return;
    }
    const { current } = sweep;
    if (current) giveOrder(sweep.calls, (calls) => calls.end(current.runId));
    build(sweep, {
      value,
      runId: ++lastRunId,
      evaluation: null,
      snapshot: null,
      checkpoint: null,
      deaths: 0,
    });
  }

  function build(sweep: Trained, current: UnderWay): void {
    const record = recordOf(sweep.id);
    if (!record) return;
    sweep.current = current;
    tell(sweep, current.checkpoint?.step ?? 0);
    sweep.calls
      ?.build(current.runId, experimentAt(record.plan, current.value), current.checkpoint)
      .catch((error: unknown) => {
        // What broke the engine is told by its death.
        if (sweep === trained && sweep.current === current && sweep.calls) fail(sweep, textOf(error));
      });
  }

  function onEvent(sweep: Trained, event: TrainingEvent): void {
    const { current } = sweep;
    if (event.type === 'failed') {
      if (event.fatal) onDeath(sweep, event.message);
      return;
    }
    if (event.type === 'data-failed') {
      interrupt(sweep, event.message);
      return;
    }
    const steps = recordOf(sweep.id)?.plan.steps;
    if (current === null || steps === undefined || !('runId' in event) || event.runId !== current.runId)
      return;
    if (event.type === 'started') play(sweep);
    else if (event.type === 'progress') tell(sweep, event.step);
    else if (event.type === 'checkpoint') current.checkpoint = event.checkpoint;
    else if (event.type === 'diverged')
      fail(sweep, `The loss was not finite any more at step ${event.step}.`);
    else if (event.type === 'evaluation' && event.scope === 'all' && event.step >= steps)
      current.evaluation = event;
    else if (event.type === 'snapshot' && event.step >= steps) current.snapshot = event;
    if (current.evaluation && current.snapshot) finish(sweep, current, current.evaluation, current.snapshot);
  }

  function play(sweep: Trained): void {
    const record = recordOf(sweep.id);
    const { current } = sweep;
    if (!record || !current || record.status === 'paused') return;
    giveOrder(sweep.calls, (calls) => calls.play(current.runId, record.plan.steps));
  }

  function finish(sweep: Trained, { value }: UnderWay, { mse }: Evaluation, snapshot: Snapshot): void {
    const record = recordOf(sweep.id);
    if (!record) return;
    const { indices, labels, original, reconstructed, experiment, step } = snapshot;
    const point: SweepPoint = {
      value,
      codeSize: experiment.codeSize,
      steps: step,
      testMse: mse,
      indices,
      labels,
      originals: imageBytes(original),
      reconstructions: imageBytes(reconstructed),
    };
    sweep.stepsBefore += record.plan.steps;
    change(sweep.id, { points: [...record.points, point] });
    next(sweep);
  }

  /** The value under way cannot be trained; the others can. */
  function fail(sweep: Trained, reason: string): void {
    const record = recordOf(sweep.id);
    const { current } = sweep;
    if (!record || !current) return;
    change(sweep.id, { failures: [...record.failures, { value: current.value, reason }] });
    next(sweep);
  }

  /** Another engine goes on from the last checkpoint; a value at which they keep dying is given up. */
  function onDeath(sweep: Trained, message: string): void {
    sweep.link?.dispose();
    sweep.calls = null;
    const { current } = sweep;
    if (current === null) {
      interrupt(sweep, message);
      return;
    }
    current.deaths++;
    if (current.deaths > mostDeaths) {
      const record = recordOf(sweep.id);
      if (record)
        change(sweep.id, { failures: [...record.failures, { value: current.value, reason: message }] });
      sweep.current = null;
      if (record && valuesLeft(record).length <= 1) {
        end(sweep, 'finished');
        return;
      }
    }
    openEngine(sweep);
  }

  /** What is missing would fail as well: it is left for later. */
  function interrupt(sweep: Trained, reason: string): void {
    end(sweep, 'interrupted');
    port.onInterrupted(reason);
  }

  function end(sweep: Trained, status: SweepRecord['status']): void {
    sweep.link?.dispose();
    sweep.letGo();
    trained = null;
    setState({ running: null });
    change(sweep.id, { status });
  }

  function tell(sweep: Trained, step: number): void {
    const record = recordOf(sweep.id);
    const { current } = sweep;
    if (!record || !current) return;
    const { steps, values } = record.plan;
    sweep.pace = withMoment(sweep.pace, performance.now(), sweep.stepsBefore + step);
    const rate = stepsPerSecond(sweep.pace);
    const left = valuesLeft(record).length * steps - step;
    const running: RunningSweep = {
      id: sweep.id,
      value: current.value,
      step,
      steps,
      share: Math.min(1, 1 - left / (values.length * steps)),
      secondsLeft: rate === null ? null : left / rate,
      stepsPerSecond: rate,
    };
    setState({ running });
  }

  return {
    async restore() {
      try {
        const [kept, held] = await Promise.all([port.archive.read(), port.heldElsewhere()]);
        const known = new Set(getState().sweeps.map(({ id }) => id));
        const wasUnderWay = ({ status }: SweepRecord) => status === 'running' || status === 'paused';
        const read = kept
          .filter(({ id }) => !known.has(id) && !held.has(id))
          .map((record): SweepRecord =>
            wasUnderWay(record) ? { ...record, status: 'interrupted' } : record,
          );
        setState({ sweeps: [...read, ...getState().sweeps], restored: true });
      } catch {
        // Nothing can be read: that nothing can be kept is told when there is something to keep.
        setState({ restored: true });
      }
    },
    start(plan, name) {
      if (trained) return;
      const startedAt = Date.now();
      const id = `${startedAt.toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
      const record: SweepRecord = { id, name, startedAt, plan, points: [], status: 'running', failures: [] };
      setState({ sweeps: [...getState().sweeps, record] });
      train(id);
    },
    pause() {
      if (!trained || recordOf(trained.id)?.status !== 'running') return;
      change(trained.id, { status: 'paused' });
      const { current, calls } = trained;
      trained.pace = [];
      if (current) giveOrder(calls, (engine) => engine.pause(current.runId));
    },
    goOn(id) {
      if (trained) {
        if (recordOf(trained.id)?.status !== 'paused') return;
        change(trained.id, { status: 'running' });
        play(trained);
        return;
      }
      const record = id === undefined ? undefined : recordOf(id);
      if (record && valuesLeft(record).length > 0) train(record.id);
    },
    cancel() {
      if (trained) end(trained, 'cancelled');
    },
    remove(id) {
      if (trained?.id === id) end(trained, 'cancelled');
      setState({ sweeps: getState().sweeps.filter((record) => record.id !== id) });
      keep(port.archive.remove(id));
    },
    rename(id, name) {
      change(id, { name });
    },
  };
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
