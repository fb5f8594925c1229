// Which workspace and sub-view are shown. The address after `#` is the truth, so reload, links and Back work; the
// experiment stands before it and stays as it is.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { firstSubView, readAddress } from '../../workspaces/address';
import { hrefOf } from '../../workspaces/frame/links';
import type { Session } from '../../session/session';
import type { SubView, Workspace, WorkspaceProps } from '../../workspaces/frame/workspace';

interface Navigation {
  readonly shown: WorkspaceProps;
  /** The sub-view that was shown last, by the id of its workspace. */
  readonly lastSubViews: Readonly<Record<string, SubView>>;
}

export const navigationStore = createStore<Navigation>()(() => ({
  shown: readAddress(''),
  lastSubViews: {},
}));

/** What is shown; the same object until it changes. */
export function useShown(): WorkspaceProps {
  return useStore(navigationStore, ({ shown }) => shown);
}

/** The link to a workspace; it leads back to the sub-view that was open there, unless the workspace has a view of its own. */
export function useLinkTo(workspace: Workspace): string {
  return useStore(navigationStore, ({ lastSubViews }) =>
    hrefOf(workspace, (workspace.standsAlone ? null : lastSubViews[workspace.id]) ?? firstSubView(workspace)),
  );
}

/** The parts of `window` that are needed. */
export interface PageAddress {
  readonly location: Pick<Location, 'hash'>;
  addEventListener(type: 'hashchange' | 'popstate', listener: () => void): void;
}

/** Shows what the address names, and follows it. */
export function startNavigation(page: PageAddress, session: Session): void {
  showAddress(page.location.hash);
  const follow = () => {
    const next = readAddress(page.location.hash);
    const { workspace: left, subView } = navigationStore.getState().shown;
    if (next.workspace === left && next.subView === subView) return;
    if (next.workspace !== left) {
      left.onLeave?.(session, next.workspace);
      next.workspace.onEnter?.(session, left);
    }
    show(next);
  };
  // History navigation fires hashchange or popstate, not always both, so listen to both.
  page.addEventListener('hashchange', follow);
  page.addEventListener('popstate', follow);
}

/** Shows what a fragment names. Nothing is left or entered: that is for a page that follows its address. */
export function showAddress(hash: string): void {
  show(readAddress(hash));
}

function show(shown: WorkspaceProps): void {
  const { workspace, subView } = shown;
  navigationStore.setState(({ lastSubViews }) => ({
    shown,
    lastSubViews: subView ? { ...lastSubViews, [workspace.id]: subView } : lastSubViews,
  }));
}
