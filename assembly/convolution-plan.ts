// Expresses a convolution of images (NHWC) as matrix products. Row p of the patch matrix is what the filter sees at output
// position p. It is never written out in full: with a frame of zeros around each image, patches[p, k] = frames[positions[p] +
// taps[k]], and two small tables give the offsets.
import { EDGE_BYTES, evenBlock, roundUp } from './gemm-block';
import { TILE_ROWS } from './gemm-tile';
import { WIDE_COLUMNS } from './gemm-wide-tile';
import { threadCount } from './job-context';
import { SIGNAL_POSITIONS, TILE_POSITIONS } from './pixel-tile';

/** Floats in a block of outputs (16 kB): together with what they are computed from they fit the first-level cache. */
const BLOCK_FLOATS: usize = 4 * 1024;
/** Floats in a block of patches (192 kB), which fits the second-level cache. */
const PATCH_FLOATS: usize = 48 * 1024;
/** Positions per group of images, for small images: enough for a block. */
const GROUP_POSITIONS: usize = 240;
/** Most channels of an image whose gradient is summed pixel by pixel. */
const SUMMED_CHANNELS: usize = 4;
/** Maximum number of parts of the images in a filter gradient, each with its own sum. */
const MOST_SUMS: usize = 16;
/** Floats of all these sums together (2 MB). */
const SUMS_FLOATS: usize = 512 * 1024;
/** Patches are read and written four floats at a time, so up to three beyond their end. */
const SLACK_BYTES: usize = 128;

@unmanaged
export class ConvolutionPlan {
  // The shape, written by src/engine/kernels/wasm/layers/convolution-kernels.ts in this order.
  images: usize;
  inHeight: usize;
  inWidth: usize;
  inChannels: usize;
  filterHeight: usize;
  filterWidth: usize;
  outHeight: usize;
  outWidth: usize;
  outChannels: usize;
  strideHeight: usize;
  strideWidth: usize;
  dilationHeight: usize;
  dilationWidth: usize;
  padTop: usize;
  padLeft: usize;

  // Derived values, written by `planConvolution`.
  /** Numbers per patch: the rows of the filter as a matrix `[depth, outChannels]`. */
  depth: usize;
  /** Numbers of a patch that are contiguous in the image. */
  run: usize;
  /** Output positions per image. */
  positions: usize;
  /** Bytes of a framed image, and of one row of it. */
  frameBytes: usize;
  frameRowBytes: usize;
  /** Images framed at a time. */
  group: usize;
  /** Positions multiplied at a time, and those whose patches are. */
  block: usize;
  patchBlock: usize;
  /** Whether the input gradient is summed pixel by pixel, without patches (pixel-sums.ts); with the fields at the end. */
  summed: bool;
  /** Whether the images are signals that convolution-signals.ts reads in place, and whether pixel-signals.ts sums their gradient. */
  isSignal: bool;
  isSummedSignal: bool;

  /** Groups, and parts of them that are summed separately. Independent of the number of threads. */
  groups: usize;
  sums: usize;

  // Layout of a thread's scratch memory, which starts with an edge tile and zeros, as for `gemm`.
  /** Byte offsets into the frames, one per position of a group, padded to whole tiles. */
  positionsOffset: usize;
  /** Byte offsets from a position, one per number of a patch, padded likewise. */
  tapsOffset: usize;
  framesOffset: usize;
  /** A packed block of dy, and the packed right matrix. */
  leftOffset: usize;
  rightOffset: usize;
  /** A block of patches that a product outputs, in whole tiles. */
  patchesOffset: usize;
  /** Bytes of one thread's scratch memory. After all threads' scratch come the sums of a filter gradient, except the first. */
  threadBytes: usize;

  // For pixel sums, which use the scratch memory instead of what is above.
  /** Positions that pixels belong to, and how many more there are above and to the left of each whose numbers reach it. */
  gridHeight: usize;
  gridWidth: usize;
  haloHeight: usize;
  haloWidth: usize;
  /** Tiles of positions whose whole neighbourhood lies in dy, and of the others, which read a framed copy of its border. */
  insideTiles: usize;
  borderTiles: usize;
  /** Bytes of a row of that copy. */
  dyRowBytes: usize;
  /** Whether the positions' pixels are those of dx, without a frame. */
  isExact: bool;
  /** Byte offsets of the positions' neighbourhoods, those inside first, and of their pixels. */
  rowsOffset: usize;
  placesOffset: usize;
  /** Byte offsets of the terms of a pixel's sum, in dy and in the copy of its border, and their weights. */
  stepsOffset: usize;
  weightsOffset: usize;
  /** The two frames. */
  dyOffset: usize;
  dxOffset: usize;
}

