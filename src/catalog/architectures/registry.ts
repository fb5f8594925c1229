// How the layers of a network are wired. To add one: a file here, a line below, its id in core/experiment/experiment.ts.
import type { ArchitectureId } from '../../core/experiment/experiment';
import type { SampleShape } from '../../core/samples/samples';
import { convolutional } from './convolutional';
import { dense } from './dense';
import type { Architecture, NetworkPlan, PlannedExperiment } from './plan';

export const architectures = { dense, convolutional } satisfies Record<ArchitectureId, Architecture>;

/** The network of an experiment for samples of this shape. */
export function networkPlan(experiment: PlannedExperiment, shape: SampleShape): NetworkPlan {
  return architectures[experiment.architecture].plan(experiment, shape);
}
