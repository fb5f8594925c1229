// Whether the page is shown to a class: large type, few panels, the controls in a drawer. It lasts as long as the tab, and over a
// reload; it is no part of the experiment or its address. Works where storage is denied.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

export interface Presentation {
  readonly isPresenting: boolean;
  readonly hasDrawer: boolean;
}

const storageKey = 'hourglass-present';

export const presentationStore = createStore<Presentation>()(() => ({
  isPresenting: false,
  hasDrawer: false,
}));

export function usePresentation<T>(select: (presentation: Presentation) => T): T {
  return useStore(presentationStore, select);
}

/** Takes up what the tab was doing before a reload. */
export function startPresentation(): void {
  show(wasPresenting());
}

export function togglePresentation(): void {
  const isPresenting = !presentationStore.getState().isPresenting;
  try {
    if (isPresenting) sessionStorage.setItem(storageKey, 'on');
    else sessionStorage.removeItem(storageKey);
  } catch {
    // Storage is denied: it lasts as long as the page.
  }
  show(isPresenting);
}

export function toggleDrawer(): void {
  presentationStore.setState(({ isPresenting, hasDrawer }) => ({ hasDrawer: isPresenting && !hasDrawer }));
}

function show(isPresenting: boolean): void {
  const root = document.documentElement;
  if (isPresenting) root.dataset['present'] = 'true';
  else delete root.dataset['present'];
  presentationStore.setState({ isPresenting, hasDrawer: false });
}

function wasPresenting(): boolean {
  try {
    return sessionStorage.getItem(storageKey) === 'on';
  } catch {
    return false;
  }
}
