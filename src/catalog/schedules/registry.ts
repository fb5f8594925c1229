// How the learning rate may change over the epochs; core/experiment/schedule.ts computes it.
import { t } from '@lingui/core/macro';
import type { ScheduleId } from '../../core/experiment/experiment';

export interface ScheduleChoice {
  label: string;
  summary: string;
  /** In TeX. */
  formula: string;
}

export const schedules = {
  constant: { label: t`Constant`, summary: t`Does not change.`, formula: String.raw`\eta(t) = \eta` },
  cosine: {
    label: t`Cosine`,
    summary: t`Falls to a hundredth along half a cosine, then stays (Loshchilov & Hutter 2017).`,
    formula: String.raw`\eta(t) = \eta \left( 0.01 + 0.99\, \tfrac{1 + \cos(\pi \min(1,\, t / T))}{2} \right)`,
  },
  step: {
    label: t({ message: 'Step', context: 'schedule of the learning rate' }),
    summary: t`Halves at the end of every schedule length.`,
    formula: String.raw`\eta(t) = \eta \cdot 2^{-\lfloor t / T \rfloor}`,
  },
} satisfies Record<ScheduleId, ScheduleChoice>;
