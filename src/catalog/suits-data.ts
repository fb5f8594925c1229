// What a data set asks of the other settings: signals have no fixed range, so the output is linear and the loss is not
// cross-entropy; and not every noise makes sense on both.
import { isOnSignals, type DatasetId } from '../core/experiment/dataset-id';
import {
  defaultExperiment,
  difference,
  sameValue,
  type Experiment,
  type ExperimentPatch,
  type Setting,
} from '../core/experiment/experiment';
import { isSignal, type DataKind } from '../core/samples/sample-kind';
import { isSuited, type Corruption } from './corruptions/corruption';
import { corruptions } from './corruptions/registry';
import { familyOf, familyPreset } from './families/registry';
import { kindOf } from './kinds/kind';

/** The noise on signals that is most like one on images, and the other way round. */
const alike: Readonly<Record<string, string>> = { saltPepper: 'impulses', impulses: 'saltPepper' };

/**
 * The patch for choosing a data set. From images to signals and back, the output, the loss and what else the family brings change
 * with it where the person has not set their own; noise that makes no sense on the samples is replaced by one like it, or none.
 */
export function datasetPatch(dataset: DatasetId, kind: DataKind, from: Experiment): ExperimentPatch {
  const patch = { dataset, noise: noiseFor(from.noise, kind) };
  if (isOnSignals(from) === isSignal(kind)) return difference(from, { ...from, ...patch });
  const outputActivation = isSignal(kind) ? 'linear' : defaultExperiment.outputActivation;
  const family = familyOf(from);
  const before = familyPreset(family, from);
  const after = familyPreset(family, { dataset, outputActivation });
  const brought = (Object.keys(after) as Setting[]).filter((setting) =>
    sameValue(from[setting], before[setting] ?? defaultExperiment[setting]),
  );
  const { loss = from.loss, ...others }: ExperimentPatch = Object.fromEntries(
    brought.map((setting) => [setting, after[setting]]),
  );
  return {
    ...others,
    ...patch,
    outputActivation,
    // Cross-entropy on signals would need an output in [0, 1].
    loss: isSignal(kind) && loss === 'bce' ? 'mse' : loss,
  };
}

function noiseFor(noise: string, kind: DataKind): string {
  const isFitting = (id: string) => isSuited(kindOf<Corruption>(corruptions, id), kind);
  if (isFitting(noise)) return noise;
  const other = alike[noise];
  return other !== undefined && isFitting(other) ? other : 'none';
}
