// Keeps the pictures behind the code's map: asked for anew when the view moves, the weights change or another grid is
// chosen; of questions that come faster than answers only the newest is put.
import { useEffect, useState } from 'react';
import { codesAt, quantileGrid, regionGrid, type Plane, type PlaneRegion } from '../../core/code-plane';
import { decode } from '../../session/actions';
import { createLatestWins } from '../../session/latest-wins';
import type { ManifoldPicture } from './manifold';

interface Wish {
  /** Null where a place has no code: there is no manifold then. */
  readonly plane: Plane | null;
  readonly region: PlaneRegion | null;
  /** Pictures along the shorter side; null: none. */
  readonly side: number | null;
  readonly quantiles: boolean;
}

/** @param again another value asks again: the weights have changed */
export function useManifold(
  { plane, region, side, quantiles }: Wish,
  again: unknown,
): ManifoldPicture | null {
  const [picture, setPicture] = useState<ManifoldPicture | null>(null);
  const [questions] = useState(() =>
    createLatestWins(
      ({ plane, grid }: { plane: Plane; grid: ManifoldPicture['grid'] }) =>
        decode(codesAt(plane, grid.points)),
      ({ grid }, answer) => {
        if (answer) setPicture({ grid, images: answer.images });
      },
    ),
  );
  // The quantiles lie where they lie, whatever part of them is seen.
  const asked = quantiles ? 'quantiles' : region;
  const isWanted = plane !== null && asked !== null && side !== null;
  useEffect(() => {
    if (plane === null || asked === null || side === null) {
      questions.forget();
      return;
    }
    questions.ask({ plane, grid: asked === 'quantiles' ? quantileGrid(side) : regionGrid(asked, side) });
  }, [plane, asked, side, again, questions]);
  useEffect(() => () => questions.forget(), [questions]);
  return isWanted ? picture : null;
}
