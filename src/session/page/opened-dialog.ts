// The dialog that is open over the page, where it is one that several places open.
import { createStore } from 'zustand/vanilla';
import type { RunId } from '../../core/run/stamp';

export type OpenedDialog =
  | { readonly kind: 'teacher-link' }
  | { readonly kind: 'presets' }
  /** `runId`: of a kept run; null: the main run as it stands. */
  | { readonly kind: 'results-sheet'; readonly runId: RunId | null };

export const openedDialogStore = createStore<{ readonly opened: OpenedDialog | null }>()(() => ({
  opened: null,
}));

export function openDialog(opened: OpenedDialog): void {
  openedDialogStore.setState({ opened });
}

export function closeDialog(): void {
  openedDialogStore.setState({ opened: null });
}
