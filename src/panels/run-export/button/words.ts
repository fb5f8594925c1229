// What the buttons that the page begins with say.
import { t } from '@lingui/core/macro';

export const exportButton = {
  label: t`Export`,
  explanation: t`Save this run: as code, as weights, or as a file to continue elsewhere`,
  selectFirst: t`Select one run in the table`,
} as const;
