// What the list of runs knows of a run: enough to find it, sort by it and recognise it, without its weights.
import { isObject } from '../../core/plain/is-object';
import { experimentSchema } from '../../catalog/experiment-schema';
import type { BackendName } from '../../core/backend-measurement';
import type { Experiment } from '../../core/experiment/experiment';
import type { RunId } from '../../core/run/stamp';
import type { DatasetInfo } from '../../core/samples/dataset-info';
import type { Checkpoint } from '../../core/run/checkpoint';
import type { RunRecord } from '../runs/run';
import type { KeptRun, RunGroup, RunThumbnail } from './kept-run';

/** What a person has written about a run. */
export interface RunLabels {
  /** Null: it is called what it is. */
  readonly name: string | null;
  readonly note: string;
  readonly tags: readonly string[];
  /** A pinned run stands at the top, and is never removed to make room. */
  readonly isPinned: boolean;
}

export interface RunEntry extends RunLabels {
  readonly id: RunId;
  /** Milliseconds since 1970, both. */
  readonly startedAt: number;
  readonly changedAt: number;
  readonly experiment: Experiment;
  readonly data: Pick<DatasetInfo, 'name' | 'shape' | 'valueRange'>;
  readonly step: number;
  readonly epoch: number;
  /** Mean squared error per value on the whole test set, or on its subset where that is all there is; null before either. */
  readonly testMse: number | null;
  /** Weights and biases. */
  readonly parameters: number;
  /** Size of its arrays. */
  readonly bytes: number;
  readonly backend: BackendName | null;
  readonly thumbnail: RunThumbnail | null;
  /** As in `KeptRun`: the list shows a group as one. */
  readonly group?: RunGroup;
}

export const unlabelled: RunLabels = { name: null, note: '', tags: [], isPinned: false };

/** Null for a run of which the data set is not known: it was never built. */
export function entryOf(kept: KeptRun, labels: RunLabels, changedAt: number): RunEntry | null {
  const { record, backend, thumbnail } = kept;
  if (record.facts === null) return null;
  const { name, shape, valueRange } = record.facts.dataset;
  return {
    ...labels,
    id: record.runId,
    startedAt: record.startedAt,
    changedAt,
    experiment: record.experiment,
    data: { name, shape, valueRange },
    step: record.step,
    epoch: record.epoch,
    testMse: testMseOf(record),
    parameters: record.facts.parameters,
    bytes: checkpointBytes(record.checkpoint) + checkpointBytes(record.best?.checkpoint ?? null),
    backend,
    thumbnail,
    ...(kept.group && { group: kept.group }),
  };
}

function testMseOf({ testAll, testSubset }: RunRecord): number | null {
  return (testAll ?? testSubset)?.evaluation.mse ?? null;
}

function checkpointBytes(checkpoint: Checkpoint | null): number {
  if (checkpoint === null) return 0;
  const arrays = [...checkpoint.weights, ...checkpoint.optimizer.slots.flat()];
  return arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
}

/** An entry that was kept, or null where it is none that this version of the page can show. */
export function parseRunEntry(kept: unknown): RunEntry | null {
  if (!isObject(kept) || !isObject(kept['data'])) return null;
  const { id, name, note, tags, startedAt, changedAt, experiment, step, testMse, bytes, data } = kept;
  const isRead =
    typeof id === 'string' &&
    (name === null || typeof name === 'string') &&
    typeof note === 'string' &&
    Array.isArray(tags) &&
    [startedAt, changedAt, step, kept['epoch'], kept['parameters'], bytes].every(Number.isFinite) &&
    (testMse === null || typeof testMse === 'number') &&
    typeof data['name'] === 'string' &&
    Array.isArray(data['shape']) &&
    (kept['group'] === undefined || isGroup(kept['group'])) &&
    experimentSchema.safeParse(experiment).success;
  return isRead ? (kept as unknown as RunEntry) : null;
}

function isGroup(kept: unknown): kept is RunGroup {
  return isObject(kept) && typeof kept['id'] === 'string' && typeof kept['name'] === 'string';
}
