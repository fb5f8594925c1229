// What a data set asks of the other settings: signals have no fixed range, so the output is linear and the loss is not
// cross-entropy; and not every noise makes sense on both.
import { isOnSignals, type DatasetId } from '../core/experiment/dataset-id';
import {
  defaultExperiment,
  sameValue,
  type Experiment,
  type ExperimentPatch,
  type Setting,
} from '../core/experiment/experiment';
import type { DatasetInfo } from '../core/samples/dataset-info';
import type { SampleKind } from '../core/samples/sample-kind';
import type { NoisyKind } from './corruptions/corruption';
import { corruptions } from './corruptions/registry';
import { familyOf, familyPreset } from './families/registry';
import { kindOf } from './kinds/kind';

/** The noise on signals that is most like one on images, and the other way round. */
const alike: Readonly<Record<SampleKind, Readonly<Record<string, string>>>> = {
  signal: { saltPepper: 'impulses' },
  image: { impulses: 'saltPepper' },
};

/**
 * The patch for choosing a data set. From images to signals and back, the output, the loss and what else the family brings change
 * with it where the person has not set their own; noise that makes no sense on the samples is replaced by one like it, or none.
 */
export function datasetPatch(dataset: DatasetId, kind: SampleKind, from: Experiment): ExperimentPatch {
  if (isOnSignals(from) === (kind === 'signal')) return { dataset };
  const outputActivation = kind === 'signal' ? 'linear' : defaultExperiment.outputActivation;
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
    dataset,
    outputActivation,
    // Cross-entropy on signals would need an output in [0, 1].
    loss: kind === 'signal' && loss === 'bce' ? 'mse' : loss,
    noise: noiseFor(from.noise, kind),
  };
}

function noiseFor(noise: string, kind: SampleKind): string {
  if (suitsData(noise, kind)) return noise;
  return alike[kind][noise] ?? 'none';
}

/** From so many points a second on, a recording is sound. */
const soundRateHz = 2000;

/** What noise is for. @param info undefined before the data set is known */
export function noisyKind(info: Pick<DatasetInfo, 'kind' | 'windows'> | undefined): NoisyKind {
  if (info?.kind !== 'signal') return 'image';
  return (info.windows?.rate ?? 0) >= soundRateHz ? 'sound' : 'signal';
}

/** Whether a noise is offered for such samples. */
export function suitsData(noise: string, kind: NoisyKind): boolean {
  const { suits } = kindOf(corruptions, noise);
  return suits.includes(kind) || (kind === 'sound' && suits.includes('signal'));
}