/**
 * Completes a plan whose shape has been written.
 * @returns bytes of scratch memory, aligned to 16, that the convolution and its gradients need
 */
export function planConvolution(plan: ConvolutionPlan): usize {
  turnColumn(plan);
  const depth = plan.filterHeight * plan.filterWidth * plan.inChannels;
  const positions = plan.outHeight * plan.outWidth;
  plan.depth = depth;
  plan.positions = positions;

  // As high and wide as the image or the patches, whichever extend further.
  const reachY = (plan.outHeight - 1) * plan.strideHeight + (plan.filterHeight - 1) * plan.dilationHeight + 1;
  const reachX = (plan.outWidth - 1) * plan.strideWidth + (plan.filterWidth - 1) * plan.dilationWidth + 1;
  plan.frameRowBytes = max(plan.padLeft + plan.inWidth, reachX) * plan.inChannels * 4;
  plan.frameBytes = max(plan.padTop + plan.inHeight, reachY) * plan.frameRowBytes;

  // Groups of small images are multiples of six, so that their positions fill whole tiles.
  const sixes = (GROUP_POSITIONS / TILE_ROWS + positions - 1) / positions;
  plan.group = positions < GROUP_POSITIONS ? min(plan.images, sixes * TILE_ROWS) : 1;
  const rows = plan.group * positions;
  plan.run = (plan.dilationWidth == 1 ? plan.filterWidth : 1) * plan.inChannels;
  plan.block = blockOf(rows, BLOCK_FLOATS / plan.outChannels);
  plan.patchBlock = blockOf(rows, PATCH_FLOATS / max(depth, plan.outChannels));
  plan.summed = isSummed(plan);
  const isSignal = plan.inHeight == 1 && plan.outHeight == 1 && plan.padTop == 0;
  const hasThreeTaps = plan.filterHeight == 1 && plan.filterWidth == 3 && plan.dilationWidth == 1;
  plan.isSignal = isSignal && hasThreeTaps && plan.inChannels == 1 && plan.outChannels % 8 == 0;
  plan.isSummedSignal =
    plan.summed &&
    isSignal &&
    hasThreeTaps &&
    plan.padLeft == 0 &&
    plan.inWidth == 2 * plan.outWidth &&
    plan.outWidth % SIGNAL_POSITIONS == 0;

  const tiledDepth = roundUp(depth, WIDE_COLUMNS);
  const tiledChannels = roundUp(plan.outChannels, WIDE_COLUMNS);
  const right = max(max(plan.block, depth) * tiledChannels, tiledDepth * plan.outChannels) * 4;
  let end = roundUp(EDGE_BYTES, 64);
  plan.positionsOffset = end;
  end += roundUp((rows + TILE_ROWS) * 4, 64);
  plan.tapsOffset = end;
  end += roundUp((depth + TILE_ROWS) * 4, 64);
  plan.framesOffset = end;
  end += roundUp(plan.group * plan.frameBytes + SLACK_BYTES, 64);
  plan.leftOffset = end;
  end += roundUp(plan.patchBlock * plan.outChannels * 4, 64);
  plan.rightOffset = end;
  end += roundUp(right, 64);
  plan.patchesOffset = end;
  plan.threadBytes = end + roundUp(plan.patchBlock * tiledDepth * 4 + SLACK_BYTES, 64);

  if (plan.summed) plan.threadBytes = max(plan.threadBytes, planPixelSums(plan, roundUp(EDGE_BYTES, 64)));

  plan.groups = (plan.images + plan.group - 1) / plan.group;
  const filterFloats = depth * plan.outChannels;
  plan.sums = max(min(min(plan.groups, MOST_SUMS), SUMS_FLOATS / filterFloats), 1);
  return threadCount() * plan.threadBytes + (plan.sums - 1) * filterFloats * 4;
}

