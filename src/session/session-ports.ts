// What the session reaches outside of itself with: workers, what the browser keeps, locks between tabs.
import type { Experiment } from '../core/experiment/experiment';
import type { RunId } from '../core/run/stamp';
import type { AnalysisCalls } from './analysis/analysis-client';
import type { LoadRunArchive } from './archive/load-archive';
import type { Datasets } from './datasets/datasets';
import type { OpenEngine } from './engine/engine-client';
import type { ImportCalls } from './importing/import-client';
import type { Holds } from './page/holds';
import type { Run } from './runs/run';
import type { SweepArchive } from './sweeps/sweep-archive';
import type { SweepPorts } from './sweeps/sweep-runner';

export interface SessionPorts {
  readonly openEngine: OpenEngine;
  /** Null: nothing is analysed, nothing can be imported. */
  readonly analysis?: AnalysisCalls | null;
  readonly imports?: ImportCalls | null;
  readonly archive: SweepArchive;
  readonly datasets: Datasets;
  readonly holds: Pick<SweepPorts, 'hold' | 'heldElsewhere'>;
  /** What is chosen at first. */
  readonly experiment?: Experiment;
  /** The run from before a reload, to go on with. */
  readonly resumed?: Run | null;
  /** Where runs are kept; without it, none is. */
  readonly runArchive?: LoadRunArchive | null;
  readonly runHolds: Holds;
  readonly newRunId?: () => RunId;
}
