// The pixel rows for the same images: the originals and their noisy copies once, then what each family and PCA makes of one and
// the same input.
import { t } from '@lingui/core/macro';
import { corrupt, testNoiseStep, type Noise } from '../../../catalog/corrupt';
import { families, type FamilyId } from '../../../catalog/families/registry';
import type { PcaModel } from '../../../core/analysis-api';
import { sameSamples, type TrainedOn } from '../../../core/experiment/trained-on';
import type { Experiment } from '../../../core/experiment/experiment';
import { pcaReconstruction } from '../../../core/pca/pca';
import type { SampleShape } from '../../../core/samples/samples';
import type { Comparison, PicturedImages } from '../../../session/comparison/comparison';
import { familyIds, ofFamily } from '../../../session/comparison/families';
import {
  errorsOn,
  imagesOf,
  picturedNoise,
  picturesOf,
  type InputErrors,
  type Trial,
} from '../../../session/comparison/trial/trial-state';

export interface ComparedRow {
  /** Accessible name. */
  name: string;
  label: string;
  family: FamilyId | null;
  /** `[n, sampleSize]`, pixels in [0, 1]; null until there is an answer for these images and this input. */
  values: Float32Array | null;
  /** Errors over the measured images, not only over those that are shown; null where there are none. */
  mse: InputErrors | null;
  /** The step that the errors belong to; null where there are none or no steps. */
  step: number | null;
}

/** What all of them are given. */
export interface PicturedInputs {
  /** `[n, sampleSize]` each. */
  clean: Float32Array;
  noisy: Float32Array;
}

/** The shown images as they are, and with the noise of the trial. */
export function picturedInputs(
  { original, indices }: PicturedImages,
  shape: SampleShape,
  noise: Noise,
): PicturedInputs {
  return { clean: original, noisy: corrupt(original, shape, indices, noise, testNoiseStep) };
}

/** PCA's answer to the input, `[n, sampleSize]`, with as many components as the codes have units; null without its model. */
export function pcaPictures(
  model: PcaModel | null,
  experiment: (TrainedOn & Pick<Experiment, 'codeSize'>) | undefined,
  input: Float32Array | undefined,
): Float32Array | null {
  if (!model || !input || !experiment || !sameSamples(model.trainedOn, experiment)) return null;
  return pcaReconstruction(model, input, experiment.codeSize);
}

/** Of the rows that are no answers. */
export const rowNames = { original: t`Original`, noisy: t`Noisy` } as const;

/** @param pca what PCA makes of the shown input */
export function comparedRows(
  comparison: Pick<Comparison, 'runs' | 'pictured'>,
  trial: Trial,
  inputs: PicturedInputs | null,
  pca: Float32Array | null,
): ComparedRow[] {
  const { runs, pictured } = comparison;
  const images = imagesOf(trial, comparison);
  const noise = picturedNoise(trial, comparison);
  const plain = { family: null, step: null };
  return [
    { ...plain, name: rowNames.original, label: rowNames.original, values: inputs?.clean ?? null, mse: null },
    {
      ...plain,
      name: rowNames.noisy,
      label: rowNames.noisy,
      values: inputs?.noisy ?? null,
      mse: images && { clean: 0, noisy: images.noisyMse },
    },
    ...familyIds.map((family): ComparedRow => {
      const { label } = families[family];
      const answers = trial.answers[ofFamily(runs, family)?.run.runId ?? ''];
      const measured = errorsOn(images, answers);
      return {
        name: t`Reconstructed by ${label}`,
        label,
        family,
        values: pictured && picturesOf(answers, pictured.indices, noise),
        mse: measured?.mse ?? null,
        step: measured?.step ?? null,
      };
    }),
    {
      ...plain,
      name: t`Reconstructed by PCA`,
      label: 'PCA',
      values: pca,
      mse: trial.pca && trial.pca.of === images ? trial.pca.mse : null,
    },
  ];
}
