// What Inpainting reaches outside of its room with.
import type { AnalysisCalls } from '../analysis/analysis-client';
import type { EngineQuestions } from '../engine/engine-questions';
import type { EngineSupervisor } from '../engine/supervisor-ports';
import type { MainRun } from '../main-run/main-run';
import type { Run } from '../runs/run';

export interface InpaintingPorts {
  /** Null where there is no analysis, as in tests. */
  readonly analysis: Pick<AnalysisCalls, 'fillHole' | 'holeErrors' | 'cancel'> | null;
  readonly questions: EngineQuestions;
  readonly mainRun: Pick<MainRun, 'store' | 'experiment' | 'change' | 'toggle'>;
  readonly engine: Pick<EngineSupervisor, 'runBeside' | 'end' | 'ask' | 'send'>;
  readonly newRunId: () => Run['runId'];
}
