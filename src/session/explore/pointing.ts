// The pointer over the maps of Explore: each place is decoded at once, and of places that come faster than answers only
// the newest is asked for. Can be emptied without loss.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EngineQuestions } from '../engine/engine-questions';
import { createLatestWins } from '../tasks/latest-wins';

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

type Place = Pick<NonNullable<Pointed['place']>, 'x' | 'y'>;

export interface Pointing {
  readonly store: StoreApi<Pointed>;
  /** @param code of the place, `[codeSize]` */
  readonly atCode: (place: Place, code: Float32Array) => void;
  /** @param image what PCA makes of the place, `[D]` */
  readonly atPca: (place: Place, image: Float32Array) => void;
  readonly nowhere: () => void;
  /** The image that stays under the pointer's card when the pointer has gone. */
  readonly pick: (picked: number | null) => void;
}

export function createPointing({ decode }: Pick<EngineQuestions, 'decode'>): Pointing {
  const store = createStore<Pointed>()(() => ({ place: null, image: null, step: null, picked: null }));
  const { getState, setState } = store;
  const decodings = createLatestWins(decode, (_, answer) => {
    if (answer) setState({ image: answer.images, step: answer.step });
  });
  return {
    store,
    atCode({ x, y }, code) {
      if (getState().place?.map !== 'code') setState({ image: null });
      setState({ place: { map: 'code', x, y } });
      decodings.ask(code);
    },
    atPca({ x, y }, image) {
      decodings.forget();
      setState({ place: { map: 'pca', x, y }, image, step: null });
    },
    nowhere() {
      decodings.forget();
      setState({ place: null, image: null, step: null });
    },
    pick: (picked) => setState({ picked }),
  };
}
