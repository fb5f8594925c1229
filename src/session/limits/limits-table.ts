// The table of what networks trained on one data set make of the others: the main run is a row of it, the missing rows are trained
// on the spot.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DatasetId } from '../../core/experiment/dataset-id';
import type { Failure } from '../../core/failure';
import { missingRows, rowExperiment, type LimitsCell, type LimitsRow } from '../../core/limits/limits-table';
import { narrowestWidth } from '../analysis/linear/linear-rivals';
import type { EngineQuestions } from '../engine/engine-questions';
import type { MainRun } from '../main-run/main-run';
import { hasAllData, type Run } from '../runs/run';
import type { TestOn } from './foreign';
import { paced } from './paced';
import { trainRows, type RowProgress, type RowTrainingPorts } from './row-training';

type Rows = Readonly<Partial<Record<DatasetId, LimitsRow>>>;

export interface LimitsTableState {
  /** Trained here, one for each data set. */
  readonly rows: Rows;
  /** The main run, as it was last tested. */
  readonly live: LimitsRow | null;
  /** Why a row could not be trained. */
  readonly failures: Readonly<Partial<Record<DatasetId, Failure>>>;
  /** Null while nothing is being trained. */
  readonly training: RowProgress | null;
  /** For each missing row. */
  readonly steps: number;
}

export const rowSteps = { min: 20, max: 50_000 } as const;

export interface LimitsTable {
  readonly store: StoreApi<LimitsTableState>;
  readonly setSteps: (steps: number) => void;
  /** Tests the main run on these data sets, again as it trains, until the function that is returned is called. */
  readonly watch: (datasets: readonly DatasetId[]) => () => void;
  /** Trains what is missing of these. Does nothing while another is under way. */
  readonly trainMissing: (datasets: readonly DatasetId[]) => void;
  /** Ends it; rows that are finished stay. */
  readonly cancel: () => void;
}

export interface LimitsTablePorts extends Pick<RowTrainingPorts, 'supervise' | 'newRunId' | 'testOn'> {
  readonly questions: Pick<EngineQuestions, 'reconstruct'>;
  readonly mainRun: Pick<MainRun, 'store'>;
}

export function createLimitsTable(ports: LimitsTablePorts): LimitsTable {
  const { mainRun, testOn } = ports;
  const store = createStore<LimitsTableState>()(() => ({
    rows: {},
    live: null,
    failures: {},
    training: null,
    steps: 1000,
  }));
  const { getState, setState } = store;
  let job: { readonly dispose: () => void } | null = null;

  function end(): void {
    job?.dispose();
    job = null;
    setState({ training: null });
  }

  return {
    store,
    setSteps: (steps) => setState({ steps }),
    watch: (datasets) =>
      watchMainRun({
        mainRun,
        testOn,
        reconstruct: ports.questions.reconstruct,
        datasets,
        onRow: (live) => setState({ live }),
      }),
    trainMissing(datasets) {
      const { experiment, step } = mainRun.store.getState();
      const { rows, training, steps } = getState();
      if (training !== null) return;
      const wanted = missingRows(rows, experiment, datasets).filter(
        (dataset) => step === 0 || dataset !== experiment.dataset,
      );
      if (wanted.length === 0) return;
      setState({ failures: {} });
      job = trainRows({
        supervise: ports.supervise,
        newRunId: ports.newRunId,
        testOn,
        plans: wanted.map((dataset) => ({ dataset, experiment: rowExperiment(experiment, dataset) })),
        columns: datasets,
        steps,
        onProgress: (progress) => setState({ training: progress }),
        onRow: (row) => setState({ rows: { ...getState().rows, [row.dataset]: row } }),
        onFailed: (dataset, reason) => setState({ failures: { ...getState().failures, [dataset]: reason } }),
        onFinished: end,
      });
      // It may have ended at once.
      if (getState().training === null) end();
    },
    cancel: end,
  };
}

interface Watching {
  readonly mainRun: Pick<MainRun, 'store'>;
  readonly testOn: TestOn;
  readonly reconstruct: EngineQuestions['reconstruct'];
  readonly datasets: readonly DatasetId[];
  readonly onRow: (row: LimitsRow) => void;
}

/** One test of all columns at a time; the next begins when there are other weights. */
function watchMainRun({ mainRun, testOn, reconstruct, datasets, onRow }: Watching): () => void {
  const run = mainRun.store.getState;
  let isEnded = false;
  let isBusy = false;
  let tested = '';

  const isWanted = (tested: Run) =>
    !isEnded && run().runId === tested.runId && run().experiment === tested.experiment;
  const test = paced(
    async () => {
      const before = run();
      const { experiment, step, facts } = before;
      tested = weightsOf(before);
      if (!isWanted(before) || facts === null) return;
      const { shape } = facts.dataset;
      const cells: Partial<Record<DatasetId, LimitsCell>> = {};
      for (const column of datasets) {
        const cell = await testOn(column, { experiment, shape, reconstruct });
        if (cell === null || !isWanted(before)) return;
        cells[column] = cell;
      }
      const codeSize = narrowestWidth(experiment, shape);
      onRow({ dataset: experiment.dataset, experiment, steps: step, shape, codeSize, cells });
    },
    () => run().wantsTraining,
  );

  async function follow(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    while (!isEnded && isTestable(run()) && weightsOf(run()) !== tested) await test();
    isBusy = false;
  }

  const stop = mainRun.store.subscribe(() => void follow());
  void follow();
  return () => {
    isEnded = true;
    stop();
  };
}

const isTestable = (run: Run) => run.step > 0 && run.facts !== null && hasAllData(run);

/** The same text for the same weights. */
const weightsOf = ({ runId, step, experiment }: Run) => `${runId} ${step} ${JSON.stringify(experiment)}`;
