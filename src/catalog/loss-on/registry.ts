// Which pixels the loss is a mean over, where some are missing from the input.
import type { Experiment } from '../../core/experiment/experiment';

export interface LossOn {
  label: string;
  summary: string;
}

export const lossPlaces = {
  everything: { label: 'Everything', summary: 'Every pixel counts the same, missing or known.' },
  hole: {
    label: 'The hole',
    summary: 'Only missing pixels count; the known ones may come out as they like.',
  },
  weighted: { label: 'Weighted', summary: 'Every pixel counts, a missing one several times.' },
} satisfies Record<Experiment['lossOn'], LossOn>;
