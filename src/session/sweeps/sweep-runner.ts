// The actions on sweeps. One is trained at a time; each finished value is kept at once.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { withinTime } from '../../core/browser/time-limit';
import type { Failure } from '../../core/failure';
import type { RunId } from '../../core/run/stamp';
import type { SweepPlan } from '../../core/sweep/sweep';
import type { AddLinearPoints, LinearPointsPorts } from './linear/linear-points';
import { lateLinearPoints } from './linear/late-linear-points';
import type { SweepArchive } from './sweep-archive';
import { createSweepDraft, type SweepDrafting } from './sweep-draft';
import { noSweeps, valuesLeft, type SweepRecord, type SweepState } from './sweep-record';
import { trainSweep, type SweepTraining, type SweepTrainingPorts } from './sweep-training';

export interface SweepPorts {
  readonly supervise: SweepTrainingPorts['supervise'];
  readonly newRunId: () => RunId;
  readonly analysis: LinearPointsPorts['analysis'];
  readonly archive: SweepArchive;
  /** Told once when nothing can be kept. */
  readonly onNotKept: () => void;
  /** Told why a sweep ended that could go on. */
  readonly onInterrupted: (reason: Failure) => void;
  /** A kept sweep is being trained here: holds it against other tabs until the function that is returned is called. */
  readonly hold: (id: string) => () => void;
  /** Ids of the sweeps that are being trained in other tabs. */
  readonly heldElsewhere: () => Promise<ReadonlySet<string>>;
}

export interface SweepRunner {
  readonly store: StoreApi<SweepState>;
  /** What is typed for the next sweep. */
  readonly draft: SweepDrafting;
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
  /** Computes PCA and the linear denoiser beside a kept sweep that lacks them. */
  readonly addLinear: AddLinearPoints;
}

/** How long the browser may take to hand out what it kept: some never answer. */
const restoreMs = 5000;

/** The sweep that is being trained. */
interface UnderWay {
  readonly id: string;
  readonly letGo: () => void;
  training: SweepTraining | null;
}

export function createSweepRunner(ports: SweepPorts): SweepRunner {
  const store = createStore<SweepState>()(() => noSweeps);
  const { getState, setState } = store;
  let underWay: UnderWay | null = null;
  let toldNotKept = false;

  const recordOf = (id: string) => getState().sweeps.find((record) => record.id === id);

  function change(id: string, patch: Partial<SweepRecord>): void {
    setState({
      sweeps: getState().sweeps.map((record) => (record.id === id ? { ...record, ...patch } : record)),
    });
    const record = recordOf(id);
    if (record) keep(ports.archive.keep(record));
  }

  const addLinear = lateLinearPoints({
    analysis: ports.analysis,
    recordOf,
    add(id, value, linear) {
      const points = recordOf(id)?.points ?? [];
      change(id, { points: points.map((point) => (point.value === value ? { ...point, linear } : point)) });
    },
    onWork: (computing) => setState({ computing }),
  });

  function keep(kept: Promise<void>): void {
    kept.catch(() => {
      if (!toldNotKept) ports.onNotKept();
      toldNotKept = true;
    });
  }

  function train(known: SweepRecord): void {
    const { id } = known;
    const sweep: UnderWay = { id, letGo: ports.hold(id), training: null };
    underWay = sweep;
    change(id, { status: 'running' });
    sweep.training = trainSweep({
      supervise: ports.supervise,
      newRunId: ports.newRunId,
      record: () => recordOf(id) ?? known,
      change(patch) {
        change(id, patch);
        if (patch.points) addLinear(id);
      },
      onProgress: (running) => setState({ running }),
      onFinished: () => end('finished'),
      onInterrupted(reason) {
        end('interrupted');
        ports.onInterrupted(reason);
      },
    });
  }

  function end(status: SweepRecord['status']): void {
    if (underWay === null) return;
    const { id, training, letGo } = underWay;
    underWay = null;
    training?.dispose();
    letGo();
    setState({ running: null });
    change(id, { status });
  }

  return {
    store,
    draft: createSweepDraft(),
    async restore() {
      try {
        const [kept, held] = await withinTime(
          restoreMs,
          Promise.all([ports.archive.read(), ports.heldElsewhere()]),
        );
        const known = new Set(getState().sweeps.map(({ id }) => id));
        const wasUnderWay = ({ status }: SweepRecord) => status === 'running' || status === 'paused';
        const read = kept
          .filter(({ id }) => !known.has(id) && !held.has(id))
          .map((record): SweepRecord =>
            wasUnderWay(record) ? { ...record, status: 'interrupted' } : record,
          );
        setState({ sweeps: [...read, ...getState().sweeps], restored: true });
      } catch {
        // Storage cannot be read. The person is warned when there is something to keep.
        setState({ restored: true });
      }
    },
    start(plan, name) {
      if (underWay) return;
      const startedAt = Date.now();
      const id = `${startedAt.toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
      const record: SweepRecord = { id, name, startedAt, plan, points: [], status: 'running', failures: [] };
      setState({ sweeps: [...getState().sweeps, record] });
      train(record);
    },
    pause() {
      if (!underWay || recordOf(underWay.id)?.status !== 'running') return;
      change(underWay.id, { status: 'paused' });
      underWay.training?.pause();
    },
    goOn(id) {
      if (underWay) {
        if (recordOf(underWay.id)?.status !== 'paused') return;
        change(underWay.id, { status: 'running' });
        underWay.training?.goOn();
        return;
      }
      const record = id === undefined ? undefined : recordOf(id);
      if (record && valuesLeft(record).length > 0) train(record);
    },
    cancel: () => end('cancelled'),
    remove(id) {
      if (underWay?.id === id) end('cancelled');
      setState({ sweeps: getState().sweeps.filter((record) => record.id !== id) });
      keep(ports.archive.remove(id));
    },
    rename: (id, name) => change(id, { name }),
    addLinear,
  };
}
