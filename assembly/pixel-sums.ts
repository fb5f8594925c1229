// The input gradient of a convolution of images with few channels, which is also the transposed convolution to such images. As products
// with the filter it would make patches of a few numbers, and adding those up costs more than the products do. Here each pixel is the
// sum of all that reaches it: with stride 2, pixel 2 j + p of a row takes the taps p, p + 2, ... from the positions j, j - 1, ..., for
// p = 0 and 1. Most positions read dy in place. Those at the border read a copy of what is there, in a frame of zeros.
import { ConvolutionPlan, dxRowBytes, stepBytes } from './convolution-plan';
import { copyFloats } from './patches';
import { sumTiles, TILE_POSITIONS } from './pixel-tile';

/** Bytes of dy that stay in the first-level cache while all pixels of their positions are summed. */
const BLOCK_BYTES: usize = 12 * 1024;

/** Writes tables and weights, and empties the frame. */
export function preparePixelSums(plan: ConvolutionPlan, filter: usize, scratch: usize): void {
  writePositions(plan, false, writePositions(plan, true, scratch + plan.rowsOffset));
  const inside = scratch + plan.stepsOffset;
  writeSteps(plan, plan.outWidth * plan.outChannels * 4, inside);
  writeSteps(plan, plan.dyRowBytes, inside + stepBytes(plan));
  let to = scratch + plan.weightsOffset;
  for (let py: usize = 0; py < plan.strideHeight; py++) {
    for (let channel: usize = 0; channel < plan.inChannels; channel++) {
      const weights = filter + channel * plan.outChannels * 4;
      to = writeWeights(plan, py, true, weights, to);
      to = writeWeights(plan, py, false, weights, to);
    }
  }
  memory.fill(scratch + plan.dyOffset, 0, (plan.gridHeight + plan.haloHeight) * plan.dyRowBytes);
}

/** Where the neighbourhoods of the positions inside, or of the others, begin, and where their pixels are. */
function writePositions(plan: ConvolutionPlan, inside: bool, to: usize): usize {
  const stride = plan.outChannels * 4;
  const places = plan.placesOffset - plan.rowsOffset;
  const from = to;
  for (let y: usize = 0; y < plan.gridHeight; y++) {
    const isRow = y >= plan.haloHeight && y < plan.outHeight;
    for (let x: usize = 0; x < plan.gridWidth; x++) {
      if ((isRow && x >= plan.haloWidth && x < plan.outWidth) != inside) continue;
      store<u32>(
        to,
        inside
          ? ((y - plan.haloHeight) * plan.outWidth + x - plan.haloWidth) * stride
          : y * plan.dyRowBytes + x * stride,
      );
      const pixel = y * plan.strideHeight * dxRowBytes(plan) + x * plan.strideWidth * plan.inChannels * 4;
      store<u32>(to + places, pixel);
      to += 4;
    }
  }
  // The rest of the last tile computes the last position again.
  for (; (to - from) % (TILE_POSITIONS * 4) > 0; to += 4) {
    store<u32>(to, load<u32>(to - 4));
    store<u32>(to + places, load<u32>(to + places - 4));
  }
  return to;
}

/** Whether a column of the filter is the first of a step for this number of pixels. */
// @ts-ignore: decorator
@inline
function isStep(plan: ConvolutionPlan, kx: usize, both: bool): bool {
  return both == (kx + 1 < plan.filterWidth);
}

/** The terms of the pixels of a position, where rows of dy are `rowBytes` apart. */
function writeSteps(plan: ConvolutionPlan, rowBytes: usize, to: usize): void {
  const stride = plan.outChannels * 4;
  for (let py: usize = 0; py < plan.strideHeight; py++) {
    for (let both = 1; both >= 0; both--) {
      for (let ky = py; ky < plan.filterHeight; ky += plan.strideHeight) {
        const above = (plan.haloHeight - ky / plan.strideHeight) * rowBytes;
        for (let kx: usize = 0; kx < plan.filterWidth; kx += plan.strideWidth) {
          if (!isStep(plan, kx, both != 0)) continue;
          const at = above + (plan.haloWidth - kx / plan.strideWidth) * stride;
          for (let k: usize = 0; k < stride; k += 16, to += 4) store<u32>(to, at + k);
        }
      }
    }
  }
}

