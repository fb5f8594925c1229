// The table of Apply: Limits: networks trained on one data set each (rows), tested on all (columns).
import type { Failure } from '../failure';
import { isOnSignals, isOwn, wantsLinearOutput, type DatasetId } from '../experiment/dataset-id';
import { defaultsOn, difference, type Experiment, type ExperimentPatch } from '../experiment/experiment';
import { withPatch } from '../experiment/rules';
import { meanSquaredError } from '../pca/squared-error';
import { sampleSize, type SampleShape } from '../samples/samples';
import { picturesBehind, type ForeignSamples } from './limits-api';

/** Test samples of each column; fewer where a set has fewer. */
export const testedSamples = 500;

export interface MeasuredCell {
  /** Mean squared errors on the same samples: of the network, of PCA fitted to what it was trained on, of the tested set's mean image. */
  readonly mse: number;
  readonly pcaMse: number;
  readonly meanMse: number;
  readonly count: number;
  /** Of the weights that were tested. */
  readonly step: number;
  /** The tested set's own shape: the samples were converted where it is not the row's. */
  readonly ownShape: SampleShape;
  /** The first samples, what the network and what PCA make of them: `[n, D]` each. */
  readonly originals: Float32Array;
  readonly rebuilt: Float32Array;
  readonly pcaRebuilt: Float32Array;
}

interface FailedCell {
  readonly failure: Failure;
}

export type LimitsCell = MeasuredCell | FailedCell;

export interface LimitsRow {
  /** What the network was trained on. */
  readonly dataset: DatasetId;
  readonly experiment: Experiment;
  readonly steps: number;
  readonly shape: SampleShape;
  /** Numbers in PCA's code: the network's narrowest layer. */
  readonly codeSize: number;
  readonly cells: Readonly<Partial<Record<DatasetId, LimitsCell>>>;
}

/** The same network on another data set, all classes of it. */
export function rowExperiment(chosen: Experiment, dataset: DatasetId): Experiment {
  if (dataset === chosen.dataset) return chosen;
  const isOther = !isOwn(dataset) && wantsLinearOutput(dataset) !== isOnSignals(chosen);
  return withPatch(chosen, { dataset, classes: [], ...(isOther && ofKind(dataset, chosen)) });
}

/** From images to signals and back: cross-entropy reads probabilities, which signals are not. */
function ofKind(dataset: DatasetId, { loss }: Experiment): ExperimentPatch {
  const { outputActivation, loss: plain } = defaultsOn(dataset);
  return { outputActivation, loss: outputActivation === 'linear' && loss === 'bce' ? plain : loss };
}

/** Whether a row has the settings that are chosen now. */
export function isCurrent(row: LimitsRow, chosen: Experiment): boolean {
  return Object.keys(difference(row.experiment, rowExperiment(chosen, row.dataset))).length === 0;
}

/** Rows that are not there, or were trained with other settings, or lack a column. */
export function missingRows(
  rows: Readonly<Partial<Record<DatasetId, LimitsRow>>>,
  chosen: Experiment,
  datasets: readonly DatasetId[],
): DatasetId[] {
  return datasets.filter((dataset) => {
    const row = rows[dataset];
    return !row || !isCurrent(row, chosen) || datasets.some((column) => row.cells[column] === undefined);
  });
}

/** @param answer what the network makes of the samples, `[n, D]` */
export function measuredCell(
  { samples, meanMse, pcaMse, pcaPictures, ownShape }: ForeignSamples,
  { images: rebuilt, step }: { readonly images: Float32Array; readonly step: number },
  shape: SampleShape,
): MeasuredCell {
  const size = sampleSize(shape);
  return {
    mse: meanSquaredError(samples, rebuilt),
    pcaMse,
    meanMse,
    count: samples.length / size,
    step,
    ownShape,
    originals: samples.slice(0, picturesBehind * size),
    rebuilt: rebuilt.slice(0, picturesBehind * size),
    pcaRebuilt: pcaPictures,
  };
}

/** An error relative to the mean image's; null where the mean image is never wrong. */
export function relativeError(mse: number, { meanMse }: Pick<MeasuredCell, 'meanMse'>): number | null {
  return meanMse > 0 ? mse / meanMse : null;
}
