// The four runs that are compared. Written by comparison-runner.ts alone.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { noComparison, type Comparison } from './comparison';

export const comparisonStore = createStore<Comparison>()(() => noComparison);

/** A part of the comparison; the component renders again when that part is another object or value. */
export function useComparison<T>(select: (comparison: Comparison) => T): T {
  return useStore(comparisonStore, select);
}
