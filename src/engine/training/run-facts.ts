// What a run reports of itself when it starts and when it changes, and when the number of its samples becomes known.
import type { RunFacts, RunNote, SubsetCounted } from '../../core/engine-api/events';
import type { Experiment } from '../../core/experiment/experiment';
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

/** Notices when all labels have arrived. */
export class SubsetCount {
  #isExact = false;
  readonly #data: Data;

  constructor(data: Data) {
    this.#data = data;
  }

  /** The final numbers, the first time that they are known and where the experiment leaves samples out; null otherwise. */
  news({ step, experiment }: Network): Omit<SubsetCounted, 'runId'> | null {
    const { handle, subsetOf } = this.#data;
    if (this.#isExact || handle.trainReady() < handle.train.count) return null;
    this.#isExact = true;
    if (isWhole(experiment)) return null;
    return { type: 'subset-counted', step, ...countsOf(experiment, subsetOf) };
  }
}
