// The input gradient of a convolution of images with few channels, which is also the transposed convolution to such images. As products
// with the filter it would make patches of a few numbers, and adding those up costs more than the products do. Here each pixel is the
// sum of all that reaches it: with stride 2, pixel 2 j + p of a row takes the taps p, p + 2, ... from the positions j, j - 1, ..., for
// p = 0 and 1. dy is copied into a frame of zeros, where every position has such a neighbourhood.
import { ConvolutionPlan, dxRowBytes } from './convolution-plan';
import { copyFloats } from './patches';
import { sumTiles, TILE_POSITIONS } from './pixel-tile';

/** Writes tables and weights, and empties the frame of dy. */
export function preparePixelSums(plan: ConvolutionPlan, filter: usize, scratch: usize): void {
  let row = scratch + plan.rowsOffset;
  let place = scratch + plan.placesOffset;
  const stride = plan.outChannels * 4;
  for (let y: usize = 0; y < plan.gridHeight; y++) {
    for (let x: usize = 0; x < plan.gridWidth; x++, row += 4, place += 4) {
      store<u32>(row, y * plan.dyRowBytes + x * stride);
      store<u32>(place, y * plan.strideHeight * dxRowBytes(plan) + x * plan.strideWidth * plan.inChannels * 4);
    }
  }
  // The rest of the last tile is computed in vain, and written behind the frame.
  for (; row < scratch + plan.placesOffset; row += 4, place += 4) {
    store<u32>(row, 0);
    store<u32>(place, plan.gridHeight * plan.strideHeight * dxRowBytes(plan));
  }

  let step = scratch + plan.stepsOffset;
  let to = scratch + plan.weightsOffset;
  for (let py: usize = 0; py < plan.strideHeight; py++) {
    step = writeSteps(plan, py, true, step);
    step = writeSteps(plan, py, false, step);
    for (let channel: usize = 0; channel < plan.inChannels; channel++) {
      const weights = filter + channel * stride;
      to = writeWeights(plan, py, true, weights, to);
      to = writeWeights(plan, py, false, weights, to);
    }
  }
  memory.fill(scratch + plan.dyOffset, 0, (plan.gridHeight + plan.haloHeight) * plan.dyRowBytes);
}

/** Whether a column of the filter is the first of a step for this number of pixels. */
// @ts-ignore: decorator
@inline
function isStep(plan: ConvolutionPlan, kx: usize, both: bool): bool {
  return both == (plan.strideWidth == 2 && kx + 1 < plan.filterWidth);
}

function writeSteps(plan: ConvolutionPlan, py: usize, both: bool, to: usize): usize {
  const stride = plan.outChannels * 4;
  for (let ky = py; ky < plan.filterHeight; ky += plan.strideHeight) {
    const above = (plan.haloHeight - ky / plan.strideHeight) * plan.dyRowBytes;
    for (let kx: usize = 0; kx < plan.filterWidth; kx += plan.strideWidth) {
      if (!isStep(plan, kx, both)) continue;
      const at = above + (plan.haloWidth - kx / plan.strideWidth) * stride;
      for (let k: usize = 0; k < stride; k += 16, to += 4) store<u32>(to, at + k);
    }
  }
  return to;
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
 * dx of one image.
 *
 * @param dy `[outHeight, outWidth, outChannels]`
 * @param dx `[inHeight, inWidth, inChannels]`, overwritten
 */
export function sumPixels(plan: ConvolutionPlan, dy: usize, dx: usize, scratch: usize): void {
  const channels = plan.inChannels;
  const stride = plan.outChannels * 4;
  const frame = scratch + plan.dyOffset;
  const pixels = scratch + plan.dxOffset;
  const rows = scratch + plan.rowsOffset;
  const places = scratch + plan.placesOffset;
  const rowBytes = dxRowBytes(plan);
  let to = frame + plan.haloHeight * plan.dyRowBytes + plan.haloWidth * stride;
  const outRows = min(plan.outHeight, plan.gridHeight);
  const outColumns = min(plan.outWidth, plan.gridWidth);
  for (let y: usize = 0; y < outRows; y++, to += plan.dyRowBytes) {
    copyFloats(dy + y * plan.outWidth * stride, to, outColumns * stride);
  }

  const tiles = (plan.gridHeight * plan.gridWidth + TILE_POSITIONS - 1) / TILE_POSITIONS;
  const across = (plan.filterWidth + plan.strideWidth - 1) / plan.strideWidth;
  const pairs = plan.strideWidth == 2 ? plan.filterWidth / 2 : 0;
  let steps = scratch + plan.stepsOffset;
  let weights = scratch + plan.weightsOffset;
  for (let py: usize = 0; py < plan.strideHeight; py++) {
    const down = plan.filterHeight > py ? (plan.filterHeight - py + plan.strideHeight - 1) / plan.strideHeight : 0;
    const both = steps + down * pairs * stride / 4;
    const end = steps + down * across * stride / 4;
    const weightBytes = down * plan.filterWidth * stride;
    for (let channel: usize = 0; channel < channels; channel++, weights += weightBytes) {
      const first = pixels + py * rowBytes + channel * 4;
      if (plan.strideWidth == 2) {
        sumTiles(true, tiles, frame, rows, steps, both, end, weights, first, places, channels * 4);
      } else sumTiles(false, tiles, frame, rows, steps, both, end, weights, first, places, channels * 4);
    }
    steps = end;
  }

  let from = pixels + plan.padTop * rowBytes + plan.padLeft * channels * 4;
  const bytes = plan.inWidth * channels * 4;
  for (let y: usize = 0; y < plan.inHeight; y++, from += rowBytes, dx += bytes) copyFloats(from, dx, bytes);
}
