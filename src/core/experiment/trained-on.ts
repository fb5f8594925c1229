// Which samples an experiment trains on: what a linear method beside it has to be fitted to.
import { sameValue, type Experiment } from './experiment';
import { type DatasetId } from './dataset-id';

export type TrainedOn = Pick<Experiment, 'dataset' | 'classes' | 'validationShare' | 'seed'>;

/** The seed is 0 where nothing is held out: it decides on the split alone. */
export function trainedOn({ dataset, classes, validationShare, seed }: TrainedOn): TrainedOn {
  return { dataset, classes, validationShare, seed: validationShare === 0 ? 0 : seed };
}

/** The whole training set. */
export function allOf(dataset: DatasetId): TrainedOn {
  return { dataset, classes: [], validationShare: 0, seed: 0 };
}

/** Whether two experiments train on the same samples. */
export function sameSamples(a: TrainedOn, b: TrainedOn): boolean {
  const [one, other] = [trainedOn(a), trainedOn(b)];
  return (['dataset', 'classes', 'validationShare', 'seed'] as const).every((setting) =>
    sameValue(one[setting], other[setting]),
  );
}

/** The same text for the same samples. */
export function samplesKey(of: TrainedOn): string {
  const { dataset, classes, validationShare, seed } = trainedOn(of);
  return JSON.stringify([dataset, classes, validationShare, seed]);
}
