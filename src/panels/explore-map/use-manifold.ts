// Keeps the decoded grid behind the code map current: requests it again when the view, the weights or the grid change.
// While a request is running, only the newest of the following ones is kept.
import { useMemo } from 'react';
import {
  codesAt,
  quantileGrid,
  regionGrid,
  type Plane,
  type PlaneRegion,
} from '../../core/latent/code-plane';
import type { Session } from '../../session/session';
import { useAnswer } from '../../session/hooks/use-task';
import type { ManifoldPicture } from './manifold';

interface Wish {
  /** Null if map positions cannot be decoded; there is no manifold then. */
  readonly plane: Plane | null;
  readonly region: PlaneRegion | null;
  /** Tiles along the shorter side; null for no manifold. */
  readonly side: number | null;
  readonly quantiles: boolean;
}

interface Question {
  readonly plane: Plane;
  readonly grid: ManifoldPicture['grid'];
}

async function draw({ plane, grid }: Question, { questions }: Session): Promise<ManifoldPicture | null> {
  const decoded = await questions.decode(codesAt(plane, grid.points));
  return decoded && { grid, images: decoded.images };
}

/** @param again a new value triggers a new request, after the weights change */
export function useManifold(
  { plane, region, side, quantiles }: Wish,
  again: unknown,
): ManifoldPicture | null {
  // The quantile grid does not depend on the visible region.
  const asked = quantiles ? 'quantiles' : region;
  const question = useMemo(() => {
    if (plane === null || asked === null || side === null) return null;
    return { plane, grid: asked === 'quantiles' ? quantileGrid(side) : regionGrid(asked, side) };
  }, [plane, asked, side]);
  return useAnswer(question, draw, again);
}
