// How the learning rate may change with the epochs; the numbers are made in core/schedule.ts.
import type { ScheduleId } from '../../core/experiment';

export interface ScheduleChoice {
  label: string;
  summary: string;
  /** In TeX. */
  formula: string;
}

export const schedules = {
  constant: { label: 'Constant', summary: 'Stays as it is set.', formula: String.raw`\eta(t) = \eta` },
  cosine: {
    label: 'Cosine',
    summary: 'Comes down along half a cosine to a hundredth, then stays (Loshchilov & Hutter 2017).',
    formula: String.raw`\eta(t) = \eta \left( 0.01 + 0.99\, \tfrac{1 + \cos(\pi \min(1,\, t / T))}{2} \right)`,
  },
  step: {
    label: 'Step',
    summary: 'Is halved every so many epochs.',
    formula: String.raw`\eta(t) = \eta \cdot 2^{-\lfloor t / T \rfloor}`,
  },
} satisfies Record<ScheduleId, ScheduleChoice>;
