// The level that suits a noise. Gaussian noise is a share of the range, and most signals keep near one value of it: half the range,
// which a digit survives, would drown them.
import { isOnSignals } from '../../core/experiment/dataset-id';
import { defaultExperiment, type Experiment, type ExperimentPatch } from '../../core/experiment/experiment';
import { findKind } from '../kinds/kind';

type Chosen = Pick<Experiment, 'dataset' | 'outputActivation' | 'noise'>;

/** About the spread of a heartbeat at one place (its standard deviation over the test set is 0.07), so that much is left to see. */
const onSignals: Readonly<Record<string, number>> = { gaussian: 0.1 };

/** The level that a noise begins with. */
export function suitedLevel(chosen: Chosen): number {
  return (
    (isOnSignals(chosen) ? findKind(onSignals, chosen.noise) : undefined) ?? defaultExperiment.noiseLevel
  );
}

/** The level after a change of the noise or the data: the one that suits, unless the person has set another. */
export function levelAfter(before: Experiment, after: Chosen): number {
  return before.noiseLevel === suitedLevel(before) ? suitedLevel(after) : before.noiseLevel;
}

/** The patch for choosing a noise. */
export function noisePatch(noise: string, from: Experiment): ExperimentPatch {
  return { noise, noiseLevel: levelAfter(from, { ...from, noise }) };
}
