// The optimizers that can be chosen, with the constants of their papers. The updates themselves are in
// engine/optimizer.ts.
import type { OptimizerId } from '../../core/experiment';

export interface OptimizerChoice {
  label: string;
  summary: string;
  /** How many running averages it keeps for each weight. */
  slots: number;
  /** The direction of a step, which the learning rate is multiplied by; in TeX. */
  formula: string;
}

export const optimizers = {
  adam: {
    label: 'Adam',
    summary: 'A step of its own size for every weight (Kingma & Ba 2015; β₁ 0.9, β₂ 0.999).',
    slots: 2,
    formula: String.raw`\hat g = \hat m / (\sqrt{\hat v} + \epsilon)`,
  },
  rmsprop: {
    label: 'RMSProp',
    summary: 'Divides the gradient by its recent size (Hinton 2012; decay 0.9).',
    slots: 1,
    formula: String.raw`\hat g = g / (\sqrt{v} + \epsilon)`,
  },
  sgd: {
    label: 'SGD with momentum',
    summary: 'Plain gradient descent with inertia 0.9 (Polyak 1964). Wants a learning rate near 1 here.',
    slots: 1,
    formula: String.raw`\hat g \leftarrow 0.9\, \hat g + g`,
  },
} satisfies Record<OptimizerId, OptimizerChoice>;
