// Where in the page a person is, as the fragment of the address: `#train`, `#explore/sliders`.
import { workspaces } from './registry';
import type { SubView, Workspace, WorkspaceKey, WorkspaceProps } from './frame/workspace';

/** The workspace and sub-view that a fragment names; the first workspace, or its first sub-view, where it names none. */
export function readAddress(hash: string): WorkspaceProps {
  const [workspaceId, subViewId] = hash.slice(1).split('/');
  const workspace = workspaces.find(({ id }) => id === workspaceId) ?? workspaces[0];
  const subView = workspace.subViews.find(({ id }) => id === subViewId) ?? firstSubView(workspace);
  return { workspace, subView };
}

/** Every view of the page: of each workspace its own, where it has one, and its sub-views. */
export const allViews: readonly WorkspaceProps[] = workspaces.flatMap((workspace) => [
  ...(firstSubView(workspace) === null ? [{ workspace, subView: null }] : []),
  ...workspace.subViews.map((subView) => ({ workspace, subView })),
]);

/** What a workspace opens with. */
export function firstSubView({ subViews, standsAlone }: Workspace): SubView | null {
  return standsAlone ? null : (subViews[0] ?? null);
}

/** The keys that mean something at this address. */
export function keysAt({ workspace, subView }: WorkspaceProps): readonly WorkspaceKey[] {
  return [...workspace.keys, ...(subView?.keys ?? [])];
}
