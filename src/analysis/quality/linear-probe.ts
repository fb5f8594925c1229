// A linear probe: how well a linear classifier tells the classes apart, given only the representation (Alain & Bengio 2016).
//
// Inputs are standardised to z = (x - mean) f, f the inverse deviation. With 345 classes and 784 pixels that would be 80 billion
// multiplications, most of them by pixels without ink. So mean and scale are kept apart: scores are W (x f) - W (mean f), where
// the first product skips zeros and the second is the same for the whole batch; gradients likewise.
import { permutation, streams } from '../../core/random';
import type { Rows } from '../neighbours/row-distances';
import { pause } from '../../core/browser/pause';
import { scaledSparseRows, type SparseRows } from './sparse-rows';

/** Epochs for `classes` classes: 30 for up to a hundred, down to 10, so that hundreds of classes do not take minutes. */
const epochsFor = (classes: number) => Math.min(30, Math.max(10, Math.round(3000 / classes)));
const batchSize = 50;
const learningRate = 0.05;
const momentum = 0.9;
const weightDecay = 1e-4;

/** Multiplications between two pauses: some tens of milliseconds. */
const workPerPause = 3e7;

interface Labelled {
  rows: Rows;
  labels: Uint16Array;
}

/** Weights of softmax regression, `[width + 1, classes]`: the classes of one input stand side by side, the bias comes last. */
interface Probe {
  readonly classes: number;
  readonly weights: Float64Array;
}

/**
 * Share of the test rows that softmax regression assigns the right class, in [0, 1]. It is trained on the training rows by
 * stochastic gradient descent with momentum on standardised inputs; the learning rate falls linearly to 0.
 * @returns null when it was cancelled
 */
export async function linearProbe(
  train: Labelled,
  test: Labelled,
  seed: number,
  onShare: (share: number) => void,
  isCancelled: () => boolean,
): Promise<number | null> {
  const { factors, shift } = standardisation(train.rows);
  const known = scaledSparseRows(train.rows, factors);
  const { width, count } = known;
  const classes = largest(train.labels, largest(test.labels, 0)) + 1;
  const probe: Probe = { classes, weights: new Float64Array((width + 1) * classes) };
  const velocity = new Float64Array(probe.weights.length);
  const gradient = new Float64Array(probe.weights.length);
  const batchWork = (2 * classes * batchSize * known.values.length) / count + 4 * classes * width;
  const batchesPerPause = Math.max(1, Math.floor(workPerPause / batchWork));
  const epochs = epochsFor(classes);
  let batches = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = permutation(count, seed, streams.order, epoch);
    const rate = learningRate * (1 - epoch / epochs);
    for (let first = 0; first < count; first += batchSize) {
      if (batches++ % batchesPerPause === 0) {
        onShare((epoch + first / count) / epochs);
        await pause();
        if (isCancelled()) return null;
      }
      const batch = order.subarray(first, first + batchSize);
      takeGradient(probe, known, shift, batch, train.labels, gradient);
      for (let i = 0; i < gradient.length; i++) {
        const weight = probe.weights[i]!;
        velocity[i] = momentum * velocity[i]! - rate * (gradient[i]! / batch.length + weightDecay * weight);
        probe.weights[i] = weight + velocity[i]!;
      }
    }
  }
  return accuracy(probe, scaledSparseRows(test.rows, factors), shift, test.labels);
}

function largest(labels: Uint16Array, least: number): number {
  return labels.reduce((most, label) => Math.max(most, label), least);
}

/**
 * Factors and shift, `[width]` each, that bring `rows` to mean 0 and variance 1: z = factor x - shift. A column that is
 * constant becomes 0.
 */
function standardisation({ values, width }: Rows): { factors: Float64Array; shift: Float64Array } {
  const count = values.length / width;
  const mean = new Float64Array(width);
  const variance = new Float64Array(width);
  for (let i = 0; i < values.length; i++) mean[i % width]! += values[i]! / count;
  for (let i = 0; i < values.length; i++)
    variance[i % width]! += (values[i]! - mean[i % width]!) ** 2 / count;
  // A pixel that is hardly ever inked would become huge where it is.
  const floor = 0.01 * variance.reduce((most, one) => Math.max(most, one), 0);
  const factors = variance.map((one) => (one > 0 ? 1 / Math.sqrt(one + floor) : 0));
  return { factors, shift: mean.map((one, column) => one * factors[column]!) };
}

/** Writes the sum over the batch of the gradient of the cross-entropy into `gradient`. */
function takeGradient(
  probe: Probe,
  rows: SparseRows,
  shift: Float64Array,
  batch: Uint32Array,
  labels: Uint16Array,
  gradient: Float64Array,
): void {
  const { classes } = probe;
  const offset = shiftedScores(probe, shift);
  const errors = new Float64Array(classes);
  const errorSum = new Float64Array(classes);
  gradient.fill(0);
  for (const row of batch) {
    score(probe, rows, row, offset, errors);
    softmax(errors);
    errors[labels[row]!]! -= 1;
    for (let label = 0; label < classes; label++) errorSum[label]! += errors[label]!;
    for (let at = rows.starts[row]!; at < rows.starts[row + 1]!; at++) {
      const value = rows.values[at]!;
      const from = rows.columns[at]! * classes;
      for (let label = 0; label < classes; label++) gradient[from + label]! += value * errors[label]!;
    }
  }
  for (let column = 0; column < rows.width; column++) {
    const by = shift[column]!;
    const from = column * classes;
    for (let label = 0; label < classes; label++) gradient[from + label]! -= by * errorSum[label]!;
  }
  gradient.set(errorSum, rows.width * classes);
}

/** What every row's scores have in common: the bias less the weighted shift, `[classes]`. */
function shiftedScores({ classes, weights }: Probe, shift: Float64Array): Float64Array {
  const offset = weights.slice(shift.length * classes);
  for (let column = 0; column < shift.length; column++) {
    const by = shift[column]!;
    const from = column * classes;
    for (let label = 0; label < classes; label++) offset[label]! -= by * weights[from + label]!;
  }
  return offset;
}

/** Writes the scores (logits) of one row into `scores`, `[classes]`. */
function score(
  { classes, weights }: Probe,
  rows: SparseRows,
  row: number,
  offset: Float64Array,
  scores: Float64Array,
): void {
  scores.set(offset);
  for (let at = rows.starts[row]!; at < rows.starts[row + 1]!; at++) {
    const value = rows.values[at]!;
    const from = rows.columns[at]! * classes;
    for (let label = 0; label < classes; label++) scores[label]! += value * weights[from + label]!;
  }
}

function softmax(scores: Float64Array): void {
  let most = -Infinity;
  for (const one of scores) most = Math.max(most, one);
  let total = 0;
  for (let label = 0; label < scores.length; label++) {
    const share = Math.exp(scores[label]! - most);
    scores[label] = share;
    total += share;
  }
  for (let label = 0; label < scores.length; label++) scores[label]! /= total;
}

function accuracy(probe: Probe, rows: SparseRows, shift: Float64Array, labels: Uint16Array): number {
  const offset = shiftedScores(probe, shift);
  const scores = new Float64Array(probe.classes);
  let right = 0;
  for (let row = 0; row < rows.count; row++) {
    score(probe, rows, row, offset, scores);
    let best = -Infinity;
    for (const one of scores) best = Math.max(best, one);
    // Classes with equal scores share the row.
    if (scores[labels[row]!] === best) right += 1 / scores.filter((one) => one === best).length;
  }
  return right / rows.count;
}
