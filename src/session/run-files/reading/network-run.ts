// A network without its history as a run: it stands at the step that is stated of it, and its optimizer starts fresh.
import { optimizers } from '../../../catalog/optimizers/registry';
import { kindOf } from '../../../catalog/kinds/kind';
import type { Experiment } from '../../../core/experiment/experiment';
import { createRunId } from '../../../core/run/stamp';
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import { keptVersion } from '../../archive/kept-run';
import { unlabelled } from '../../archive/run-entry';
import { newRun, recordOf, type Measured } from '../../runs/run';
import type { ImportedRun } from '../run-file/unpack-run';

export interface ReadNetwork {
  readonly experiment: Experiment;
  readonly dataset: DatasetInfo;
  /** Of the whole network, in the order of its plan. */
  readonly weights: readonly Float32Array[];
  /** Where nothing is known of its training: 0. */
  readonly step: number;
  readonly samplesPassed: number;
  readonly epoch: number;
  readonly testAll: Measured | null;
}

/** @param name what the run is called; null: what it is */
export function networkRun(network: ReadNetwork, name: string | null): ImportedRun {
  const { experiment, dataset, weights, step, samplesPassed, epoch, testAll } = network;
  const { slots } = kindOf(optimizers, experiment.optimizer);
  const zeros = () => weights.map(({ length }) => new Float32Array(length));
  const { trainCount, testCount } = dataset;
  const parameters = weights.reduce((sum, { length }) => sum + length, 0);
  const fresh = newRun(createRunId(), experiment, null);
  return {
    labels: { ...unlabelled, name },
    kept: {
      version: keptVersion,
      wantsTraining: false,
      backend: null,
      thumbnail: null,
      record: recordOf({
        ...fresh,
        facts: { dataset, parameters, trainCount, testCount },
        step,
        epoch,
        testAll,
        // Nothing is known of how long it took.
        clock: step === 0 ? fresh.clock : null,
        checkpoint: {
          experiment,
          step,
          samplesPassed,
          weights: [...weights],
          optimizer: { updates: 0, slots: Array.from({ length: slots }, zeros) },
        },
      }),
    },
  };
}
