// How a convolution of images (NHWC) becomes products of matrices. Row p of the patch matrix is what the filter sees at
// output position p. It is never written out as a whole: with a frame of zeros around each image,
// patches[p, k] = frames[positions[p] + taps[k]], and two small tables say where everything is.
import { EDGE_STRIDE, evenBlock, roundUp, ZEROS_OFFSET } from './gemm';
import { TILE_COLUMNS, TILE_ROWS } from './gemm-tile';
import { threadCount } from './pool';

/** Floats of a packed block (192 kB): stays in the second-level cache. */
const BLOCK_FLOATS: usize = 48 * 1024;
/** Positions to a group of images, where images are small: enough for a block. */
const GROUP_POSITIONS: usize = 240;
/** Most parts into which the images are cut for a filter's gradient, each with a sum of its own. */
const MOST_SUMS: usize = 16;
/** Floats of these sums together (2 MB). */
const SUMS_FLOATS: usize = 512 * 1024;
/** Patches are read and written four floats at a time: up to three beyond their end. */
const SLACK_BYTES: usize = 128;

@unmanaged
export class ConvolutionPlan {
  // The shape, written by src/engine/kernels/wasm/convolution-plan.ts in this order.
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

  // What follows from it, written by `planConvolution`.
  /** Numbers in a patch: rows of the filter as a matrix `[depth, outChannels]`. */
  depth: usize;
  /** Numbers of a patch that lie side by side in the image. */
  run: usize;
  /** Output positions of one image. */
  positions: usize;
  /** Bytes of an image with its frame, and of one row of it. */
  frameBytes: usize;
  frameRowBytes: usize;
  /** Images that are framed at a time. */
  group: usize;
  /** Positions that are multiplied at a time. */
  block: usize;

  /** Groups, and parts of them that are summed apart. They do not depend on how many threads there are. */
  groups: usize;
  sums: usize;

  // Where things are in a thread's scratch memory, which begins with an edge tile and zeros, as that of `gemm` does.
  /** Byte offsets into the frames, one for each position of a group; filled up to whole tiles. */
  positionsOffset: usize;
  /** Byte offsets from a position, one for each number of a patch; filled up likewise. */
  tapsOffset: usize;
  framesOffset: usize;
  /** A packed block of the left matrix, and of the right one. */
  leftOffset: usize;
  rightOffset: usize;
  /** A block of patches that come out of a product, in whole tiles. */
  patchesOffset: usize;
  /** Bytes of one thread's scratch memory. After those of all threads lie the sums of a filter's gradient, but the first. */
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

  // As high and wide as the image or the patches, whichever reach further.
  const reachY = (plan.outHeight - 1) * plan.strideHeight + (plan.filterHeight - 1) * plan.dilationHeight + 1;
  const reachX = (plan.outWidth - 1) * plan.strideWidth + (plan.filterWidth - 1) * plan.dilationWidth + 1;
  plan.frameRowBytes = max(plan.padLeft + plan.inWidth, reachX) * plan.inChannels * 4;
  plan.frameBytes = max(plan.padTop + plan.inHeight, reachY) * plan.frameRowBytes;

  // Small images by sixes, so that their positions fill whole tiles.
  const sixes = (GROUP_POSITIONS / TILE_ROWS + positions - 1) / positions;
  plan.group = positions < GROUP_POSITIONS ? min(plan.images, sixes * TILE_ROWS) : 1;
  const rows = plan.group * positions;
  const most = max(BLOCK_FLOATS / max(depth, plan.outChannels), 4 * TILE_ROWS);
  plan.block = evenBlock(rows, (most / TILE_ROWS) * TILE_ROWS, TILE_ROWS);

  const tiledDepth = roundUp(depth, TILE_COLUMNS * TILE_ROWS);
  const tiledChannels = roundUp(plan.outChannels, TILE_COLUMNS);
  const operand = max(plan.block * max(tiledDepth, tiledChannels), tiledDepth * tiledChannels) * 4;
  let end = roundUp(ZEROS_OFFSET + EDGE_STRIDE, 64);
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
