// No penalty.
import { t } from '@lingui/core/macro';
import { perActivation, type SparsityPenalty } from './penalty';

const zero = () => 0;

export const none: SparsityPenalty = {
  label: t({ message: 'None', context: 'sparsity' }),
  name: t`off`,
  summary: ({ one }) => t`Every unit may be active for every ${one}.`,
  formula: String.raw`\Omega = 0`,
  ...perActivation(zero, zero),
};
