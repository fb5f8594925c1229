// What a run's network is, for every file that it is written to: its plan, its weights and what it was trained on.
import { networkPlan } from '../../../catalog/architectures/registry';
import type { NetworkPlan } from '../../../catalog/architectures/plan';
import type { Checkpoint } from '../../../core/run/checkpoint';
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import type { RunRecord } from '../../runs/run';

export interface RunNetwork {
  readonly checkpoint: Checkpoint;
  readonly dataset: DatasetInfo;
  readonly plan: NetworkPlan;
}

/** @throws RangeError for a run whose network was never built */
export function networkOf({ checkpoint, facts }: Pick<RunRecord, 'checkpoint' | 'facts'>): RunNetwork {
  if (checkpoint === null || facts === null) throw new RangeError('The run has no network.');
  const { dataset } = facts;
  return { checkpoint, dataset, plan: networkPlan(checkpoint.experiment, dataset.shape) };
}
