// What a run reports of itself when it starts and when it changes, and what becomes known of its data as it arrives.
import { datasetEntry } from '../../catalog/datasets/registry';
import type { DrawingFormMeasured, RunFacts, RunNote, SubsetCounted } from '../../core/engine-api/events';
import type { Experiment } from '../../core/experiment/experiment';
import { imageSize } from '../../core/samples/samples';
import { measuredImages, measureForm } from '../../data/drawing/form/measure-form';
import { isWhole } from '../../data/subset';
import type { OpenDataset } from '../dataset/dataset-slot';
import type { Network } from '../network/network';
import { plainKindNotes } from './plain-kinds';

type Data = Pick<OpenDataset, 'handle' | 'subsetOf'>;

export function runFacts({ experiment, parameters }: Network, { handle, subsetOf }: Data): RunFacts {
  const notes = [...plainKindNotes(experiment), ...noSuchClass(experiment, handle.train.classNames.length)];
  return { parameters, ...countsOf(experiment, subsetOf), notes };
}

function countsOf(
  experiment: Experiment,
  subsetOf: Data['subsetOf'],
): Pick<RunFacts, 'trainCount' | 'validationCount'> {
  const { trainCount, validationCount } = subsetOf(experiment).counts();
  return { trainCount, ...(validationCount > 0 && { validationCount }) };
}

function noSuchClass({ classes }: Experiment, classCount: number): RunNote[] {
  const missing = classes.filter((index) => index >= classCount);
  return missing.length === 0 ? [] : [{ code: 'subset.no-such-class', setting: 'classes', classes: missing }];
}

/** Notices what becomes known of the data as it arrives. */
export class DataNews {
  #isExact = false;
  #isMeasured = false;
  readonly #data: Data;

  constructor(data: Data) {
    this.#data = data;
  }

  /** What is news: the form of a drawing where it has to be measured, and the final numbers where some samples are left out. */
  next(network: Network): Omit<SubsetCounted, 'runId'> | Omit<DrawingFormMeasured, 'runId'> | null {
    return this.#form(network) ?? this.#counts(network);
  }

  #form({ step, experiment }: Network): Omit<DrawingFormMeasured, 'runId'> | null {
    const { train, trainReady } = this.#data.handle;
    if (this.#isMeasured || trainReady() < Math.min(measuredImages, train.count)) return null;
    this.#isMeasured = true;
    if (datasetEntry(experiment.dataset).drawing !== null || imageSize(train.shape) === null) return null;
    return { type: 'drawing-form', step, form: measureForm(train, trainReady()) };
  }

  #counts({ step, experiment }: Network): Omit<SubsetCounted, 'runId'> | null {
    const { handle, subsetOf } = this.#data;
    if (this.#isExact || handle.trainReady() < handle.train.count) return null;
    this.#isExact = true;
    if (isWhole(experiment)) return null;
    return { type: 'subset-counted', step, ...countsOf(experiment, subsetOf) };
  }
}
