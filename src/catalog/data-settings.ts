// The settings that go with what the data are: a signal has no black and white for a sigmoid to end at.
import type { Experiment, ExperimentPatch } from '../core/experiment/experiment';
import { defaultExperiment } from '../core/experiment/experiment';
import type { DataKind } from '../core/samples/sample-kind';
import { isSuited, type Corruption } from './corruptions/corruption';
import { corruptions } from './corruptions/registry';
import { kindOf } from './kinds/kind';

/**
 * What choosing data of another kind changes beside the data set: signals get a linear output and a loss that reads it, images the
 * output that images begin with, and noise that is made for other data gives way to Gaussian noise. Nothing between two of a kind.
 */
export function settingsFor(
  { noise, loss }: Pick<Experiment, 'noise' | 'loss'>,
  from: DataKind,
  to: DataKind,
): ExperimentPatch {
  const isSignal = (kind: DataKind) => kind !== 'image';
  const patch: ExperimentPatch = {};
  if (!isSuited(kindOf<Corruption>(corruptions, noise), to)) patch.noise = 'gaussian';
  if (isSignal(from) === isSignal(to)) return patch;
  patch.outputActivation = isSignal(to) ? 'linear' : defaultExperiment.outputActivation;
  // Cross-entropy would bring the sigmoid back.
  if (isSignal(to) && loss === 'bce') patch.loss = 'mse';
  return patch;
}
