// How the layers of a network are wired. To add one: a file here, a line below, its id in core/experiment/experiment.ts.
import type { ArchitectureId } from '../../core/experiment/experiment';
import { inputShape } from '../../core/inpainting/mask-input';
import { sampleSize, type SampleShape } from '../../core/samples/samples';
import { convolutional } from './convolutional';
import { dense } from './dense';
import type { Architecture, LayerPlan, NetworkPlan, PlannedExperiment } from './plan';

export const architectures = { dense, convolutional } satisfies Record<ArchitectureId, Architecture>;

/** The network of an experiment for samples of this shape. */
export function networkPlan(experiment: PlannedExperiment, shape: SampleShape): NetworkPlan {
  const plan = architectures[experiment.architecture].plan(experiment, shape);
  if (experiment.maskInput !== 'on') return plan;
  const input = inputShape(shape, experiment);
  return {
    ...plan,
    layers: plan.layers.map((layer) => (layer.stage === 1 ? withInput(layer, input) : layer)),
  };
}

/** A first layer that also reads a mask: the boundary before it stays the image. */
function withInput(layer: LayerPlan, input: SampleShape): LayerPlan {
  const { kind, inputShape: image, kernelShape } = layer;
  const [height = 1, width = 1, , deep = 1] = kernelShape;
  if (kind === 'dense')
    return { ...layer, inputShape: [sampleSize(input)], kernelShape: [sampleSize(input), width] };
  const channels = input.at(-1) ?? 1;
  return {
    ...layer,
    inputShape: [...image.slice(0, -1), channels],
    kernelShape: [height, width, channels, deep],
  };
}
