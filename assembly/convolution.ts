// Convolution of images (NHWC) and its two gradients, each a product with the patch matrix (see convolution-plan.ts). Images
// are processed in groups, so that the working set stays in the cache, and threads share the groups. The input gradient is also
// the transposed convolution. All addresses refer to float32 numbers; the plan gives the size of `scratch` in bytes.
import { ADD, combineArrays } from './arithmetic';
import { Convolution } from './convolution-chunks';
import { ConvolutionPlan } from './convolution-plan';
import { jobArguments, threadCount, threadsFor } from './job-context';
import { CONVOLVE, CONVOLVE_FILTER_GRADIENT, CONVOLVE_INPUT_GRADIENT } from './job-numbers';
import { runJob } from './pool';

/** Number of multiplications below which a convolution is not worth a second thread. */
const SHARE_FROM: u64 = 400_000;
/** Chunks of groups per thread. */
const CHUNKS_PER_THREAD: usize = 8;

/**
 * y = activation(patches(x) filter + bias).
 *
 * @param x `[images, inHeight, inWidth, inChannels]`
 * @param filter `[filterHeight, filterWidth, inChannels, outChannels]`
 * @param bias `[outChannels]`; 0 for none
 * @param activation one of the codes in activation.ts
 * @param y `[images, outHeight, outWidth, outChannels]`, overwritten
 */
export function convolve(
  plan: ConvolutionPlan,
  x: usize,
  filter: usize,
  bias: usize,
  activation: u32,
  y: usize,
  scratch: usize,
): void {
  const job = describe(plan, x, y, filter, scratch);
  job.bias = bias;
  job.activation = activation;
  runGroups(CONVOLVE, job, plan.isSignal ? 1 : plan.group);
}

/**
 * Gradient with respect to the input: dy filter^T, with each patch added back at its position; then bias and activation, with which
 * it is the transposed convolution.
 *
 * @param bias `[inChannels]`; 0 for none
 * @param activation one of the codes in activation.ts, applied if there is a bias
 * @param dx `[images, inHeight, inWidth, inChannels]`, overwritten
 */
export function convolveInputGradient(
  plan: ConvolutionPlan,
  dy: usize,
  filter: usize,
  bias: usize,
  activation: u32,
  dx: usize,
  scratch: usize,
): void {
  const job = describe(plan, dx, dy, filter, scratch);
  job.bias = bias;
  job.activation = activation;
  runGroups(CONVOLVE_INPUT_GRADIENT, job, plan.summed ? 1 : plan.group);
}

/**
 * Gradient with respect to the filter: patches(x)^T dy, summed over the images. Computed in parts that are then summed in
 * order, so that the result does not depend on which thread was faster.
 *
 * @param dFilter `[filterHeight, filterWidth, inChannels, outChannels]`, overwritten
 */
export function convolveFilterGradient(plan: ConvolutionPlan, x: usize, dy: usize, dFilter: usize, scratch: usize): void {
  describe(plan, x, dy, dFilter, scratch);
  runJob(CONVOLVE_FILTER_GRADIENT, <u32>plan.sums, threadsOf(plan));
  const count = plan.depth * plan.outChannels;
  for (let part: usize = 1; part < plan.sums; part++) {
    combineArrays(ADD, count, scratch + threadCount() * plan.threadBytes + (part - 1) * count * 4, dFilter, 1, dFilter);
  }
}

function describe(plan: ConvolutionPlan, x: usize, y: usize, filter: usize, scratch: usize): Convolution {
  const job = changetype<Convolution>(jobArguments());
  job.plan = plan;
  job.x = x;
  job.y = y;
  job.filter = filter;
  job.scratch = scratch;
  return job;
}

function threadsOf(plan: ConvolutionPlan): usize {
  return threadsFor(<u64>plan.images * plan.positions * plan.depth * plan.outChannels, SHARE_FROM);
}

function runGroups(number: u32, job: Convolution, group: usize): void {
  const images = job.plan.images;
  const groups = (images + group - 1) / group;
  job.images = max(groups / (threadCount() * CHUNKS_PER_THREAD), 1) * group;
  runJob(number, <u32>((images + job.images - 1) / job.images), threadsOf(job.plan));
}
