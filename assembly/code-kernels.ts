// The kernels of a code: the Gaussian code and the sparsity penalties, with their gradients. Sums per chunk are added in order, so
// no result depends on the threads.
import { jobArguments, threadsFor } from './job-context';
import * as jobs from './job-numbers';
import { RANGE_COLUMNS, Ranges } from './jobs';
import { runJob } from './pool';
import { SHARE_FROM } from './range-kernels';
import { RANGE } from './ranges';

/** Penalty codes; src/engine/kernels/wasm/training/code-kernels.ts has the same table. KL is 1. */
const L1: u32 = 0;

/** Bytes of scratch memory for a Gaussian code of `count` numbers. */
export function gaussianScratchBytes(count: usize): usize {
  return rangesOf(count) * 8;
}

/** See gaussian-code.ts. Arrays of `rows * columns` numbers; writes the KL term, the mean over the rows, to `divergence`. */
export function gaussianCode(
  rows: usize,
  columns: usize,
  mean: usize,
  logVar: usize,
  noise: usize,
  code: usize,
  divergence: usize,
  scratch: usize,
): void {
  const at = describe(rows * columns);
  at.a = mean;
  at.b = logVar;
  at.c = noise;
  at.d = code;
  at.e = scratch;
  const ranges = rangesOf(at.count);
  runJob(jobs.GAUSSIAN_CODE, <u32>ranges, threadsFor(at.count, SHARE_FROM));
  store<f32>(divergence, <f32>(sumOf(ranges, scratch) / (2 * <f64>rows)));
}

/** The gradients of both results together; `dDivergence` is the address of one number. */
export function gaussianCodeGradient(
  rows: usize,
  columns: usize,
  mean: usize,
  logVar: usize,
  noise: usize,
  dCode: usize,
  dDivergence: usize,
  dMean: usize,
  dLogVar: usize,
): void {
  const at = describe(rows * columns);
  at.a = mean;
  at.b = logVar;
  at.c = noise;
  at.d = dCode;
  at.e = dMean;
  at.f = dLogVar;
  at.p = <f64>load<f32>(dDivergence) / <f64>rows;
  runJob(jobs.GAUSSIAN_CODE_GRADIENT, <u32>rangesOf(at.count), threadsFor(at.count, SHARE_FROM));
}

/** Bytes of scratch memory for a penalty: a sum per chunk, then a sum per column. */
export function sparsityScratchBytes(rows: usize, columns: usize): usize {
  return (rangesOf(rows * columns) + blocksOf(columns)) * 8 + columns * 4;
}

/** See sparsity.ts. Writes the penalty of `codes` `[rows, columns]` to `to`. */
export function sparsityPenalty(
  penalty: u32,
  rho: f64,
  margin: f64,
  rows: usize,
  columns: usize,
  codes: usize,
  to: usize,
  scratch: usize,
): void {
  if (penalty == L1) {
    const at = describe(rows * columns);
    at.a = codes;
    at.b = scratch;
    const ranges = rangesOf(at.count);
    runJob(jobs.L1_PENALTY, <u32>ranges, threadsFor(at.count, SHARE_FROM));
    store<f32>(to, <f32>(sumOf(ranges, scratch) / <f64>rows));
    return;
  }
  const at = describe(columns);
  const blocks = blocksOf(columns);
  at.a = codes;
  at.b = rows;
  at.c = scratch;
  at.d = scratch + blocks * 8;
  at.p = rho;
  at.q = margin;
  runJob(jobs.KL_PENALTY, <u32>blocks, threadsFor(rows * columns, 2 * SHARE_FROM));
  store<f32>(to, <f32>sumOf(blocks, scratch));
}

/** The gradient with respect to the codes, times the number at `dy`. */
export function sparsityPenaltyGradient(
  penalty: u32,
  rho: f64,
  margin: f64,
  rows: usize,
  columns: usize,
  codes: usize,
  dy: usize,
  to: usize,
): void {
  const scale = <f64>load<f32>(dy) / <f64>rows;
  if (penalty == L1) {
    const at = describe(rows * columns);
    at.a = codes;
    at.b = to;
    at.p = scale;
    runJob(jobs.L1_GRADIENT, <u32>rangesOf(at.count), threadsFor(at.count, SHARE_FROM));
    return;
  }
  const at = describe(columns);
  at.a = codes;
  at.b = rows;
  at.c = to;
  at.p = rho;
  at.q = margin;
  at.r = scale;
  runJob(jobs.KL_GRADIENT, <u32>blocksOf(columns), threadsFor(rows * columns, 2 * SHARE_FROM));
}

/** The arguments of the next job, over `count` numbers or columns. */
function describe(count: usize): Ranges {
  const at = changetype<Ranges>(jobArguments());
  at.count = count;
  return at;
}

function rangesOf(count: usize): usize {
  return (count + RANGE - 1) / RANGE;
}

function blocksOf(columns: usize): usize {
  return (columns + RANGE_COLUMNS - 1) / RANGE_COLUMNS;
}

function sumOf(count: usize, sums: usize): f64 {
  let sum: f64 = 0;
  for (let i: usize = 0; i < count; i++) sum += load<f64>(sums + i * 8);
  return sum;
}
