// Links to workspaces and their sub-views.
import type { SubView, Workspace } from './workspace';

export function hrefOf(workspace: Workspace, subView: SubView | null): string {
  return subView === null ? `#${workspace.id}` : `#${workspace.id}/${subView.id}`;
}
