// Convolution of images (NHWC) and its two gradients, each a product with the patch matrix (see convolution-plan.ts), one
// group of images after the other, so that what is at hand stays in the cache; threads share the groups. A gradient of the
// input is also the transposed convolution. Every address is that of float32 numbers; `scratch` has as many bytes as the
// plan says.
import { applyActivation } from './activation';
import { ConvolutionPlan } from './convolution-plan';
import { EDGE_STRIDE, multiplyBlock, roundUp, ZEROS_OFFSET } from './gemm';
import { packStrips } from './gemm-pack';
import { TILE_COLUMNS, TILE_ROWS } from './gemm-tile';
import { CONVOLVE, CONVOLVE_FILTER_GRADIENT, CONVOLVE_INPUT_GRADIENT } from './job-numbers';
import { addPatches, frameImages, packPatches, packPatchesTransposed, unframeImages, writePatchTables } from './patches';
import { isFirstHere, jobArguments, runJob, threadCount, threadNumber, threadsFor } from './pool';

/** Multiplications below which a convolution is not worth a second thread. */
const SHARE_FROM: u64 = 400_000;
/** Chunks of groups for each thread. */
const CHUNKS_PER_THREAD: usize = 8;

@unmanaged
class Convolution {
  plan: ConvolutionPlan;
  /** Images on the side of the input and of the output, `x` and `y` or their gradients. */
  x: usize;
  y: usize;
  /** The filter, or its gradient. */
  filter: usize;
  bias: usize;
  activation: u32;
  scratch: usize;
  /** Groups of images to a chunk. */
  groups: usize;
}

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
  runGroups(CONVOLVE, job);
}

/**
 * Gradient with respect to the input: the patches dy filter^T, each added where it came from.
 *
 * @param dx `[images, inHeight, inWidth, inChannels]`, overwritten
 */
export function convolveInputGradient(plan: ConvolutionPlan, dy: usize, filter: usize, dx: usize, scratch: usize): void {
  runGroups(CONVOLVE_INPUT_GRADIENT, describe(plan, dx, dy, filter, scratch));
}

/**
 * Gradient with respect to the filter: patches(x)^T dy, summed over the images. Part by part, then over the parts in their
 * order, so that the result does not depend on who was faster.
 *
 * @param dFilter `[filterHeight, filterWidth, inChannels, outChannels]`, overwritten
 */
