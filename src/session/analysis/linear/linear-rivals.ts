// The linear methods that a network is compared with: what they get is what the network gets, through as few numbers as its
// narrowest layer passes on.
import { narrowestLayer } from '../../../catalog/architectures/plan';
import { networkPlan } from '../../../catalog/architectures/registry';
import type { NoisyReference, PcaModel } from '../../../core/analysis-api';
import type { Experiment } from '../../../core/experiment/experiment';
import { sameSamples } from '../../../core/experiment/trained-on';
import { errorAt, pcaTestMse } from '../../../core/pca/pca';
import type { SampleShape } from '../../../core/samples/samples';
import { noisyInputsOf, sameInputs } from './noisy-inputs';

export interface LinearRivals {
  /** Numbers in their code: the width of the network's narrowest layer, or fewer where PCA is truncated before. */
  readonly size: number;
  /** Whether that is fewer than the code has: a hidden layer is narrower, or PCA is truncated. */
  readonly isBelowCode: boolean;
  /** Whether PCA has fewer components than the narrowest layer has numbers, because only the first are computed. */
  readonly isTruncated: boolean;
  readonly isNoisy: boolean;
  /** Mean squared error per pixel on all test images, noisy as the network gets them; null until it is computed. */
  readonly pcaMse: number | null;
  /** The same of the best linear denoiser; null until it is computed, without noise, and for noise of unknown moments. */
  readonly denoiserMse: number | null;
  /** Why there will be no linear denoiser for this noise; null where there is, or may be, one. */
  readonly noDenoiser: NoisyReference['noDenoiser'];
}

/**
 * The fewest numbers that an image passes through in this network: its code, or a hidden layer that is narrower.
 * @param shape of a sample; null while it is not known, which counts as one larger than the code
 */
export function narrowestWidth(experiment: Experiment, shape: SampleShape | null): number {
  return shape === null ? experiment.codeSize : narrowestLayer(networkPlan(experiment, shape)).width;
}

export function linearRivals(
  experiment: Experiment,
  shape: SampleShape | null,
  model: Pick<PcaModel, 'trainedOn' | 'mean' | 'testMse'> | null,
  reference: NoisyReference | null,
): LinearRivals {
  const narrowest = narrowestWidth(experiment, shape);
  const inputs = noisyInputsOf(experiment);
  const known = model && sameSamples(model.trainedOn, experiment) ? model : null;
  const components = known ? known.testMse.length - 1 : Infinity;
  const isTruncated = components < narrowest && components < (known?.mean.length ?? 0);
  const size = isTruncated ? components : narrowest;
  const noisy = inputs !== null && sameInputs(reference?.inputs ?? null, inputs) ? reference : null;
  const at = (errors: Float32Array | undefined) =>
    known === null || errors === undefined ? null : errorAt(errors, size);
  return {
    size,
    isBelowCode: size < experiment.codeSize,
    isTruncated,
    isNoisy: inputs !== null,
    pcaMse: inputs === null ? pcaTestMse(known, size) : at(noisy?.pcaTestMse),
    denoiserMse: inputs === null ? null : at(noisy?.denoiser?.testMse),
    noDenoiser: noisy?.noDenoiser ?? null,
  };
}
