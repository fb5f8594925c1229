// What a data set asks of the other settings: signals have no fixed range, so the output is linear and the loss is not
// cross-entropy; so it is for spectra, nearly all of which is silence. And not every noise makes sense on all of them.
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
import { levelAfter } from './corruptions/noise-level';
import { corruptions } from './corruptions/registry';
import { familyOf, familyPreset } from './families/registry';
import { kindOf } from './kinds/kind';

/** The noise on signals that is most like one on images, and the other way round. */
const alike: Readonly<Record<string, string>> = { saltPepper: 'impulses', impulses: 'saltPepper' };

/** Whether the output on such data is linear. */
const isLinearOn = (kind: DataKind) => isSignal(kind) || kind === 'spectrum';

/**
 * The patch for choosing a data set. From images to signals and back, the output, the loss and what else the family brings change
 * with it where the person has not set their own; noise that makes no sense on the samples is replaced by one like it, or none.
 */
export function datasetPatch(dataset: DatasetId, kind: DataKind, from: Experiment): ExperimentPatch {
  const noise = noiseFor(from.noise, kind);
  const isOfOneKind = isOnSignals(from) === isLinearOn(kind);
  const outputActivation = isOfOneKind
    ? from.outputActivation
    : isLinearOn(kind)
      ? 'linear'
      : defaultExperiment.outputActivation;
  const patch = { dataset, noise, noiseLevel: levelAfter(from, { dataset, noise, outputActivation }) };
  if (isOfOneKind) return difference(from, { ...from, ...patch });
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
    // Cross-entropy would need an output in [0, 1].
    loss: isLinearOn(kind) && loss === 'bce' ? 'mse' : loss,
  };
}

function noiseFor(noise: string, kind: DataKind): string {
  const isFitting = (id: string) => isSuited(kindOf<Corruption>(corruptions, id), kind);
  if (isFitting(noise)) return noise;
  const other = alike[noise];
  return other !== undefined && isFitting(other) ? other : 'none';
}
