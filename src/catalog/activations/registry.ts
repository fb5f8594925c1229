// Activation functions of hidden units, code units and pixels. The ids are those of tfjs, so a saved model is plain Keras.
import { t } from '@lingui/core/macro';
import { codeActivationIds, outputActivationIds, type ActivationId } from '../../core/experiment/experiment';

export interface ActivationChoice {
  label: string;
  summary: string;
  /** In TeX. */
  formula: string;
}

export const activations = {
  relu: {
    label: 'ReLU',
    summary: t`Passes positive values and zeroes the rest.`,
    formula: String.raw`\max(0, a)`,
  },
  elu: {
    label: 'ELU',
    summary: t`Like ReLU, with a soft floor at −1 (Clevert et al. 2016).`,
    formula: String.raw`a \text{ if } a > 0, \text{ else } e^{a} - 1`,
  },
  tanh: { label: 'tanh', summary: t`Squashes values to between −1 and 1.`, formula: String.raw`\tanh a` },
  sigmoid: {
    label: t`Sigmoid`,
    summary: t`Squashes values to between 0 and 1.`,
    formula: String.raw`1 / (1 + e^{-a})`,
  },
  linear: {
    label: t`Linear`,
    summary: t`Passes everything through. A network of linear layers only can do no better than PCA.`,
    formula: 'a',
  },
} satisfies Record<ActivationId, ActivationChoice>;

/** The activations available for code units. */
export const codeActivations = pick(codeActivationIds);
/** The activations available for the output. */
export const outputActivations = pick(outputActivationIds);

function pick<Id extends ActivationId>(ids: readonly Id[]): Record<Id, ActivationChoice> {
  return Object.fromEntries(ids.map((id) => [id, activations[id]])) as Record<Id, ActivationChoice>;
}

/**
 * A code unit counts as active when its activation is further from 0 than this. A ReLU unit is exactly 0 when off, so any
 * other value counts; linear and tanh units are never exactly 0.
 */
export const activeThresholds = { relu: 0, sigmoid: 0.1, linear: 0.01, tanh: 0.01 } satisfies Record<
  (typeof codeActivationIds)[number],
  number
>;

/** The same for a unit of any layer; an ELU unit settles near its floor of -1, and is 0 only in passing. */
export function activeThreshold(activation: ActivationId): number {
  return activation === 'elu' ? activeThresholds.linear : activeThresholds[activation];
}
