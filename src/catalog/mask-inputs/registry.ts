// Whether the network is told which pixels are missing; core/experiment/rules.ts says with which noise it can be.
import { t } from '@lingui/core/macro';
import type { SampleText } from '../../core/samples/words/sample-words';
import type { Experiment } from '../../core/experiment/experiment';

export interface MaskInput {
  label: string;
  summary: SampleText;
}

export const maskInputs = {
  off: {
    label: t`No`,
    summary: ({ kind }) =>
      kind === 'image'
        ? t`A missing pixel looks like a black one: the network has to guess where the hole is.`
        : t`A missing value looks like one at the middle of the range: the network has to guess where the gap is.`,
  },
  on: {
    label: t`Yes`,
    summary: ({ values }) => t`One more channel of the input says which ${values} are missing.`,
  },
} satisfies Record<Experiment['maskInput'], MaskInput>;
