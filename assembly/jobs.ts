// What threads share: which chunk of which job is what (`runChunk`), and the jobs that take numbers one by one, in ranges.
// To share another such kernel: a number in job-numbers.ts, a function here that is exported in index.ts in the place of the
// kernel, and its line in `runChunk`.
import { applyActivation as activate } from './activation';
import { sumColumns } from './column-sums';
import { convolveGroups, gradientGroups, sumFilterGradient } from './convolution';
import { multiplyPart, packPiece } from './gemm';
import * as jobs from './job-numbers';
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
  if (job == jobs.COLUMN_SUMS) {
    const from = chunk * RANGE_COLUMNS;
    return sumColumns(at.b, min(RANGE_COLUMNS, at.count - from), at.count * 4, at.a + from * 4, at.c + from * 4);
  }
  const n = min(RANGE, at.count - chunk * RANGE);
  const from = chunk * RANGE * 4;
  if (job == jobs.ACTIVATION) return activate(<u32>at.p, n, at.a + from, at.b + from);
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
