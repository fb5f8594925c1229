// "Train on normal": the main run on the normal classes alone, with some of their samples held out for the threshold. It pauses by
// itself once it has trained for as long as the preset says.
import {
  anomalyPreset,
  heldOutShare,
  type AnomalyPreset,
  type AnomalyPresetId,
  type NormalData,
} from '../../core/anomaly/presets';
import type { Experiment } from '../../core/experiment/experiment';
import type { DatasetInfo } from '../../core/samples/dataset-info';
import type { MainRun } from '../main-run/main-run';
import type { Run } from '../runs/run';
import type { AnomaliesState } from './anomaly-state';
import { asChosen, trainsOnNormal } from './verdict';

export interface TrainOnNormal {
  /** Trains on these classes; empty: all. */
  readonly train: (normalClasses: readonly number[], preset: AnomalyPresetId) => void;
  /** The run is as it is now: pauses it when it is done. */
  readonly follow: (run: Run) => void;
}

/** What it trains. */
interface Under {
  readonly runId: string;
  readonly preset: AnomalyPresetId;
  readonly length: Pick<AnomalyPreset, 'epochs' | 'fewestSteps'>;
  readonly firstEpoch: number;
  /** Null: until paused, or as long as the number of samples is not known. */
  readonly lastEpoch: number | null;
}

export function createTrainOnNormal(
  mainRun: MainRun,
  show: (training: AnomaliesState['training']) => void,
): TrainOnNormal {
  let under: Under | null = null;

  function end(): void {
    under = null;
    show(null);
  }

  /** How long it trains, where the samples are known: an epoch is one pass over all of them. */
  function measure(dataset: DatasetInfo | undefined, { dataset: wanted, batchSize }: Experiment): void {
    if (under === null || under.length.epochs === null || dataset?.id !== wanted) return;
    const steps = Math.ceil((under.length.fewestSteps * batchSize) / dataset.trainCount);
    const epochs = Math.max(under.length.epochs, steps);
    under = { ...under, lastEpoch: under.firstEpoch + epochs };
    show({ preset: under.preset, epochs });
  }

  return {
    train(normalClasses, id) {
      const before = mainRun.store.getState();
      const data = normalData(before, normalClasses);
      const { classCount } = data;
      const preset = anomalyPreset(id, data);
      const classes = asChosen(normalClasses, classCount);
      const { validationShare } = mainRun.experiment.getState();
      const hasTrainedOnOthers = before.step > 0 && !trainsOnNormal(before, classes);
      mainRun.change({
        ...preset.patch,
        classes,
        validationShare: validationShare > 0 ? validationShare : heldOutShare,
      });
      // A change of classes alone lets the network keep what it has learned of the others.
      const isSameRun = mainRun.store.getState().runId === before.runId;
      if (isSameRun && (hasTrainedOnOthers || (before.step > 0 && validationShare === 0))) mainRun.reset();
      const { runId, epoch, wantsTraining, facts, experiment } = mainRun.store.getState();
      under = { runId, preset: id, length: preset, firstEpoch: epoch, lastEpoch: null };
      show({ preset: id, epochs: null });
      // A run that has just begun knows nothing of the data yet: they are the same.
      measure((facts ?? before.facts)?.dataset, experiment);
      if (!wantsTraining) mainRun.toggle();
    },
    follow({ runId, epoch, wantsTraining, stage, facts, experiment }) {
      if (under === null) return;
      if (under.lastEpoch === null) measure(facts?.dataset, experiment);
      if (under.runId !== runId || (!wantsTraining && stage === 'ready')) end();
      else if (under.lastEpoch !== null && epoch >= under.lastEpoch) {
        end();
        mainRun.toggle();
      }
    },
  };
}

const unknownData: Pick<DatasetInfo, 'classNames' | 'shape' | 'windows'> = {
  classNames: [],
  shape: [1, 1, 1],
};

/** What a preset depends on. @param normalClasses empty: all */
export function normalData({ facts }: Pick<Run, 'facts'>, normalClasses: readonly number[]): NormalData {
  const { classNames, shape, windows } = facts?.dataset ?? unknownData;
  return {
    normalCount: normalClasses.length,
    classCount: classNames.length,
    shape,
    isCut: windows !== undefined,
  };
}
