// What a trained network is used for in Apply, a room each. Nothing in them costs anything before its sub-view is opened.
import type { AnalysisCalls } from './analysis/analysis-client';
import type { EngineQuestions } from './engine/engine-questions';
import type { EngineSupervisor } from './engine/supervisor-ports';
import { createInpainting } from './inpainting/create-inpainting';
import type { Inpainting } from './inpainting/inpainting';
import type { MainRun } from './main-run/main-run';
import type { Run } from './runs/run';

export interface ApplicationPorts {
  /** Null where there is no analysis, as in tests. */
  readonly analysis: AnalysisCalls | null;
  readonly questions: EngineQuestions;
  readonly mainRun: MainRun;
  readonly engine: EngineSupervisor;
  readonly newRunId: () => Run['runId'];
}

export interface Applications {
  readonly inpainting: Inpainting;
}

export function createApplications(ports: ApplicationPorts): Applications {
  return { inpainting: createInpainting(ports) };
}
