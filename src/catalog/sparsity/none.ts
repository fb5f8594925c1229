// No penalty.
import { perActivation, type SparsityPenalty } from './penalty';

const zero = () => 0;

export const none: SparsityPenalty = {
  label: 'None',
  name: 'off',
  summary: ({ one }) => `Every unit may be active for every ${one}.`,
  formula: String.raw`\Omega = 0`,
  ...perActivation(zero, zero),
};
