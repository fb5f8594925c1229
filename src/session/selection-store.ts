// What the person points at, shared by all panels. Can be emptied without loss.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Focus, Passage } from '../core/engine-api';

/** A test image as the network treats it at `step`. */
export interface Inspected extends Passage {
  readonly index: number;
  readonly runId: number;
  readonly step: number;
  readonly label: number;
}

export interface Selection {
  /** Place in the test set of the sample under the pointer. */
  readonly hovered: number | null;
  /** What the network makes of the hovered sample; null until the answer is there. */
  readonly inspected: Inspected | null;
  /** The image in the diagram; null until one is picked (the engine then shows the first of the ten). */
  readonly focus: Focus | null;
  /** Whether there is ink on the pad. */
  readonly hasDrawing: boolean;
}

export const emptySelection: Selection = { hovered: null, inspected: null, focus: null, hasDrawing: false };

export const selectionStore = createStore<Selection>()(() => emptySelection);

export function useSelection<T>(select: (selection: Selection) => T): T {
  return useStore(selectionStore, select);
}
