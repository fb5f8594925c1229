// What a Keras script is written from: an experiment, and what is known of its data. The widths are those of the experiment as it is
// now, after whatever surgery there was.
import { networkPlan } from '../../catalog/architectures/registry';
import type { LayerPlan, NetworkPlan } from '../../catalog/architectures/plan';
import { isNoisy } from '../../catalog/corrupt';
import type { Experiment } from '../../core/experiment/experiment';
import { hasMask } from '../../core/experiment/rules';
import { inputShape, usesMasks } from '../../core/inpainting/mask-input';
import type { DatasetInfo } from '../../core/samples/dataset-info';
import type { SampleShape } from '../../core/samples/samples';

export interface KerasSource {
  readonly experiment: Experiment;
  readonly dataset: DatasetInfo;
}

/** The source, and what several parts of the script derive from it. */
export interface ScriptFacts extends KerasSource {
  readonly shape: SampleShape;
  /** Of what the network reads: with a mask there is one more channel. */
  readonly inputShape: SampleShape;
  readonly plan: NetworkPlan;
  readonly isImage: boolean;
  readonly isGaussian: boolean;
  /** Whether inputs are corrupted at all. */
  readonly isNoisy: boolean;
  /** Whether the corruption tells which pixels it removed, and the experiment uses that. */
  readonly usesMasks: boolean;
  /** Whether missing pixels weigh more in the loss. */
  readonly weighsPixels: boolean;
}

export function scriptFacts({ experiment, dataset }: KerasSource): ScriptFacts {
  const { shape } = dataset;
  const noisy = isNoisy(experiment);
  const masks = hasMask(experiment) && usesMasks(experiment);
  return {
    experiment,
    dataset,
    shape,
    inputShape: inputShape(shape, experiment),
    plan: networkPlan(experiment, shape),
    isImage: shape.length === 3,
    isGaussian: experiment.codeKind === 'gaussian',
    isNoisy: noisy,
    usesMasks: masks,
    weighsPixels: masks && noisy && experiment.lossOn !== 'everything',
  };
}

export type { LayerPlan };
