// Builds the requested runs: opens their data set, builds and warms up the network, and reports each stage.
import { datasetInfo } from '../../core/samples/dataset-info';
import { datasetChecksum } from '../../data/dataset-checksum';
import type { StageMessage } from '../../core/engine-api/messages';
import type { Stage } from '../../core/engine-api/events';
import type { DatasetId } from '../../core/experiment/dataset-id';
import type { Experiment } from '../../core/experiment/experiment';
import { CodedError } from '../../core/failure';
import type { Checkpoint } from '../../core/run/checkpoint';
import type { RunId } from '../../core/run/stamp';
import { assertCanTrain } from '../backends/can-train';
import type { OpenDataset } from '../dataset/dataset-slot';
import { initialCheckpoint } from '../network/weights/initial-weights';
import type { Emit } from './run-events';
import type { Runs } from './runs';
import { runFacts } from './run-facts';
import { TrainingRun } from './training-run';

/** A run requested by the page. */
export interface RunRequest {
  runId: RunId;
  experiment: Experiment;
  /** The checkpoint to continue from; null for a new run. */
  checkpoint: Checkpoint | null;
  /** False for a run that trains beside the main run. */
  isMain: boolean;
}

/** A command to a run, executed between two slices of work. */
export type RunCommand = (run: TrainingRun) => Promise<void> | void;

export interface RunBuilderPort {
  readonly runs: Runs;
  /** Null when the data set cannot be read; the failure has been reported by then. */
  readonly openDataset: (id: DatasetId) => Promise<OpenDataset | null>;
  readonly emit: Emit;
}

const messages = {
  data: { code: 'stage.reading-data' },
  network: { code: 'stage.building-network' },
  'warm-up': { code: 'stage.warming-up' },
  ready: { code: 'stage.ready' },
} satisfies Partial<Record<Stage['stage'], StageMessage>>;

/** Keeps the requests, so that a run which was replaced or ended before its turn is never built. */
export class RunBuilder {
  readonly #port: RunBuilderPort;
  /** Requests that have not ended, built or not; the main run comes first. */
  #requests: RunRequest[] = [];
  /** Requests whose data set failed to open. */
  #unopened: RunRequest[] = [];
  /** Commands for runs that are waiting for their data, oldest first. */
  readonly #deferred = new Map<RunId, RunCommand[]>();

  constructor(port: RunBuilderPort) {
    this.#port = port;
  }

  /** The main run, otherwise the oldest of the others; null without runs. */
  get firstRunId(): RunId | null {
    return this.#requests[0]?.runId ?? null;
  }

  /** Requests a main run, which replaces all other runs. */
  request(request: Omit<RunRequest, 'isMain'>): RunRequest {
    const main = { ...request, isMain: true };
    this.#requests = [main];
    this.#deferred.clear();
    return main;
  }

  /**
   * Requests a run beside the others.
   * @throws CodedError when its data set differs from theirs
   */
  requestBeside(request: Omit<RunRequest, 'isMain'>): RunRequest {
    const { runId, experiment } = request;
    const others = this.#requests[0]?.experiment.dataset ?? experiment.dataset;
    if (others !== experiment.dataset) {
      throw new CodedError({ code: 'run.other-dataset', runId, dataset: experiment.dataset, others });
    }
    const beside = { ...request, isMain: false };
    this.#requests.push(beside);
    return beside;
  }

  /** Drops the request of a run that has ended, or that must not be built any more. */
  withdraw(runId: RunId): void {
    this.#requests = this.#requests.filter((request) => request.runId !== runId);
    this.#deferred.delete(runId);
  }

  /** Keeps a command for a requested run until it is built. Commands for unknown runs are dropped. */
  defer(runId: RunId, command: RunCommand): void {
    if (!this.isRequested(runId)) return;
    this.#deferred.set(runId, [...(this.#deferred.get(runId) ?? []), command]);
  }

  /** Removes and returns the commands kept for a run, oldest first. */
  takeDeferred(runId: RunId): RunCommand[] {
    const commands = this.#deferred.get(runId) ?? [];
    this.#deferred.delete(runId);
    return commands;
  }

  isRequested(runId: RunId): boolean {
    return this.#requests.some((request) => request.runId === runId);
  }

  isCurrent(request: RunRequest): boolean {
    return this.#requests.includes(request);
  }

  /** Removes and returns the requests whose data set failed to open, to retry them. */
  takeUnopened(): RunRequest[] {
    return this.#unopened.splice(0);
  }

  /**
   * Builds a run, replacing one with the same id.
   * @throws WorkRefusedError when the current backend cannot train it
   */
  async build(request: RunRequest): Promise<void> {
    const { runId, experiment, checkpoint, isMain } = request;
    const { runs, openDataset, emit } = this.#port;
    const reportStage = (stage: keyof typeof messages) => {
      emit({ type: 'stage', runId, stage, message: messages[stage] });
    };
    reportStage('data');
    const dataset = await openDataset(experiment.dataset);
    if (!dataset) {
      this.#unopened.push(request);
      return;
    }
    const { train, test, manifest } = dataset.handle;
    const checksum = await datasetChecksum(manifest);
    reportStage('network');
    const start = checkpoint ?? initialCheckpoint(experiment, train.shape);
    await runs.end(runId);
    assertCanTrain(experiment);
    const run = new TrainingRun(runId, start, dataset, emit);
    runs.add(run, isMain);
    reportStage('warm-up');
    await run.warmUp();
    emit({
      type: 'started',
      runId,
      step: run.network.step,
      experiment,
      dataset: { ...datasetInfo(experiment.dataset, manifest), checksum },
      testCount: test.count,
      ...runFacts(run.network, dataset),
    });
    reportStage('ready');
  }
}