function writeWeights(plan: ConvolutionPlan, py: usize, both: bool, weights: usize, to: usize): usize {
  const stride = plan.outChannels * 4;
  const tapBytes = plan.inChannels * stride;
  for (let ky = py; ky < plan.filterHeight; ky += plan.strideHeight) {
    for (let kx: usize = 0; kx < plan.filterWidth; kx += plan.strideWidth) {
      if (!isStep(plan, kx, both)) continue;
      const tap = weights + (ky * plan.filterWidth + kx) * tapBytes;
      for (let k: usize = 0; k < stride; k += 16) {
        v128.store(to, v128.load(tap + k));
        to += 16;
        if (both) {
          v128.store(to, v128.load(tap + tapBytes + k));
          to += 16;
        }
      }
    }
  }
  return to;
}

/**
 * dx of one image, plus bias.
 *
 * @param dy `[outHeight, outWidth, outChannels]`
 * @param dx `[inHeight, inWidth, inChannels]`, overwritten
 * @param bias `[inChannels]`; 0 for none
 * @param least of the sums: 0 for ReLU, minus infinity for none
 */
export function sumPixels(plan: ConvolutionPlan, dy: usize, dx: usize, bias: usize, least: f32, scratch: usize): void {
  const frame = scratch + plan.dyOffset;
  const pixels = plan.isExact ? dx : scratch + plan.dxOffset;
  const steps = scratch + plan.stepsOffset;
  const rows = scratch + plan.rowsOffset;
  if (plan.borderTiles) {
    frameBorder(plan, dy, frame);
    const border = rows + plan.insideTiles * TILE_POSITIONS * 4;
    sumPositions(plan, plan.borderTiles, frame, border, steps + stepBytes(plan), pixels, bias, least, scratch);
  }
  // All pixels of a block of positions, whose neighbourhoods are in the cache.
  const most = max(BLOCK_BYTES / (TILE_POSITIONS * plan.outChannels * 4), 1);
  for (let tile: usize = 0; tile < plan.insideTiles; tile += most) {
    const tiles = min(most, plan.insideTiles - tile);
    sumPositions(plan, tiles, dy, rows + tile * TILE_POSITIONS * 4, steps, pixels, bias, least, scratch);
  }
  if (plan.isExact) return;

  const rowBytes = dxRowBytes(plan);
  let from = pixels + plan.padTop * rowBytes + plan.padLeft * plan.inChannels * 4;
  const bytes = plan.inWidth * plan.inChannels * 4;
  for (let y: usize = 0; y < plan.inHeight; y++, from += rowBytes, dx += bytes) copyFloats(from, dx, bytes);
}

/** Copies what the positions at the border read: the first and last rows and columns. */
function frameBorder(plan: ConvolutionPlan, dy: usize, frame: usize): void {
  const stride = plan.outChannels * 4;
  const rows = min(plan.outHeight, plan.gridHeight);
  const columns = min(plan.outWidth, plan.gridWidth);
  const left = min(plan.haloWidth, columns);
  const right = plan.gridWidth > columns ? left : 0;
  const bottom = plan.gridHeight > rows ? plan.haloHeight : 0;
  const last = (columns - right) * stride;
  let to = frame + plan.haloHeight * plan.dyRowBytes + plan.haloWidth * stride;
  for (let y: usize = 0; y < rows; y++, to += plan.dyRowBytes, dy += plan.outWidth * stride) {
    const isWhole = y < plan.haloHeight || y + bottom >= rows;
    copyFloats(dy, to, (isWhole ? columns : left) * stride);
    if (right > 0) copyFloats(dy + last, to + last, right * stride);
  }
}

/** The pixels of some tiles of positions. */
function sumPositions(
  plan: ConvolutionPlan,
  tiles: usize,
  frame: usize,
  rows: usize,
  steps: usize,
  pixels: usize,
  bias: usize,
  least: f32,
  scratch: usize,
): void {
  const stride = plan.outChannels * 4;
  const next = plan.inChannels * 4;
  const floor = f32x4.splat(least);
  const places = rows + (plan.placesOffset - plan.rowsOffset);
  const across = (plan.filterWidth + 1) / 2;
  const pairs = plan.filterWidth / 2;
  let weights = scratch + plan.weightsOffset;
  for (let py: usize = 0; py < plan.strideHeight; py++, pixels += dxRowBytes(plan)) {
    const down = plan.filterHeight > py ? (plan.filterHeight - py + plan.strideHeight - 1) / plan.strideHeight : 0;
    const both = steps + (down * pairs * stride) / 4;
    const end = steps + (down * across * stride) / 4;
    for (let channel: usize = 0; channel < plan.inChannels; channel++, weights += down * plan.filterWidth * stride) {
      const start = bias ? v128.load32_splat(bias + channel * 4) : f32x4.splat(0);
      sumTiles(tiles, frame, rows, steps, both, end, weights, pixels + channel * 4, places, next, start, floor);
    }
    steps = end;
  }
}
