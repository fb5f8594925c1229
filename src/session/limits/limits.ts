// Apply: Limits. What the network makes of what it was never trained on: a photograph, and other data sets.
import type { AnalysisCalls } from '../analysis/analysis-client';
import type { EngineQuestions } from '../engine/engine-questions';
import type { MainRun } from '../main-run/main-run';
import { createTestOn } from './foreign';
import { createLimitsTable, type LimitsTable, type LimitsTablePorts } from './limits-table';
import { createPhotographRoom, type PhotographRoom } from './photograph';
import { createPhotographPca, type PhotographPca } from './photograph-pca';
import { paced } from './paced';

export interface LimitsPorts extends Pick<LimitsTablePorts, 'supervise' | 'newRunId'> {
  /** Null where there is no analysis, as in tests. */
  readonly analysis: Pick<AnalysisCalls, 'pcaInShape' | 'foreignSamples'> | null;
  readonly questions: EngineQuestions;
  readonly mainRun: MainRun;
}

export interface Limits {
  readonly photograph: PhotographRoom;
  readonly photographPca: PhotographPca;
  /** Tiles `[n, sampleSize]` through the main run's network; costs training little. */
  readonly rebuild: EngineQuestions['reconstruct'];
  readonly table: LimitsTable;
  readonly isTraining: () => boolean;
  readonly dispose: () => void;
}

/** Another photograph does not wait longer. */
const longestRestMs = 2000;

export function createLimits({ analysis, questions, mainRun, ...others }: LimitsPorts): Limits {
  const table = createLimitsTable({ questions, mainRun, testOn: createTestOn(analysis), ...others });
  return {
    photograph: createPhotographRoom(),
    photographPca: createPhotographPca(analysis),
    rebuild: paced(questions.reconstruct, () => mainRun.store.getState().wantsTraining, longestRestMs),
    table,
    isTraining: () => table.store.getState().training !== null,
    dispose: table.cancel,
  };
}
