// What stands under the numbers, where their names may be longer in another language.
import { t } from '@lingui/core/macro';

export const captions = {
  trainLoss: t({ message: 'Train loss', context: 'under a number: short' }),
  testLoss: t({ message: 'Test loss', context: 'under a number: short' }),
  testMse: t({ message: 'Test MSE', context: 'under a number: short' }),
  noisyInput: t({ message: 'Noisy input', context: 'under a number: short' }),
} as const;
