// The pointer over the maps of Explore: each place is decoded at once, and of places that come faster than answers only
// the newest is asked for.
import { decode } from './actions';
import { createLatestWins } from './latest-wins';
import { pointedStore, type Pointed } from './pointed-store';

const decodings = createLatestWins(decode, (_, answer) => {
  if (answer) pointedStore.setState({ image: answer.images, step: answer.step });
});

type Place = Pick<NonNullable<Pointed['place']>, 'x' | 'y'>;

/** @param code of the place, `[codeSize]` */
export function pointAtCode({ x, y }: Place, code: Float32Array): void {
  const { place } = pointedStore.getState();
  if (place?.map !== 'code') pointedStore.setState({ image: null });
  pointedStore.setState({ place: { map: 'code', x, y } });
  decodings.ask(code);
}

/** @param image what PCA makes of the place, `[D]` */
export function pointAtPca({ x, y }: Place, image: Float32Array): void {
  decodings.forget();
  pointedStore.setState({ place: { map: 'pca', x, y }, image, step: null });
}

export function pointNowhere(): void {
  decodings.forget();
  pointedStore.setState({ place: null, image: null, step: null });
}

/** The image that stays under the pointer's card when the pointer has gone. */
export function pickImage(picked: number | null): void {
  pointedStore.setState({ picked });
}
