// Networks of kept runs in an engine of their own, one at a time: loading the next lets go of the one before. They are built from their
// checkpoints and never trained.
import { CodedError, type Failure } from '../../core/failure';
import type { RunId } from '../../core/run/stamp';
import { pausedRun, resumeKeptRun, type KeptRun } from '../archive/kept-run';
import { createEngineQuestions, type EngineQuestions } from '../engine/engine-questions';
import type { EngineSupervisor, SupervisorPorts } from '../engine/supervisor-ports';
import type { Run } from '../runs/run';

export type Supervise = (
  ports: Pick<SupervisorPorts, 'onOpened' | 'onEvent' | 'onGivenUp'>,
) => EngineSupervisor;

export interface KeptNetworks {
  /**
   * Loads the network of a run, and the test samples of its data set.
   * @throws CodedError where the engine or the data fail
   */
  readonly load: (kept: KeptRun) => Promise<Run>;
  /** Whether this run's is the network that is loaded. */
  readonly isLoaded: (id: RunId) => boolean;
  /** It does not answer: the next `load` builds it again. */
  readonly forget: () => void;
  /** What is asked of the network that is loaded. */
  readonly questions: EngineQuestions;
  /** Ends the engine; what is being loaded rejects. */
  readonly dispose: () => void;
}

interface Loading {
  run: Run;
  /** Whether it can be asked. */
  isReady: boolean;
  readonly resolve: (run: Run) => void;
  readonly reject: (why: Error) => void;
}

/** @param onData the data set of the run that is being loaded is arriving */
export function createKeptNetworks(supervise: Supervise, onData: (run: Run) => void): KeptNetworks {
  let current: Loading | null = null;
  let isStarted = false;

  const engine = supervise({
    // Nothing shows this engine's views.
    onOpened: () => engine.send((calls) => calls.setSeen([])),
    onEvent(event) {
      if (event.type === 'data-failed' && event.dataset === current?.run.experiment.dataset)
        fail(event.message);
    },
    onGivenUp(message) {
      isStarted = false;
      fail(message);
    },
  });

  function fail(why: Failure): void {
    // What has been loaded stays: other samples than those that are needed may have failed.
    if (current === null || current.isReady) return;
    const { reject } = current;
    current = null;
    reject(new CodedError(why));
  }

  return {
    load(kept) {
      const resumed = resumeKeptRun(pausedRun(kept), kept.record.experiment);
      if (resumed === null) return Promise.reject(new CodedError({ code: 'looks.unreadable' }));
      return new Promise((resolve, reject) => {
        const mine: Loading = { run: resumed, isReady: false, resolve, reject };
        current = mine;
        engine.forgetStops();
        engine.run({
          id: resumed.runId,
          read: () => mine.run,
          keep(next, event) {
            mine.run = next;
            if (current !== mine) return;
            if (event === null) mine.isReady = false;
            else if (event.type === 'data-progress' && !mine.isReady) onData(next);
            // The first view is of test samples: they are there.
            else if (event.type === 'snapshot') {
              mine.isReady = true;
              resolve(next);
            }
          },
          experiment: () => mine.run.experiment,
          lastStep: () => null,
          onRefused: fail,
        });
        if (!isStarted) engine.start();
        isStarted = true;
      });
    },
    isLoaded: (id) => current !== null && current.isReady && current.run.runId === id,
    forget: () => void (current = null),
    questions: createEngineQuestions(engine, () => current?.run.runId ?? ''),
    dispose() {
      engine.dispose();
      current?.reject(new CodedError({ code: 'worker.ended' }));
      current = null;
    },
  };
}