export function convolveFilterGradient(plan: ConvolutionPlan, x: usize, dy: usize, dFilter: usize, scratch: usize): void {
  describe(plan, x, dy, dFilter, scratch);
  runJob(CONVOLVE_FILTER_GRADIENT, <u32>plan.sums, threadsOf(plan));
  const count = plan.depth * plan.outChannels;
  for (let part: usize = 1; part < plan.sums; part++) {
    addFloats(count, scratch + threadCount() * plan.threadBytes + (part - 1) * count * 4, dFilter);
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

function runGroups(number: u32, job: Convolution): void {
  const groups = job.plan.groups;
  job.groups = max(groups / (threadCount() * CHUNKS_PER_THREAD), 1);
  runJob(number, <u32>((groups + job.groups - 1) / job.groups), threadsOf(job.plan));
}

/** Some groups of `convolve`. */
export function convolveGroups(chunk: usize): void {
  const job = changetype<Convolution>(jobArguments());
  const plan = job.plan;
  const scratch = ownScratch(job);
  const channels = plan.outChannels;
  const frames = scratch + plan.framesOffset;
  const left = scratch + plan.leftOffset;
  const right = scratch + plan.rightOffset;
  const start = job.bias ? job.bias : scratch + ZEROS_OFFSET;
  const startStep = job.bias ? EDGE_STRIDE : 0;
  if (isFirstHere()) {
    begin(plan, scratch);
    packStrips(TILE_COLUMNS, job.filter, channels * 4, false, channels, plan.depth, right);
  }

  const first = chunk * job.groups * plan.group;
  const end = min(first + job.groups * plan.group, plan.images);
  let y = job.y + first * plan.positions * channels * 4;
  for (let image = first; image < end; image += plan.group) {
    const count = min(plan.group, end - image);
    frameImages(plan, count, job.x + image * imageBytes(plan), frames);
    const rows = count * plan.positions;
    for (let row: usize = 0; row < rows; row += plan.block) {
      const height = min(plan.block, rows - row);
      const positions = scratch + plan.positionsOffset + row * 4;
      packPatches(plan, height, frames, positions, scratch + plan.tapsOffset, left);
      multiplyBlock(height, channels, plan.depth, left, right, start, 0, startStep, y, channels * 4, scratch);
      if (job.activation) applyActivation(job.activation, height * channels, y, y);
      y += height * channels * 4;
    }
  }
}

/** A part of the sum in `convolveFilterGradient`. */
export function sumFilterGradient(part: usize): void {
  const job = changetype<Convolution>(jobArguments());
  const plan = job.plan;
  const scratch = ownScratch(job);
  const channels = plan.outChannels;
  const stride = channels * 4;
  const frames = scratch + plan.framesOffset;
  const left = scratch + plan.leftOffset;
  const right = scratch + plan.rightOffset;
  if (isFirstHere()) begin(plan, scratch);

  // The first block starts from zeros, each other from what is there.
  const sums = job.scratch + threadCount() * plan.threadBytes;
  const to = part == 0 ? job.filter : sums + (part - 1) * plan.depth * stride;
  let start = scratch + ZEROS_OFFSET;
  let startStride: usize = 0;
  let startStep: usize = 0;

  const first = ((part * plan.groups) / plan.sums) * plan.group;
  const end = min((((part + 1) * plan.groups) / plan.sums) * plan.group, plan.images);
  let dy = job.y + first * plan.positions * stride;
  for (let image = first; image < end; image += plan.group) {
    const count = min(plan.group, end - image);
    frameImages(plan, count, job.x + image * imageBytes(plan), frames);
    const rows = count * plan.positions;
    for (let row: usize = 0; row < rows; row += plan.block) {
      const height = min(plan.block, rows - row);
      const positions = scratch + plan.positionsOffset + row * 4;
      packPatchesTransposed(plan, height, frames, positions, scratch + plan.tapsOffset, left);
      packStrips(TILE_COLUMNS, dy, stride, false, channels, height, right);
      multiplyBlock(plan.depth, channels, height, left, right, start, startStride, startStep, to, stride, scratch);
      start = to;
      startStride = stride;
      startStep = EDGE_STRIDE;
      dy += height * stride;
    }
  }
}

/** Some groups of `convolveInputGradient`. */
export function gradientGroups(chunk: usize): void {
  const job = changetype<Convolution>(jobArguments());
  const plan = job.plan;
  const scratch = ownScratch(job);
  const channels = plan.outChannels;
  const frames = scratch + plan.framesOffset;
  const left = scratch + plan.leftOffset;
  const right = scratch + plan.rightOffset;
  const patches = scratch + plan.patchesOffset;
  const zeros = scratch + ZEROS_OFFSET;
  const columns = roundUp(plan.depth, TILE_COLUMNS);
  if (isFirstHere()) {
    begin(plan, scratch);
    packStrips(TILE_COLUMNS, job.filter, channels * 4, true, plan.depth, channels, right);
  }

  const first = chunk * job.groups * plan.group;
  const end = min(first + job.groups * plan.group, plan.images);
  let dy = job.y + first * plan.positions * channels * 4;
  for (let image = first; image < end; image += plan.group) {
    const count = min(plan.group, end - image);
    memory.fill(frames, 0, count * plan.frameBytes);
    const rows = count * plan.positions;
    for (let row: usize = 0; row < rows; row += plan.block) {
      const height = min(plan.block, rows - row);
      const positions = scratch + plan.positionsOffset + row * 4;
      packStrips(TILE_ROWS, dy, channels * 4, true, height, channels, left);
      const wholeRows = roundUp(height, TILE_ROWS);
      multiplyBlock(wholeRows, columns, channels, left, right, zeros, 0, 0, patches, columns * 4, scratch);
      addPatches(plan, height, patches, columns * 4, frames, positions, scratch + plan.tapsOffset);
      dy += height * channels * 4;
    }
    unframeImages(plan, count, frames, job.x + image * imageBytes(plan));
  }
}

/** The scratch memory of this thread. */
function ownScratch(job: Convolution): usize {
  return job.scratch + threadNumber() * job.plan.threadBytes;
}

/** Zeros for a tile to start from, the tables, and empty frames. */
function begin(plan: ConvolutionPlan, scratch: usize): void {
  memory.fill(scratch + ZEROS_OFFSET, 0, EDGE_STRIDE);
  writePatchTables(plan, scratch);
  memory.fill(scratch + plan.framesOffset, 0, plan.group * plan.frameBytes);
}

/** Bytes of an image without its frame. */
function imageBytes(plan: ConvolutionPlan): usize {
  return plan.inHeight * plan.inWidth * plan.inChannels * 4;
}

/** to += from, number by number. */
function addFloats(count: usize, from: usize, to: usize): void {
  const vectorEnd = from + (count & ~3) * 4;
  const end = from + count * 4;
  for (; from < vectorEnd; from += 16, to += 16) v128.store(to, f32x4.add(v128.load(to), v128.load(from)));
  for (; from < end; from += 4, to += 4) store<f32>(to, load<f32>(to) + load<f32>(from));
}
