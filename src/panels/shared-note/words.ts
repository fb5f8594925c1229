// Text around the note of a teacher's link.
import { t } from '@lingui/core/macro';
export const texts = {
  name: t`Note with this link`,
  limited: t`This link shows a part of the page.`,
  unlocked: t`Everything is unlocked.`,
  unlock: t`Unlock everything`,
  unlockExplanation: t`Shows every control. The link keeps the page simple; it protects nothing.`,
  lock: t`Lock again`,
  lockExplanation: t`Hides and locks again what the link asks for`,
} as const;
