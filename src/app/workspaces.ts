// The workspaces, one at a time. Which one is shown stands in the address after `#`, so that links and the way back work;
// the experiment stands before it and stays as it is.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { statusOf } from '../session/comparison';
import { comparison, toggleTraining } from '../session/actions';
import { comparisonStore } from '../session/comparison-store';
import { notify } from '../session/notice-store';
import { runStore } from '../session/run-store';

export const workspaceLabels = { train: 'Train', explore: 'Explore', compare: 'Compare' } as const;
export type Workspace = keyof typeof workspaceLabels;

export const workspaceStore = createStore<{ readonly shown: Workspace }>()(() => ({ shown: 'train' }));

export function useWorkspace(): Workspace {
  return useStore(workspaceStore, ({ shown }) => shown);
}

/** The workspace that the fragment of an address names; Train where it names none. */
function workspaceOf(hash: string): Workspace {
  const named = hash.slice(1);
  return Object.hasOwn(workspaceLabels, named) ? (named as Workspace) : 'train';
}

/** The parts of `window` that are needed. */
export interface Fragmented {
  readonly location: Pick<Location, 'hash'>;
  addEventListener(type: 'hashchange' | 'popstate', listener: () => void): void;
}

/** Shows the workspace of the address, and follows it. What trained in the one that is left is paused, and that is said. */
export function startWorkspaces(page: Fragmented): void {
  workspaceStore.setState({ shown: workspaceOf(page.location.hash) });
  const follow = () => {
    const shown = workspaceOf(page.location.hash);
    const { shown: left } = workspaceStore.getState();
    if (shown === left) return;
    leave(left, shown);
    workspaceStore.setState({ shown });
  };
  // Of a step in the history whose address is then put right (url-sync.ts), only one of the two tells.
  page.addEventListener('hashchange', follow);
  page.addEventListener('popstate', follow);
}

/** What trains in the workspace that is left is paused; Train and Explore show the same run, which goes on between them. */
function leave(left: Workspace, shown: Workspace): void {
  if (left === 'compare') {
    if (statusOf(comparisonStore.getState()) !== 'training') return;
    comparison.pause();
    tellPaused('The comparison is paused. In Compare it goes on where it stands.');
  } else if (shown === 'compare') {
    if (!runStore.getState().wantsTraining) return;
    toggleTraining();
    tellPaused('Training is paused while you compare. In Train it stands as you left it.');
  }
}

function tellPaused(message: string): void {
  notify({ key: 'workspace', kind: 'info', message });
}
