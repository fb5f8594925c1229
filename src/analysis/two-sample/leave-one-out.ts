// The two-sample test by nearest neighbours: each sample of either side is judged by the nearest of all others.
import { eachRow } from '../neighbours/row-distances';

/**
 * Leave-one-out accuracy of a 1-nearest-neighbour classifier that tells real from generated samples, in [0, 1]. Equal counts of both
 * make 0.5 what cannot be told apart; below it, samples are nearer to those of the other side, as copies are. Of neighbours that are
 * equally near, each counts by its share.
 * @param real `[n, width]` @param generated `[n, width]`
 */
export async function leaveOneOutAccuracy(
  real: Float32Array,
  generated: Float32Array,
  width: number,
): Promise<number> {
  const values = new Float32Array(real.length + generated.length);
  values.set(real);
  values.set(generated, real.length);
  const rows = { values, width };
  const realCount = real.length / width;
  let correct = 0;
  const visit = (row: number, distances: Float64Array) => {
    const least = distances.reduce((nearest, distance) => Math.min(nearest, distance), Infinity);
    let [own, all] = [0, 0];
    distances.forEach((distance, other) => {
      if (distance !== least) return;
      all++;
      if (row < realCount === other < realCount) own++;
    });
    correct += own / all;
  };
  await eachRow(
    rows,
    rows,
    visit,
    () => undefined,
    () => false,
  );
  return correct / (values.length / width);
}
