// What a node does with its sum: hidden nodes, code units and pixels. The ids are those of tfjs, so a saved model is
// plain Keras.
import { codeActivationIds, outputActivationIds, type ActivationId } from '../../core/experiment';

export interface ActivationChoice {
  label: string;
  summary: string;
  /** In TeX. */
  formula: string;
}

export const activations = {
  relu: {
    label: 'ReLU',
    summary: 'Passes what is positive, drops the rest.',
    formula: String.raw`\max(0, a)`,
  },
  elu: {
    label: 'ELU',
    summary: 'Like ReLU, with a soft floor at −1 (Clevert et al. 2016).',
    formula: String.raw`a \text{ if } a > 0, \text{ else } e^{a} - 1`,
  },
  tanh: { label: 'tanh', summary: 'Squeezes to between −1 and 1.', formula: String.raw`\tanh a` },
  sigmoid: {
    label: 'Sigmoid',
    summary: 'Squeezes to between 0 and 1.',
    formula: String.raw`1 / (1 + e^{-a})`,
  },
  linear: {
    label: 'Linear',
    summary: 'Passes everything. With linear layers only, a network can do no more than PCA.',
    formula: 'a',
  },
} satisfies Record<ActivationId, ActivationChoice>;

/** The activations that a code unit may have. */
export const codeActivations = pick(codeActivationIds);
/** The activations that an output may have. */
export const outputActivations = pick(outputActivationIds);

function pick<Id extends ActivationId>(ids: readonly Id[]): Record<Id, ActivationChoice> {
  return Object.fromEntries(ids.map((id) => [id, activations[id]])) as Record<Id, ActivationChoice>;
}

/**
 * From where on a code unit counts as active: a rectified unit as soon as it is not 0, a sigmoid unit above 0.1, one that
 * is never exactly 0 further from it than 0.01.
 */
export const activeThresholds = { relu: 0, sigmoid: 0.1, linear: 0.01, tanh: 0.01 } satisfies Record<
  (typeof codeActivationIds)[number],
  number
>;
