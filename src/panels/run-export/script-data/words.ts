import { t } from '@lingui/core/macro';

export const texts = {
  label: t`Data (NumPy)`,
  summary: (name: string) =>
    t`All samples and classes of ${name} as data.npz: what the Keras script reads with --data.`,
  working: t`Reading the data…`,
  failed: t`The data could not be read. Check that they are here and try again.`,
} as const;
