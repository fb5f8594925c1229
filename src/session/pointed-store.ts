// The place of a map that the pointer is over, and the picture that it decodes to. Can be emptied without loss.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

export interface Pointed {
  /** In the map's coordinates; null: the pointer is over neither map. */
  readonly place: { readonly map: 'code' | 'pca'; readonly x: number; readonly y: number } | null;
  /** What the decoder (over PCA's map: PCA) makes of the place, `[D]`; of the place before until the answer is there. */
  readonly image: Float32Array | null;
  /** Step of the weights that made the image; null of PCA. */
  readonly step: number | null;
  /** The test image that was clicked on. */
  readonly picked: number | null;
}

export const pointingNowhere: Pointed = { place: null, image: null, step: null, picked: null };

export const pointedStore = createStore<Pointed>()(() => pointingNowhere);

export function usePointed<T>(select: (pointed: Pointed) => T): T {
  return useStore(pointedStore, select);
}
