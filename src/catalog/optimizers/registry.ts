// The optimizers to choose from, with the constants of their papers. The updates themselves are in
// engine/training/optimizer/update-rules.ts. To add one: an entry here, a rule there.

import { t } from '@lingui/core/macro';
export interface OptimizerChoice {
  label: string;
  /** Where there is little room: `SGD`. */
  name: string;
  summary: string;
  /** How many running averages it keeps per weight. */
  slots: number;
  /** The direction of a step, before the learning rate; in TeX. */
  formula: string;
}

export const optimizers = {
  adam: {
    label: 'Adam',
    name: 'Adam',
    summary: t`Adapts the step size of every weight (Kingma & Ba 2015; β₁ 0.9, β₂ 0.999).`,
    slots: 2,
    formula: String.raw`\hat g = \hat m / (\sqrt{\hat v} + \epsilon)`,
  },
  rmsprop: {
    label: 'RMSProp',
    name: 'RMSProp',
    summary: t`Divides the gradient by its recent magnitude (Hinton 2012; decay 0.9).`,
    slots: 1,
    formula: String.raw`\hat g = g / (\sqrt{v} + \epsilon)`,
  },
  sgd: {
    label: t`SGD with momentum`,
    name: 'SGD',
    summary: t`Plain gradient descent with momentum 0.9 (Polyak 1964). Needs a learning rate near 1 here.`,
    slots: 1,
    formula: String.raw`\hat g \leftarrow 0.9\, \hat g + g`,
  },
} satisfies Record<string, OptimizerChoice>;

export type OptimizerId = keyof typeof optimizers;
