// Apart from the dialog's words, which load with the dialog.
import { t } from '@lingui/core/macro';

export const addButton = {
  label: t`Add data`,
  explanation: t`Train on your own pictures, tables, sound or arrays. They stay on your machine.`,
} as const;
