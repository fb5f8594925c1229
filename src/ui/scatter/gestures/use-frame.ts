// The frame that a map's points are fitted to, recomputed when they move or the map changes shape.
import { useState } from 'react';
import { fitFrame, type FitFrame } from '../frame/fit-frame';

/** @param preserve whether points that moved a little stay in the frame before */
export function useFrame(
  points: Float32Array,
  aspect: number,
  preserve: boolean,
): { frame: FitFrame; points: Float32Array } {
  const [fitted, setFitted] = useState(() => ({ points, aspect, frame: fitFrame(points, aspect, null) }));
  if (fitted.points === points && fitted.aspect === aspect) return fitted;
  const next = { points, aspect, frame: fitFrame(points, aspect, preserve ? fitted.frame : null) };
  setFitted(next);
  return next;
}
