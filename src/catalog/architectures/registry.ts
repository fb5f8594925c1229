// How the layers of a network are wired. Adding one: a file beside this one, a line here, its id in core/experiment.ts.
import type { ArchitectureId } from '../../core/experiment';
import type { SampleShape } from '../../core/samples';
import { convolutional } from './convolutional';
import { dense } from './dense';
import type { Architecture, NetworkPlan, PlannedExperiment } from './plan';

export const architectures = { dense, convolutional } satisfies Record<ArchitectureId, Architecture>;

/** The network that an experiment describes, for samples of this shape. */
export function networkPlan(experiment: PlannedExperiment, shape: SampleShape): NetworkPlan {
  return architectures[experiment.architecture].plan(experiment, shape);
}
