// Dispatches a chunk of each job. Threads share a job chunk by chunk. The kernels that start jobs import this file (gemm.ts,
// convolution.ts, range-kernels.ts, code-kernels.ts), and it imports the code of the chunks, so it depends on no kernel and no thread.
import { applyActivation as activate } from './activation';
import { clipArray, combineArrays } from './arithmetic';
import { assembleRows, BatchRequest, CHUNK_ROWS } from './batch';
import { sumColumns } from './column-sums';
import { convolveGroups, gradientGroups, sumFilterGradient } from './convolution-chunks';
import { codeGradients, drawCodes } from './gaussian-code';
import { multiplyPart, packPiece } from './gemm-chunks';
import { jobArguments } from './job-context';
import * as jobs from './job-numbers';
import { activationGradientOf, lossGradient, lossSum } from './losses';
import { RANGE } from './ranges';
import { absoluteSum, meanDivergence, meanDivergenceGradient, signs } from './sparsity';
import { sumSquares, updateRange, WeightUpdate } from './weight-updates';

/** Columns of a range of sums. */
export const RANGE_COLUMNS: usize = 64;

/** Up to six arrays of `count` numbers, and up to four scalars. */
@unmanaged
export class Ranges {
  count: usize;
  a: usize;
  b: usize;
  c: usize;
  d: usize;
  e: usize;
  f: usize;
  p: f64;
  q: f64;
  r: f64;
}

/** Runs one chunk of a job. job-numbers.ts lists the kinds of jobs; the arguments are at `jobArguments()`. */
export function runChunk(job: u32, chunk: usize): void {
  if (job == jobs.GEMM_PACK) return packPiece(chunk);
  if (job == jobs.GEMM_MULTIPLY) return multiplyPart(chunk);
  if (job == jobs.CONVOLVE) return convolveGroups(chunk);
  if (job == jobs.CONVOLVE_FILTER_GRADIENT) return sumFilterGradient(chunk);
  if (job == jobs.CONVOLVE_INPUT_GRADIENT) return gradientGroups(chunk);
  const at = changetype<Ranges>(jobArguments());
  if (job == jobs.ASSEMBLE_BATCH) return assembleRows(changetype<BatchRequest>(at.a), chunk);
  if (job == jobs.SUM_SQUARES) return sumSquares(changetype<WeightUpdate>(at.a), chunk);
  if (job == jobs.UPDATE_WEIGHTS) return updateRange(changetype<WeightUpdate>(at.a), chunk);
  if (job == jobs.COLUMN_SUMS) {
    const from = chunk * RANGE_COLUMNS;
    return sumColumns(at.b, min(RANGE_COLUMNS, at.count - from), at.count * 4, at.a + from * 4, at.c + from * 4);
  }
  if (job == jobs.KL_PENALTY || job == jobs.KL_GRADIENT) return runColumns(job, chunk, at);
  const n = min(RANGE, at.count - chunk * RANGE);
  const from = chunk * RANGE * 4;
  if (job == jobs.ACTIVATION) return activate(<u32>at.p, n, at.a + from, at.b + from);
  if (job == jobs.LOSS)
    return store<f64>(at.c + chunk * 8, lossSum(<u32>at.p, at.q != 0, n, at.a + from, at.b + from));
  if (job == jobs.LOSS_GRADIENT)
    return lossGradient(<u32>at.p, at.q != 0, n, at.a + from, at.b + from, at.c + from, <f32>at.r);
  if (job == jobs.ACTIVATION_GRADIENT)
    return activationGradientOf(<u32>at.p, n, at.a + from, at.b + from, at.c + from);
  if (job == jobs.COMBINE)
    return combineArrays(<u32>at.p, n, at.a + from, at.b + from * <usize>at.q, <usize>at.q, at.c + from);
  if (job == jobs.CLIP) return clipArray(n, at.a + from, at.b + from, <f32>at.p, <f32>at.q);
  if (job == jobs.GAUSSIAN_CODE)
    return store<f64>(at.e + chunk * 8, drawCodes(n, at.a + from, at.b + from, at.c + from, at.d + from));
  if (job == jobs.GAUSSIAN_CODE_GRADIENT)
    return codeGradients(
      n,
      at.a + from,
      at.b + from,
      at.c + from,
      at.d + from,
      at.e + from,
      at.f + from,
      <f32>at.p,
    );
  if (job == jobs.L1_PENALTY) return store<f64>(at.b + chunk * 8, absoluteSum(n, at.a + from));
  if (job == jobs.L1_GRADIENT) return signs(n, at.a + from, at.b + from, <f32>at.p);
}

/** The KL penalty of a block of columns, or its gradient. */
function runColumns(job: u32, block: usize, at: Ranges): void {
  const first = block * RANGE_COLUMNS;
  const from = first * 4;
  const columns = min(RANGE_COLUMNS, at.count - first);
  const stride = at.count * 4;
  if (job == jobs.KL_PENALTY) {
    const sum = meanDivergence(at.b, columns, stride, at.a + from, at.p, <f32>at.q, at.d + from);
    return store<f64>(at.c + block * 8, sum);
  }
  meanDivergenceGradient(at.b, columns, stride, at.a + from, at.p, <f32>at.q, at.c + from, <f32>at.r);
}
