// A linear probe: how well a linear classifier tells the classes from a representation (Alain & Bengio 2016).
import { permutation, streams } from '../core/random';
import { rowCount, type Rows } from './k-nearest';
import { pause } from './pause';

const passes = 30;
const batchSize = 50;
const learningRate = 0.05;
const momentum = 0.9;
const weightDecay = 1e-4;

interface Labelled {
  rows: Rows;
  labels: Uint16Array;
}

/**
 * Share of the test rows whose class softmax regression tells right, in [0, 1]. It is trained on the training rows by
 * stochastic gradient descent with momentum on inputs brought to mean 0 and variance 1, the rate falling to 0.
 * @returns null when it was cancelled
 */
export async function linearProbe(
  train: Labelled,
  test: Labelled,
  seed: number,
  onShare: (share: number) => void,
  isCancelled: () => boolean,
): Promise<number | null> {
  const standard = standardiser(train.rows);
  const known = standard(train.rows);
  const { width } = known;
  const classes = Math.max(...train.labels, ...test.labels) + 1;
  const count = rowCount(known);
  // One column more than there are inputs: the bias.
  const weights = new Float64Array(classes * (width + 1));
  const velocity = new Float64Array(weights.length);
  const gradient = new Float64Array(weights.length);
  const shares = new Float64Array(classes);
  for (let pass = 0; pass < passes; pass++) {
    onShare(pass / passes);
    const order = permutation(count, seed, streams.order, pass);
    const rate = learningRate * (1 - pass / passes);
    for (let first = 0; first < count; first += batchSize) {
      if (first % (batchSize * 20) === 0) {
        await pause();
        if (isCancelled()) return null;
      }
      const batch = order.subarray(first, first + batchSize);
      gradient.fill(0);
      for (const row of batch) {
        softmax(known, row, weights, shares);
        const label = train.labels[row] ?? 0;
        shares[label] = (shares[label] ?? 0) - 1;
        addOuter(shares, known, row, gradient);
      }
      for (let i = 0; i < weights.length; i++) {
        const weight = weights[i] ?? 0;
        const step = (gradient[i] ?? 0) / batch.length + weightDecay * weight;
        velocity[i] = momentum * (velocity[i] ?? 0) - rate * step;
        weights[i] = weight + (velocity[i] ?? 0);
      }
    }
  }
  const asked = standard(test.rows);
  let right = 0;
  for (let row = 0; row < rowCount(asked); row++) {
    softmax(asked, row, weights, shares);
    if (shares.indexOf(Math.max(...shares)) === test.labels[row]) right++;
  }
  return right / rowCount(asked);
}

/** Brings rows to the mean 0 and variance 1 of `rows`; a column that is always the same becomes 0. */
function standardiser({ values, width }: Rows): (rows: Rows) => Rows {
  const count = values.length / width;
  const mean = new Float64Array(width);
  const scale = new Float64Array(width);
  for (let i = 0; i < values.length; i++) mean[i % width] = (mean[i % width] ?? 0) + (values[i] ?? 0) / count;
  for (let i = 0; i < values.length; i++) {
    const column = i % width;
    scale[column] = (scale[column] ?? 0) + ((values[i] ?? 0) - (mean[column] ?? 0)) ** 2 / count;
  }
  // A pixel that is hardly ever inked would become huge where it is.
  const most = Math.max(...scale);
  const factors = scale.map((variance) => (variance > 0 ? 1 / Math.sqrt(variance + 0.01 * most) : 0));
  return (rows) => ({
    width,
    values: rows.values.map((value, i) => (value - (mean[i % width] ?? 0)) * (factors[i % width] ?? 0)),
  });
}

/** Writes the probabilities of the classes for one row into `shares`. */
function softmax({ values, width }: Rows, row: number, weights: Float64Array, shares: Float64Array): void {
  let most = -Infinity;
  for (let label = 0; label < shares.length; label++) {
    const at = label * (width + 1);
    let sum = weights[at + width] ?? 0;
    for (let i = 0; i < width; i++) sum += (values[row * width + i] ?? 0) * (weights[at + i] ?? 0);
    shares[label] = sum;
    most = Math.max(most, sum);
  }
  let total = 0;
  for (let label = 0; label < shares.length; label++) {
    const share = Math.exp((shares[label] ?? 0) - most);
    shares[label] = share;
    total += share;
  }
  for (let label = 0; label < shares.length; label++) shares[label] = (shares[label] ?? 0) / total;
}

/** Adds `errors` times the row and its bias to the gradient. */
function addOuter(errors: Float64Array, { values, width }: Rows, row: number, gradient: Float64Array): void {
  for (let label = 0; label < errors.length; label++) {
    const error = errors[label] ?? 0;
    const at = label * (width + 1);
    for (let i = 0; i < width; i++) {
      gradient[at + i] = (gradient[at + i] ?? 0) + error * (values[row * width + i] ?? 0);
    }
    gradient[at + width] = (gradient[at + width] ?? 0) + error;
  }
}
