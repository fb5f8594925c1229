// Expresses a convolution of images (NHWC) as matrix products. Row p of the patch matrix is what the filter sees at output
// position p. It is never written out in full: with a frame of zeros around each image, patches[p, k] = frames[positions[p] +
// taps[k]], and two small tables give the offsets.
import { EDGE_BYTES, evenBlock, roundUp } from './gemm-block';
import { TILE_ROWS } from './gemm-tile';
import { WIDE_COLUMNS } from './gemm-wide-tile';
import { threadCount } from './job-context';

/** Floats in a packed block (192 kB), which fits the second-level cache. */
const BLOCK_FLOATS: usize = 48 * 1024;
/** Positions per group of images, for small images: enough for a block. */
const GROUP_POSITIONS: usize = 240;
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
  /** Positions multiplied at a time. */
  block: usize;

  /** Groups, and parts of them that are summed separately. Independent of the number of threads. */
  groups: usize;
  sums: usize;

  // Layout of a thread's scratch memory, which starts with an edge tile and zeros, as for `gemm`.
  /** Byte offsets into the frames, one per position of a group, padded to whole tiles. */
  positionsOffset: usize;
  /** Byte offsets from a position, one per number of a patch, padded likewise. */
  tapsOffset: usize;
  framesOffset: usize;
  /** A packed block of the left matrix, and one of the right matrix. */
  leftOffset: usize;
  rightOffset: usize;
  /** A block of patches that a product outputs, in whole tiles. */
  patchesOffset: usize;
  /** Bytes of one thread's scratch memory. After all threads' scratch come the sums of a filter gradient, except the first. */
  threadBytes: usize;
}

/**
 * Completes a plan whose shape has been written.
 * @returns bytes of scratch memory, aligned to 16, that the convolution and its gradients need
 */
export function planConvolution(plan: ConvolutionPlan): usize {
  const depth = plan.filterHeight * plan.filterWidth * plan.inChannels;
  const positions = plan.outHeight * plan.outWidth;
  plan.depth = depth;
  plan.positions = positions;
  plan.run = (plan.dilationWidth == 1 ? plan.filterWidth : 1) * plan.inChannels;

  // As high and wide as the image or the patches, whichever extend further.
  const reachY = (plan.outHeight - 1) * plan.strideHeight + (plan.filterHeight - 1) * plan.dilationHeight + 1;
  const reachX = (plan.outWidth - 1) * plan.strideWidth + (plan.filterWidth - 1) * plan.dilationWidth + 1;
  plan.frameRowBytes = max(plan.padLeft + plan.inWidth, reachX) * plan.inChannels * 4;
  plan.frameBytes = max(plan.padTop + plan.inHeight, reachY) * plan.frameRowBytes;

  // Groups of small images are multiples of six, so that their positions fill whole tiles.
  const sixes = (GROUP_POSITIONS / TILE_ROWS + positions - 1) / positions;
  plan.group = positions < GROUP_POSITIONS ? min(plan.images, sixes * TILE_ROWS) : 1;
  const rows = plan.group * positions;
  const most = max(BLOCK_FLOATS / max(depth, plan.outChannels), 4 * TILE_ROWS);
  plan.block = evenBlock(rows, (most / TILE_ROWS) * TILE_ROWS, TILE_ROWS);

  const tiledDepth = roundUp(depth, WIDE_COLUMNS * TILE_ROWS);
  const tiledChannels = roundUp(plan.outChannels, WIDE_COLUMNS);
  const operand = max(plan.block * max(tiledDepth, tiledChannels), tiledDepth * tiledChannels) * 4;
  let end = roundUp(EDGE_BYTES, 64);
  plan.positionsOffset = end;
  end += roundUp((rows + TILE_ROWS) * 4, 64);
  plan.tapsOffset = end;
  end += roundUp((depth + TILE_ROWS) * 4, 64);
  plan.framesOffset = end;
  end += roundUp(plan.group * plan.frameBytes + SLACK_BYTES, 64);
  plan.leftOffset = end;
  end += roundUp(operand + SLACK_BYTES, 64);
  plan.rightOffset = end;
  end += roundUp(operand, 64);
  plan.patchesOffset = end;
  plan.threadBytes = end + roundUp(plan.block * tiledDepth * 4 + SLACK_BYTES, 64);

  plan.groups = (plan.images + plan.group - 1) / plan.group;
  const filterFloats = depth * plan.outChannels;
  plan.sums = max(min(min(plan.groups, MOST_SUMS), SUMS_FLOATS / filterFloats), 1);
  return threadCount() * plan.threadBytes + (plan.sums - 1) * filterFloats * 4;
}
