// Runs one chunk of a convolution, or of one of its gradients, on the thread that claims it. convolution.ts describes the job
// and splits it into chunks.
import { applyActivation } from './activation';
import { ConvolutionPlan } from './convolution-plan';
import { EDGE_BYTES, multiplyBlock, packColumnStrips, roundUp, tileColumnsFor, ZEROS_OFFSET } from './gemm-block';
import { packStrips } from './gemm-pack';
import { TILE_ROWS } from './gemm-tile';
import { isFirstHere, jobArguments, threadCount, threadNumber } from './job-context';
import { addPatches, frameImages, packPatches, packPatchesTransposed, unframeImages, writePatchTables } from './patches';

@unmanaged
export class Convolution {
  plan: ConvolutionPlan;
  /** Images on the input and output side, `x` and `y` or their gradients. */
  x: usize;
  y: usize;
  /** The filter, or its gradient. */
  filter: usize;
  bias: usize;
  activation: u32;
  scratch: usize;
  /** Groups of images per chunk. */
  groups: usize;
}

/** Runs some groups of `convolve`. */
export function convolveGroups(chunk: usize): void {
  const job = changetype<Convolution>(jobArguments());
  const plan = job.plan;
  const scratch = ownScratch(job);
  const channels = plan.outChannels;
  const frames = scratch + plan.framesOffset;
  const left = scratch + plan.leftOffset;
  const right = scratch + plan.rightOffset;
  const tile = tileColumnsFor(channels);
  const start = job.bias ? job.bias : scratch + ZEROS_OFFSET;
  if (isFirstHere()) {
    initialise(plan, scratch);
    packColumnStrips(tile, job.filter, channels * 4, false, channels, plan.depth, right);
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
      multiplyBlock(tile, height, channels, plan.depth, left, right, start, 0, !job.bias, y, channels * 4, scratch);
      if (job.activation) applyActivation(job.activation, height * channels, y, y);
      y += height * channels * 4;
    }
  }
}

/** Computes one part of the sum in `convolveFilterGradient`. */
export function sumFilterGradient(part: usize): void {
  const job = changetype<Convolution>(jobArguments());
  const plan = job.plan;
  const scratch = ownScratch(job);
  const channels = plan.outChannels;
  const stride = channels * 4;
  const frames = scratch + plan.framesOffset;
  const left = scratch + plan.leftOffset;
  const right = scratch + plan.rightOffset;
  const tile = tileColumnsFor(channels);
  if (isFirstHere()) initialise(plan, scratch);

  // The first block starts from zeros, later blocks from the sum so far.
  const sums = job.scratch + threadCount() * plan.threadBytes;
  const to = part == 0 ? job.filter : sums + (part - 1) * plan.depth * stride;
  let start = scratch + ZEROS_OFFSET;
  let startStride: usize = 0;
  let sameStart = true;

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
      packColumnStrips(tile, dy, stride, false, channels, height, right);
      multiplyBlock(tile, plan.depth, channels, height, left, right, start, startStride, sameStart, to, stride, scratch);
      start = to;
      startStride = stride;
      sameStart = false;
      dy += height * stride;
    }
  }
}

/** Runs some groups of `convolveInputGradient`. */
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
  const tile = tileColumnsFor(plan.depth);
  const columns = roundUp(plan.depth, tile);
  if (isFirstHere()) {
    initialise(plan, scratch);
    packColumnStrips(tile, job.filter, channels * 4, true, plan.depth, channels, right);
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
      multiplyBlock(tile, wholeRows, columns, channels, left, right, zeros, 0, true, patches, columns * 4, scratch);
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

/** Initialises the row of zeros that tiles start from, the tables, and empty frames. */
function initialise(plan: ConvolutionPlan, scratch: usize): void {
  memory.fill(scratch + ZEROS_OFFSET, 0, EDGE_BYTES - ZEROS_OFFSET);
  writePatchTables(plan, scratch);
  memory.fill(scratch + plan.framesOffset, 0, plan.group * plan.frameBytes);
}

/** Bytes of an image without its frame. */
function imageBytes(plan: ConvolutionPlan): usize {
  return plan.inHeight * plan.inWidth * plan.inChannels * 4;
}
