// Where in the page a person is, as the fragment of the address: `#train`, `#explore/sliders`.
import { workspaces } from './registry';
import { viewsOf } from './frame/views';
import type { WorkspaceKey, WorkspaceProps } from './frame/workspace';

/** The workspace and sub-view that a fragment names; the first workspace, or its first sub-view, where it names none. */
export function readAddress(hash: string): WorkspaceProps {
  const [workspaceId, subViewId] = hash.slice(1).split('/');
  const workspace = workspaces.find(({ id }) => id === workspaceId) ?? workspaces[0];
  const subView = viewsOf(workspace).find((view) => view?.id === subViewId) ?? workspace.subViews[0] ?? null;
  return { workspace, subView };
}

/** The keys that mean something at this address. */
export function keysAt({ workspace, subView }: WorkspaceProps): readonly WorkspaceKey[] {
  return [...workspace.keys, ...(subView?.keys ?? [])];
}
