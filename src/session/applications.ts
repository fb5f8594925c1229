// What a trained network is used for in Apply, a room each. Nothing in them costs anything before its sub-view is opened.
import type { AnalysisCalls } from './analysis/analysis-client';
import { createAnomalies, type Anomalies, type AnomalyPorts } from './anomalies/anomalies';
import type { EngineQuestions } from './engine/engine-questions';
import type { MainRun } from './main-run/main-run';

export interface ApplicationPorts {
  /** Null where there is no analysis, as in tests. */
  readonly analysis: AnalysisCalls | null;
  readonly questions: EngineQuestions;
  readonly mainRun: MainRun;
  /** Makes an engine beside the main run's, and names its runs. */
  readonly supervise: AnomalyPorts['supervise'];
  readonly newRunId: AnomalyPorts['newRunId'];
}

export interface Applications {
  readonly anomalies: Anomalies;
}

export function createApplications(ports: ApplicationPorts): Applications {
  return { anomalies: createAnomalies(ports) };
}
