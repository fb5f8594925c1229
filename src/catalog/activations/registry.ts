// What a hidden node does with its sum. The ids are those of tfjs, so a saved model is plain Keras.
import type { ActivationId } from '../../core/experiment';

export interface ActivationChoice {
  label: string;
  summary: string;
  formula: string;
}

export const activations = {
  relu: { label: 'ReLU', summary: 'Passes what is positive, drops the rest.', formula: 'max(0, z)' },
  elu: {
    label: 'ELU',
    summary: 'Like ReLU, with a soft floor at −1 (Clevert et al. 2016).',
    formula: 'z if z > 0, else eᶻ − 1',
  },
  tanh: { label: 'tanh', summary: 'Squeezes to between −1 and 1.', formula: 'tanh z' },
  sigmoid: { label: 'Sigmoid', summary: 'Squeezes to between 0 and 1.', formula: '1 / (1 + e⁻ᶻ)' },
} satisfies Record<ActivationId, ActivationChoice>;
