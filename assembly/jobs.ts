// What threads share: which chunk of which job is what (`runChunk`), and the jobs that take numbers one by one, in ranges.
// To share another such kernel: a number in job-numbers.ts, a function here that is exported in index.ts in the place of the
// kernel, and its line in `runChunk`.
import { addBias as addBiasTo, applyActivation as activate } from './activation';
import { assembleRows, BatchRequest, CHUNK_ROWS } from './batch';
import { sumColumns } from './column-sums';
import { convolveGroups, gradientGroups, sumFilterGradient } from './convolution';
import { multiplyPart, packPiece } from './gemm';
import * as jobs from './job-numbers';
import { activationGradientOf, lossGradient, lossSum } from './losses';
import { adamUpdate as updateAdam, momentumUpdate as updateMomentum, rmsPropUpdate as updateRmsProp } from './optimizers';
import { jobArguments, runJob, threadsFor } from './pool';

/** Numbers of a range: a multiple of 16, so that lanes and cache lines stay whole. */
const RANGE: usize = 8192;
/** Numbers below which a range is not worth a second thread. */
const SHARE_FROM: usize = 3 * RANGE;
/** Columns of a range of sums. */
const RANGE_COLUMNS: usize = 64;

/** Up to four arrays of `count` numbers, and up to four numbers. */
@unmanaged
class Ranges {
  count: usize;
  a: usize;
  b: usize;
  c: usize;
  d: usize;
  p: f64;
  q: f64;
  r: f64;
  s: f64;
}

/** Does one chunk of a job. The numbers of a job are in job-numbers.ts, its arguments at `jobArguments()`. */
export function runChunk(job: u32, chunk: usize): void {
  if (job == jobs.GEMM_PACK) return packPiece(chunk);
  if (job == jobs.GEMM_MULTIPLY) return multiplyPart(chunk);
  if (job == jobs.CONVOLVE) return convolveGroups(chunk);
  if (job == jobs.CONVOLVE_FILTER_GRADIENT) return sumFilterGradient(chunk);
  if (job == jobs.CONVOLVE_INPUT_GRADIENT) return gradientGroups(chunk);
  const at = changetype<Ranges>(jobArguments());
  if (job == jobs.ASSEMBLE_BATCH) return assembleRows(changetype<BatchRequest>(at.a), chunk);
  if (job == jobs.ADD_BIAS) {
    const rows = at.d;
    const first = chunk * rows;
    return addBiasTo(<u32>at.p, min(rows, at.count - first), at.b, at.c, at.a + first * at.b * 4);
  }
  if (job == jobs.COLUMN_SUMS) {
    const from = chunk * RANGE_COLUMNS;
    return sumColumns(at.b, min(RANGE_COLUMNS, at.count - from), at.count * 4, at.a + from * 4, at.c + from * 4);
  }
  const n = min(RANGE, at.count - chunk * RANGE);
  const from = chunk * RANGE * 4;
  if (job == jobs.ACTIVATION) return activate(<u32>at.p, n, at.a + from, at.b + from);
  if (job == jobs.LOSS)
    return store<f64>(at.c + chunk * 8, lossSum(<u32>at.p, at.q != 0, n, at.a + from, at.b + from));
  if (job == jobs.LOSS_GRADIENT)
    return lossGradient(<u32>at.p, at.q != 0, n, at.a + from, at.b + from, at.c + from, <f32>at.r);
  if (job == jobs.ACTIVATION_GRADIENT)
    return activationGradientOf(<u32>at.p, n, at.a + from, at.b + from, at.c + from);
  if (job == jobs.ADAM)
    return updateAdam(n, at.a + from, at.b + from, at.c + from, at.d + from, <f32>at.p, at.q, at.r, <f32>at.s);
  if (job == jobs.RMS_PROP) return updateRmsProp(n, at.a + from, at.b + from, at.c + from, <f32>at.p, at.q, <f32>at.r);
  if (job == jobs.MOMENTUM) return updateMomentum(n, at.a + from, at.b + from, at.c + from, <f32>at.p, <f32>at.q);
}

/** Describes a job over ranges of `count` numbers and does it. */
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
  s: f64 = 0,
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
  at.s = s;
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

/** Mean of a loss, to `to`. The ranges are always the same and are summed in order: so is the mean. */
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

/** Derivative of the mean by each logit, times the number at `dy`. */
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

/** See activation.ts. */
export function addBias(activation: u32, rows: usize, channels: usize, bias: usize, x: usize): void {
  const at = changetype<Ranges>(jobArguments());
  at.count = rows;
  at.a = x;
  at.b = channels;
  at.c = bias;
  // rows to a chunk: whole cache lines
  at.d = max<usize>(16, RANGE / channels / 16 * 16);
  at.p = activation;
  runJob(jobs.ADD_BIAS, <u32>((rows + at.d - 1) / at.d), threadsFor(rows * channels, SHARE_FROM));
}

/** See optimizers.ts, as for the others. */
export function adamUpdate(
  count: usize,
  param: usize,
  gradient: usize,
  firstMoment: usize,
  secondMoment: usize,
  stepSize: f32,
  beta1: f64,
  beta2: f64,
  epsilon: f32,
): void {
  runRanges(jobs.ADAM, count, param, gradient, firstMoment, secondMoment, stepSize, beta1, beta2, epsilon);
}

export function rmsPropUpdate(
  count: usize,
  param: usize,
  gradient: usize,
  meanSquare: usize,
  learningRate: f32,
  decay: f64,
  epsilon: f32,
): void {
  runRanges(jobs.RMS_PROP, count, param, gradient, meanSquare, 0, learningRate, decay, epsilon);
}

export function momentumUpdate(
  count: usize,
  param: usize,
  gradient: usize,
  velocity: usize,
  learningRate: f32,
  momentum: f32,
): void {
  runRanges(jobs.MOMENTUM, count, param, gradient, velocity, 0, learningRate, momentum);
}
