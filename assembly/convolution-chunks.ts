// Runs one chunk of a convolution, or of one of its gradients, on the thread that claims it. convolution.ts describes the job
// and splits it into chunks.
import { applyActivation, RELU } from './activation';
import { ConvolutionPlan } from './convolution-plan';
import { gatherBlock } from './gather-block';
import { EDGE_BYTES, multiplyBlock, packColumnStrips, packRowStrips, roundUp, tileColumnsFor, ZEROS_OFFSET } from './gemm-block';
import { TILE_COLUMNS, TILE_ROWS } from './gemm-tile';
import { visitSignals } from './convolution-signals';
import { isFirstHere, jobArguments, threadCount, threadNumber } from './job-context';
import { prepareSignals, sumSignals } from './pixel-signals';
import { preparePixelSums, sumPixels } from './pixel-sums';
import { addPatches, frameImages, unframeImages, writePatchTables } from './patches';

/** Bytes of a row of a packed strip. */
const STRIP_BYTES: usize = TILE_COLUMNS * 4;

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
  /** Images per chunk. */
  images: usize;
}

/** Runs some groups of `convolve`. */
export function convolveGroups(chunk: usize): void {
  const job = changetype<Convolution>(jobArguments());
  const plan = job.plan;
  const scratch = ownScratch(job);
  const channels = plan.outChannels;
  const stride = channels * 4;
  const frames = scratch + plan.framesOffset;
  const right = scratch + plan.rightOffset;
  const start = job.bias ? job.bias : scratch + ZEROS_OFFSET;
  const isRelu = job.activation == RELU;
  const first = chunk * job.images;
  const end = min(first + job.images, plan.images);
  let y = job.y + first * plan.positions * stride;
  if (plan.isSignal) {
    const x = job.x + first * imageBytes(plan);
    visitSignals(false, plan, end - first, x, job.filter, job.bias, y, isRelu ? 0 : -Infinity, scratch);
    if (job.activation > RELU) applyActivation(job.activation, (end - first) * plan.positions * channels, y, y);
    return;
  }
  if (isFirstHere()) {
    initialise(plan, scratch);
    packColumnStrips(TILE_COLUMNS, job.filter, stride, false, channels, plan.depth, right);
  }
  for (let image = first; image < end; image += plan.group) {
    const count = min(plan.group, end - image);
    frameImages(plan, count, job.x + image * imageBytes(plan), frames);
    const rows = count * plan.positions;
    for (let row: usize = 0; row < rows; row += plan.block) {
      const height = min(plan.block, rows - row);
      gatherBlock(
        height,
        channels,
        plan.depth,
        frames,
        scratch + plan.positionsOffset + row * 4,
        scratch + plan.tapsOffset,
        right,
        plan.depth * STRIP_BYTES,
        STRIP_BYTES,
        start,
        0,
        !job.bias,
        y,
        stride,
        scratch,
        isRelu ? 0 : -Infinity,
      );
      if (job.activation && !isRelu) applyActivation(job.activation, height * channels, y, y);
      y += height * stride;
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
  const right = scratch + plan.rightOffset;
  // Rows of dy are used in place if whole vectors cover them.
  const inPlace = channels % 4 == 0;
  if (isFirstHere() && !plan.isSignal) initialise(plan, scratch);

  // The first block starts from zeros, later blocks from the sum so far.
  const sums = job.scratch + threadCount() * plan.threadBytes;
  const to = part == 0 ? job.filter : sums + (part - 1) * plan.depth * stride;
  let start = scratch + ZEROS_OFFSET;
  let startStride: usize = 0;
  let sameStart = true;

  const first = ((part * plan.groups) / plan.sums) * plan.group;
  const end = min((((part + 1) * plan.groups) / plan.sums) * plan.group, plan.images);
  let dy = job.y + first * plan.positions * stride;
  if (plan.isSignal) {
    memory.fill(to, 0, 3 * stride);
    visitSignals(true, plan, end - first, job.x + first * imageBytes(plan), to, 0, dy, 0, scratch);
    return;
  }
  for (let image = first; image < end; image += plan.group) {
    const count = min(plan.group, end - image);
    frameImages(plan, count, job.x + image * imageBytes(plan), frames);
    const rows = count * plan.positions;
    for (let row: usize = 0; row < rows; row += plan.block) {
      const height = min(plan.block, rows - row);
      if (!inPlace) packColumnStrips(TILE_COLUMNS, dy, stride, false, channels, height, right);
      gatherBlock(
        plan.depth,
        channels,
        height,
        frames,
        scratch + plan.tapsOffset,
        scratch + plan.positionsOffset + row * 4,
        inPlace ? dy : right,
        inPlace ? STRIP_BYTES : height * STRIP_BYTES,
        inPlace ? stride : STRIP_BYTES,
        start,
        startStride,
        sameStart,
        to,
        stride,
        scratch,
        -Infinity,
      );
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
  const least: f32 = job.bias && job.activation == RELU ? 0 : -Infinity;
  const isFirst = isFirstHere();
  if (isFirst && plan.isSummedSignal) prepareSignals(plan, job.filter, scratch);
  else if (isFirst && plan.summed) preparePixelSums(plan, job.filter, scratch);
  else if (isFirst) {
    initialise(plan, scratch);
    const right = scratch + plan.rightOffset;
    const tile = tileColumnsFor(plan.depth);
    packColumnStrips(tile, job.filter, plan.outChannels * 4, true, plan.depth, plan.outChannels, right);
  }

  const first = chunk * job.images;
  const end = min(first + job.images, plan.images);
  for (let image = first; image < end; image += plan.group) {
    const count = min(plan.group, end - image);
    const dy = job.y + image * plan.positions * plan.outChannels * 4;
    const dx = job.x + image * imageBytes(plan);
    if (plan.isSummedSignal) sumSignals(plan, count, dy, dx, job.bias, least, scratch);
    else if (plan.summed) {
      for (let i: usize = 0; i < count; i++) {
        sumPixels(plan, dy + i * plan.positions * plan.outChannels * 4, dx + i * imageBytes(plan), job.bias, least, scratch);
      }
    } else addGroup(plan, count, dy, dx, job.bias, least, scratch);
    if (job.bias && job.activation > RELU) applyActivation(job.activation, (count * imageBytes(plan)) / 4, dx, dx);
  }
}

/** The input gradient of a group as patches, which are added up in frames. */
function addGroup(
  plan: ConvolutionPlan,
  count: usize,
  dy: usize,
  dx: usize,
  bias: usize,
  least: f32,
  scratch: usize,
): void {
  const channels = plan.outChannels;
  const frames = scratch + plan.framesOffset;
  const patches = scratch + plan.patchesOffset;
  const left = scratch + plan.leftOffset;
  const right = scratch + plan.rightOffset;
  const zeros = scratch + ZEROS_OFFSET;
  const tile = tileColumnsFor(plan.depth);
  const columns = roundUp(plan.depth, tile);
  const rows = count * plan.positions;
  memory.fill(frames, 0, count * plan.frameBytes);
  for (let row: usize = 0; row < rows; row += plan.patchBlock) {
    const height = min(plan.patchBlock, rows - row);
    packRowStrips(dy, channels * 4, true, height, channels, left);
    const whole = roundUp(height, TILE_ROWS);
    multiplyBlock(tile, whole, columns, channels, left, right, zeros, 0, true, patches, columns * 4, scratch);
    const positions = scratch + plan.positionsOffset + row * 4;
    addPatches(plan, height, patches, columns * 4, frames, positions, scratch + plan.tapsOffset);
    dy += height * channels * 4;
  }
  unframeImages(plan, count, frames, dx, bias, least);
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
