// What a step did, layer by layer, to be saved.
import { t } from '@lingui/core/macro';
import type { NetworkPlan } from '../../catalog/architectures/plan';
import type { StepTrace } from '../../core/engine-api/tracing';
import type { Table } from '../../core/table';
import { layerLabel } from './words';

export function stepTable({ step, layers }: StepTrace, plan: NetworkPlan): Table {
  return {
    columns: [
      t`Step`,
      t`Layer`,
      t`Gradient norm`,
      t`Weight norm`,
      t`Change norm`,
      t`A weight before`,
      t`A weight after`,
      t`Its gradient`,
    ],
    rows: layers.map(({ gradientNorm, weightNorm, changeNorm, weight }, index) => [
      step,
      layerLabel(plan, index),
      gradientNorm,
      weightNorm,
      changeNorm,
      weight.before,
      weight.after,
      weight.gradient,
    ]),
  };
}
