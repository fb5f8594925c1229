// An engine of its own that trains one network after the other and scores each.
import type { ScoreKind } from '../../../core/anomaly/score-kind';
import type { ScoredSets } from '../../../core/engine-api/scoring';
import type { Experiment } from '../../../core/experiment/experiment';
import { CodedError, type Failure } from '../../../core/failure';
import type { RunId } from '../../../core/run/stamp';
import { createEngineQuestions } from '../../engine/engine-questions';
import type { EngineSupervisor, SupervisorPorts } from '../../engine/supervisor-ports';
import { hasAllData, newRun, type Run } from '../../runs/run';

export type Supervise = (
  ports: Pick<SupervisorPorts, 'onOpened' | 'onEvent' | 'onGivenUp'>,
) => EngineSupervisor;

export interface ScoringTraining {
  /**
   * Trains to this step. Rejects when the network cannot be trained, and when the engine is ended.
   * @param onShare told the share of the training, in [0, 1]
   */
  readonly train: (
    experiment: Experiment,
    lastStep: number,
    kind: ScoreKind,
    onShare: (share: number) => void,
  ) => Promise<ScoredSets>;
  readonly dispose: () => void;
}

/** Starts the engine with the first network. */
export function openTraining(ports: {
  readonly supervise: Supervise;
  readonly newRunId: () => RunId;
}): ScoringTraining {
  let run: Run | null = null;
  let refuse: (why: Failure) => void = () => undefined;
  const engine = ports.supervise({
    // Nothing shows this engine's views.
    onOpened: () => engine.send((calls) => calls.setSeen([])),
    onEvent(event) {
      if (event.type === 'data-failed') refuse(event.message);
    },
    onGivenUp: (message) => refuse(message),
  });
  const questions = createEngineQuestions(engine, () => run?.runId ?? '');
  let isStarted = false;

  return {
    train(experiment, lastStep, kind, onShare) {
      return new Promise((resolve, reject) => {
        refuse = (why) => reject(new CodedError(why));
        let isAsked = false;
        // Data that has arrived for one network is there for the next.
        const first = { ...newRun(ports.newRunId(), experiment, run), wantsTraining: true };
        run = first;
        const finishIfTrained = (now: Run) => {
          if (isAsked || now.step < lastStep || !hasAllData(now)) return;
          isAsked = true;
          void questions
            .scoreSets(kind, () => undefined)
            .then((scored) => {
              if (scored) resolve(scored);
              else refuse({ code: 'analysis.network-changed' });
            });
        };
        engine.run({
          id: first.runId,
          read: () => run ?? first,
          keep(next) {
            if (next.runId !== first.runId) return;
            run = next;
            if (next.diverged) refuse({ code: 'run.diverged', step: next.diverged.step });
            else finishIfTrained(next);
            onShare(Math.min(1, next.step / lastStep));
          },
          experiment: () => experiment,
          lastStep: () => lastStep,
          onRefused: (why) => refuse(why),
        });
        if (!isStarted) engine.start();
        isStarted = true;
      });
    },
    dispose() {
      engine.dispose();
      refuse({ code: 'worker.ended' });
    },
  };
}
