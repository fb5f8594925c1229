// The L1 norm of a code. Its slope is 0 at 0: a unit that is off is not pushed further.
import { t } from '@lingui/core/macro';
import { perActivation, type SparsityPenalty } from './penalty';

export const l1: SparsityPenalty = {
  label: 'L1',
  name: 'L1',
  summary: t`Penalises each unit’s distance from 0, so most units stay at 0.`,
  formula: String.raw`\Omega = \tfrac{1}{m} \sum_{x} \sum_{j} \lvert z_j(x) \rvert`,
  ...perActivation(Math.abs, Math.sign),
};
