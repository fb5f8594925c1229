// Which run the dialog `Export` is open for. Kept apart from what exports: the page has this from its beginning.
import { createStore } from 'zustand/vanilla';
import type { RunId } from '../../../core/run/stamp';

/** Null: it is closed. */
export const exportStore = createStore<{ readonly run: RunId | null }>()(() => ({ run: null }));
