// Whether the network is told which pixels are missing; core/experiment/rules.ts says with which noise it can be.
import type { Experiment } from '../../core/experiment/experiment';

export interface MaskInput {
  label: string;
  summary: string;
}

export const maskInputs = {
  off: {
    label: 'No',
    summary: 'A missing pixel looks like a black one: the network has to guess where the hole is.',
  },
  on: { label: 'Yes', summary: 'One more channel of the input says which pixels are missing.' },
} satisfies Record<Experiment['maskInput'], MaskInput>;
