// The title of the page: what is shown, and whether something trains.
import { t } from '@lingui/core/macro';
import type { Workspace } from '../../workspaces/frame/workspace';

export function pageTitle({ label }: Workspace, isTraining: boolean): string {
  return `${isTraining ? `${t`Training`} · ` : ''}${label} · Hourglass`;
}
