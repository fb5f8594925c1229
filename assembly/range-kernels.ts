// The elementwise kernels, split into ranges that threads share. To add one: a number in job-numbers.ts, its line in jobs.ts, a
// function here, exported in index.ts.
import { BatchRequest, CHUNK_ROWS } from './batch';
import { jobArguments, threadsFor } from './job-context';
import * as jobs from './job-numbers';
import { RANGE_COLUMNS, Ranges } from './jobs';
import { runJob } from './pool';
import { RANGE } from './ranges';
import { rangesOf, weightAt, WeightUpdate } from './weight-updates';

/** Number of elements below which a range is not worth a second thread. */
export const SHARE_FROM: usize = 3 * RANGE;

/** Describes a job over ranges of `count` numbers and runs it. */
function runRanges(
  job: u32,
  count: usize,
  a: usize,
  b: usize,
  c: usize = 0,
  d: usize = 0,
  p: f64 = 0,
  q: f64 = 0,
  r: f64 = 0,
): void {
  const at = changetype<Ranges>(jobArguments());
  at.count = count;
  at.a = a;
  at.b = b;
  at.c = c;
  at.d = d;
  at.p = p;
  at.q = q;
  at.r = r;
  runJob(job, <u32>((count + RANGE - 1) / RANGE), threadsFor(count, SHARE_FROM));
}

/** Sums down the columns: `to[j]` = sum over i of `x[i, j]`. `x` is `[rows, columns]`, `to` is `[columns]`. */
export function columnSums(rows: usize, columns: usize, x: usize, to: usize): void {
  const at = changetype<Ranges>(jobArguments());
  at.count = columns;
  at.a = x;
  at.b = rows;
  at.c = to;
  runJob(jobs.COLUMN_SUMS, <u32>((columns + RANGE_COLUMNS - 1) / RANGE_COLUMNS), threadsFor(rows * columns, 2 * SHARE_FROM));
}

/** See activation.ts. */
export function applyActivation(activation: u32, count: usize, from: usize, to: usize): void {
  runRanges(jobs.ACTIVATION, count, from, to, 0, 0, activation);
}

/** See arithmetic.ts, also for the next one. Adds or multiplies; `b` is as long as `a` or one number. */
export function combine(operation: u32, count: usize, a: usize, b: usize, isScalar: bool, to: usize): void {
  runRanges(jobs.COMBINE, count, a, b, to, 0, operation, isScalar ? 0 : 1);
}

export function clip(count: usize, from: usize, to: usize, least: f32, greatest: f32): void {
  runRanges(jobs.CLIP, count, from, to, 0, 0, least, greatest);
}

/** See batch.ts. */
export function assembleBatch(request: BatchRequest): void {
  const at = changetype<Ranges>(jobArguments());
  at.a = changetype<usize>(request);
  const work = <u64>request.rows * request.size;
  runJob(jobs.ASSEMBLE_BATCH, (request.rows + <u32>CHUNK_ROWS - 1) / <u32>CHUNK_ROWS, threadsFor(work, SHARE_FROM));
}

/** Bytes of scratch memory for the loss of `count` pixels. */
export function lossScratchBytes(count: usize): usize {
  return ((count + RANGE - 1) / RANGE) * 8;
}

/** Writes the mean of a loss to `to`. The ranges are always the same and are summed in order, so the mean is deterministic. */
export function reconstructionLoss(
  loss: u32,
  isSigmoid: bool,
  count: usize,
  target: usize,
  logits: usize,
  to: usize,
  scratch: usize,
): void {
  runRanges(jobs.LOSS, count, target, logits, scratch, 0, loss, isSigmoid ? 1 : 0);
  let sum: f64 = 0;
  for (let at: usize = 0; at < lossScratchBytes(count); at += 8) sum += load<f64>(scratch + at);
  store<f32>(to, <f32>(sum / <f64>count));
}

/** Derivative of the mean with respect to each logit, times the number at `dy`. */
export function reconstructionLossGradient(
  loss: u32,
  isSigmoid: bool,
  count: usize,
  target: usize,
  logits: usize,
  dy: usize,
  to: usize,
): void {
  const scale = <f64>load<f32>(dy) / <f64>count;
  runRanges(jobs.LOSS_GRADIENT, count, target, logits, to, 0, loss, isSigmoid ? 1 : 0, scale);
}

/** See losses.ts. */
export function activationGradient(activation: u32, count: usize, dy: usize, y: usize, to: usize): void {
  runRanges(jobs.ACTIVATION_GRADIENT, count, dy, y, to, 0, activation);
}

/** Bytes of scratch memory for updating `weights` weights of `numbers` numbers in all. */
export function weightUpdateScratchBytes(numbers: u32, weights: u32): usize {
  return <usize>(numbers / <u32>RANGE + weights) * 8;
}

/** Clips, decays and updates all weights in place. The norm's sums are added in order, so it does not depend on the threads. */
export function updateWeights(update: WeightUpdate): void {
  let ranges: u32 = 0;
  let numbers: u64 = 0;
  for (let i: u32 = 0; i < update.weightCount; i++) {
    const weight = weightAt(update, i);
    ranges += rangesOf(weight);
    numbers += weight.count;
  }
  const threads = threadsFor(numbers, SHARE_FROM);
  changetype<Ranges>(jobArguments()).a = changetype<usize>(update);
  update.scale = 1;
  if (update.limit > 0) {
    runJob(jobs.SUM_SQUARES, ranges, threads);
    let sum: f64 = 0;
    for (let range: u32 = 0; range < ranges; range++) sum += load<f64>(update.scratch + range * 8);
    const limit = <f64>update.limit;
    update.scale = <f32>(limit / max<f64>(sqrt<f64>(sum), limit));
  }
  runJob(jobs.UPDATE_WEIGHTS, ranges, threads);
}