/** Describes images one pixel wide as images one pixel high, whose numbers lie in the same order: their patches are contiguous. */
function turnColumn(plan: ConvolutionPlan): void {
  if (plan.inWidth > 1 || plan.filterWidth > 1 || plan.outWidth > 1 || plan.padLeft > 0) return;
  plan.inWidth = plan.inHeight;
  plan.filterWidth = plan.filterHeight;
  plan.outWidth = plan.outHeight;
  plan.strideWidth = plan.strideHeight;
  plan.dilationWidth = plan.dilationHeight;
  plan.padLeft = plan.padTop;
  plan.inHeight = 1;
  plan.filterHeight = 1;
  plan.outHeight = 1;
  plan.strideHeight = 1;
  plan.dilationHeight = 1;
  plan.padTop = 0;
}

/** A block of at most so many positions, in whole tiles. */
function blockOf(rows: usize, most: usize): usize {
  return evenBlock(rows, (max(most, 4 * TILE_ROWS) / TILE_ROWS) * TILE_ROWS, TILE_ROWS);
}

/** Whether the input gradient of a plan is summed pixel by pixel: few channels, whole vectors of output channels, stride 2 along a row. */
function isSummed(plan: ConvolutionPlan): bool {
  const isDilated = plan.dilationHeight > 1 || plan.dilationWidth > 1;
  return plan.inChannels <= SUMMED_CHANNELS && plan.outChannels % 4 == 0 && plan.strideWidth == 2 && !isDilated;
}

/** Completes such a plan, whose tables begin at an offset; returns the bytes of scratch memory of one thread. */
function planPixelSums(plan: ConvolutionPlan, from: usize): usize {
  plan.gridHeight = (plan.padTop + plan.inHeight + plan.strideHeight - 1) / plan.strideHeight;
  plan.gridWidth = (plan.padLeft + plan.inWidth + plan.strideWidth - 1) / plan.strideWidth;
  plan.haloHeight = (plan.filterHeight - 1) / plan.strideHeight;
  plan.haloWidth = (plan.filterWidth - 1) / plan.strideWidth;
  plan.dyRowBytes = (plan.gridWidth + plan.haloWidth) * plan.outChannels * 4;
  const inside =
    lessOr0(min(plan.outHeight, plan.gridHeight), plan.haloHeight) *
    lessOr0(min(plan.outWidth, plan.gridWidth), plan.haloWidth);
  plan.insideTiles = (inside + TILE_POSITIONS - 1) / TILE_POSITIONS;
  plan.borderTiles = (plan.gridHeight * plan.gridWidth - inside + TILE_POSITIONS - 1) / TILE_POSITIONS;
  const frameRows = plan.gridHeight * plan.strideHeight;
  const rowBytes = dxRowBytes(plan);
  plan.isExact = frameRows == plan.inHeight && rowBytes == plan.inWidth * plan.inChannels * 4;

  const tableBytes = (plan.insideTiles + plan.borderTiles) * TILE_POSITIONS * 4;
  plan.rowsOffset = from;
  plan.placesOffset = plan.rowsOffset + tableBytes;
  plan.stepsOffset = plan.placesOffset + tableBytes;
  plan.weightsOffset = roundUp(plan.stepsOffset + 2 * stepBytes(plan), 64);
  plan.dyOffset = roundUp(plan.weightsOffset + plan.depth * plan.outChannels * 4, 64);
  plan.dxOffset = roundUp(plan.dyOffset + (plan.gridHeight + plan.haloHeight) * plan.dyRowBytes, 64);
  return plan.dxOffset + roundUp(frameRows * rowBytes, 64);
}

/** Bytes of the offsets of all terms of the pixels of a position. */
export function stepBytes(plan: ConvolutionPlan): usize {
  return plan.filterHeight * plan.filterWidth * plan.outChannels;
}

function lessOr0(size: usize, less: usize): usize {
  return size > less ? size - less : 0;
}

/** Bytes of a row of framed pixels. */
export function dxRowBytes(plan: ConvolutionPlan): usize {
  return plan.gridWidth * plan.strideWidth * plan.inChannels * 4;
}
