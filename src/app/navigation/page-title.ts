// The title of the page: what is shown, and whether something trains.
import type { Workspace } from '../../workspaces/frame/workspace';

export function pageTitle({ label }: Workspace, isTraining: boolean): string {
  return `${isTraining ? 'Training · ' : ''}${label} · Hourglass`;
}
