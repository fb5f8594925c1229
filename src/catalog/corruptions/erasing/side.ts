// Erases one side: the network has to continue what it sees, like an image beyond its frame.
import { t } from '@lingui/core/macro';
import { gridOf } from '../../../core/inpainting/mask';
import type { Corruption } from '../corruption';
import { eraseBy } from './erase';

const mask: NonNullable<Corruption['mask']> = (missing, shape, level) => {
  const { columns } = gridOf(shape);
  const first = columns - Math.floor(columns * level);
  for (let at = 0; at < missing.length; at++) if (at % columns >= first) missing[at] = 1;
};

export const side: Corruption = {
  label: t`Right side`,
  name: t`right side`,
  summary: t`Erases the right side; the level is its share of the image: one half is the right half.`,
  formula: String.raw`\tilde x_i = \begin{cases} 0 & \text{right of the edge} \\ x_i & \text{else} \end{cases}`,
  onSignals: {
    summary: t`Cuts off the end: values there are held at the middle of the range. The level is its share of the length.`,
    formula: String.raw`\tilde x_i = \begin{cases} \tfrac{1}{2} & \text{beyond the edge} \\ x_i & \text{else} \end{cases}`,
  },
  suits: ['image', 'signal'],
  apply: eraseBy(mask),
  mask,
};
