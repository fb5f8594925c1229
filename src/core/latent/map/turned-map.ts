// Turns one map onto another. The axes of two networks have nothing to do with each other: the same arrangement of points may
// stand upside down in one and mirrored in the other. The rotation, or rotation and mirroring, that brings one closest to the other is
// the solution of the orthogonal Procrustes problem (Schönemann 1966), which in the plane has a closed form. Distances stay.

/**
 * Points `[2 n]` of a map, turned about their mean, and mirrored where that fits better, so that the sum of squared distances to
 * `onto` is the least among all rotations and mirrorings, once both are centred and scaled to one size. The scale and the mean of
 * `points` stay. Points that are not finite are left out of the fit.
 * @param onto the map to turn onto, `[2 n]`; point `i` of both is the same image
 * @throws RangeError where the two have different lengths
 */
export function turnedOnto(points: Float32Array, onto: Float32Array): Float32Array {
  if (points.length !== onto.length)
    throw new RangeError(`${points.length / 2} points cannot be turned onto ${onto.length / 2}`);
  const fitted = (i: number) => [points[i], points[i + 1], onto[i], onto[i + 1]].every(Number.isFinite);
  const centre = meanPoint(points, fitted);
  const target = meanPoint(onto, fitted);
  // The matrix of products, [xx xy; yx yy], of centred points with their targets.
  let [xx, xy, yx, yy] = [0, 0, 0, 0];
  for (let i = 0; i < points.length; i += 2) {
    if (!fitted(i)) continue;
    const [x, y] = [(points[i] ?? 0) - centre.x, (points[i + 1] ?? 0) - centre.y];
    const [tx, ty] = [(onto[i] ?? 0) - target.x, (onto[i + 1] ?? 0) - target.y];
    xx += x * tx;
    xy += x * ty;
    yx += y * tx;
    yy += y * ty;
  }
  // A rotation by t brings the products to cos t (xx + yy) + sin t (xy - yx); after mirroring y, with the signs of y turned.
  const isMirrored = Math.hypot(xx - yy, xy + yx) > Math.hypot(xx + yy, xy - yx);
  const flip = isMirrored ? -1 : 1;
  const angle = Math.atan2(xy - flip * yx, xx + flip * yy);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const turned = new Float32Array(points.length);
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [(points[i] ?? NaN) - centre.x, flip * ((points[i + 1] ?? NaN) - centre.y)];
    turned[i] = centre.x + cos * x - sin * y;
    turned[i + 1] = centre.y + sin * x + cos * y;
  }
  return turned;
}

function meanPoint(points: Float32Array, isFitted: (i: number) => boolean): { x: number; y: number } {
  let [x, y, count] = [0, 0, 0];
  for (let i = 0; i < points.length; i += 2) {
    if (!isFitted(i)) continue;
    x += points[i] ?? 0;
    y += points[i + 1] ?? 0;
    count++;
  }
  return count === 0 ? { x: 0, y: 0 } : { x: x / count, y: y / count };
}
