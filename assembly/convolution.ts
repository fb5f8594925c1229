// Convolution of images (NHWC) and its two gradients, each a product with the patch matrix (see convolution-plan.ts), one
// group of images after the other, so that what is at hand stays in the cache. A gradient of the input is also
// the transposed convolution. Every address is that of float32 numbers; `scratch` has as many bytes as the plan says.
import { applyActivation } from './activation';
import { ConvolutionPlan, wholeTiles } from './convolution-plan';
import { EDGE_STRIDE, multiplyBlock, ZEROS_OFFSET } from './gemm';
import { packStrips } from './gemm-pack';
import { TILE_COLUMNS, TILE_ROWS } from './gemm-tile';
import { addPatches, frameImages, packPatches, packPatchesTransposed, unframeImages, writePatchTables } from './patches';

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
  begin(plan, scratch);
  const channels = plan.outChannels;
  const frames = scratch + plan.framesOffset;
  const left = scratch + plan.leftOffset;
  const right = scratch + plan.rightOffset;
  const start = bias ? bias : scratch + ZEROS_OFFSET;
  const startStep = bias ? EDGE_STRIDE : 0;
  packStrips(TILE_COLUMNS, filter, channels * 4, false, channels, plan.depth, right);

  for (let image: usize = 0; image < plan.images; image += plan.group) {
    const count = min(plan.group, plan.images - image);
    frameImages(plan, count, x, frames);
    x += count * imageBytes(plan);
    const rows = count * plan.positions;
    for (let row: usize = 0; row < rows; row += plan.block) {
      const height = min(plan.block, rows - row);
      const positions = scratch + plan.positionsOffset + row * 4;
      packPatches(plan, height, frames, positions, scratch + plan.tapsOffset, left);
      multiplyBlock(height, channels, plan.depth, left, right, start, 0, startStep, y, channels * 4, scratch);
      if (activation) applyActivation(activation, height * channels, y, y);
      y += height * channels * 4;
    }
  }
}

/**
 * Gradient with respect to the filter: patches(x)^T dy, summed over the images.
 *
 * @param dFilter `[filterHeight, filterWidth, inChannels, outChannels]`, overwritten
 */
export function convolveFilterGradient(plan: ConvolutionPlan, x: usize, dy: usize, dFilter: usize, scratch: usize): void {
  begin(plan, scratch);
  const channels = plan.outChannels;
  const stride = channels * 4;
  const frames = scratch + plan.framesOffset;
  const left = scratch + plan.leftOffset;
  const right = scratch + plan.rightOffset;
  // The first block starts from zeros, each other from what is there.
  let start = scratch + ZEROS_OFFSET;
  let startStride: usize = 0;
  let startStep: usize = 0;

  for (let image: usize = 0; image < plan.images; image += plan.group) {
    const count = min(plan.group, plan.images - image);
    frameImages(plan, count, x, frames);
    x += count * imageBytes(plan);
    const rows = count * plan.positions;
    for (let row: usize = 0; row < rows; row += plan.block) {
      const height = min(plan.block, rows - row);
      const positions = scratch + plan.positionsOffset + row * 4;
      packPatchesTransposed(plan, height, frames, positions, scratch + plan.tapsOffset, left);
      packStrips(TILE_COLUMNS, dy, stride, false, channels, height, right);
      multiplyBlock(plan.depth, channels, height, left, right, start, startStride, startStep, dFilter, stride, scratch);
      start = dFilter;
      startStride = stride;
      startStep = EDGE_STRIDE;
      dy += height * stride;
    }
  }
}

/**
 * Gradient with respect to the input: the patches dy filter^T, each added where it came from.
 *
 * @param dx `[images, inHeight, inWidth, inChannels]`, overwritten
 */
export function convolveInputGradient(plan: ConvolutionPlan, dy: usize, filter: usize, dx: usize, scratch: usize): void {
  begin(plan, scratch);
  const channels = plan.outChannels;
  const frames = scratch + plan.framesOffset;
  const left = scratch + plan.leftOffset;
  const right = scratch + plan.rightOffset;
  const patches = scratch + plan.patchesOffset;
  const zeros = scratch + ZEROS_OFFSET;
  const columns = wholeTiles(plan.depth, TILE_COLUMNS);
  packStrips(TILE_COLUMNS, filter, channels * 4, true, plan.depth, channels, right);

  for (let image: usize = 0; image < plan.images; image += plan.group) {
    const count = min(plan.group, plan.images - image);
    if (image > 0) memory.fill(frames, 0, count * plan.frameBytes);
    const rows = count * plan.positions;
    for (let row: usize = 0; row < rows; row += plan.block) {
      const height = min(plan.block, rows - row);
      const positions = scratch + plan.positionsOffset + row * 4;
      packStrips(TILE_ROWS, dy, channels * 4, true, height, channels, left);
      const wholeRows = wholeTiles(height, TILE_ROWS);
      multiplyBlock(wholeRows, columns, channels, left, right, zeros, 0, 0, patches, columns * 4, scratch);
      addPatches(plan, height, patches, columns * 4, frames, positions, scratch + plan.tapsOffset);
      dy += height * channels * 4;
    }
    unframeImages(plan, count, frames, dx);
    dx += count * imageBytes(plan);
  }
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
