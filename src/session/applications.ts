// What a trained network is used for in Apply, a room each. Nothing in them costs anything before its sub-view is opened.
import type { AnalysisCalls } from './analysis/analysis-client';
import type { EngineQuestions } from './engine/engine-questions';
import { createLimits, type Limits, type LimitsPorts } from './limits/limits';
import type { MainRun } from './main-run/main-run';

export interface ApplicationPorts extends Pick<LimitsPorts, 'supervise' | 'newRunId'> {
  /** Null where there is no analysis, as in tests. */
  readonly analysis: AnalysisCalls | null;
  readonly questions: EngineQuestions;
  readonly mainRun: MainRun;
}

export interface Applications {
  readonly limits: Limits;
  /** Whether one of them trains beside the main run. */
  readonly isTraining: () => boolean;
  readonly dispose: () => void;
}

export function createApplications(ports: ApplicationPorts): Applications {
  const limits = createLimits(ports);
  return {
    limits,
    isTraining: () => limits.table.store.getState().training !== null,
    dispose: limits.table.cancel,
  };
}
