// Which pixels the loss is a mean over, where some are missing from the input.
import { t } from '@lingui/core/macro';
import type { SampleText } from '../../core/samples/words/sample-words';
import type { Experiment } from '../../core/experiment/experiment';

export interface LossOn {
  label: string;
  summary: SampleText;
}

export const lossPlaces = {
  everything: {
    label: t`Everything`,
    summary: ({ value }) => t`Every ${value} counts the same, missing or known.`,
  },
  hole: {
    label: t`The hole`,
    summary: ({ values }) => t`Only missing ${values} count; the known ones may come out any way.`,
  },
  weighted: {
    label: t`Weighted`,
    summary: ({ value }) => t`Every ${value} counts; a missing one counts several times.`,
  },
} satisfies Record<Experiment['lossOn'], LossOn>;
