// What every part's details are drawn from.
import type { NetworkPlan } from '../../../catalog/architectures/plan';
import type { StepTrace, TracedSample } from '../../../core/engine-api/tracing';

export interface DetailProps {
  trace: StepTrace;
  sample: TracedSample;
  plan: NetworkPlan;
}
