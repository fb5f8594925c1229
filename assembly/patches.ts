// The patches of framed images: packed for the product directly from the frames, or added back to them.
import { ConvolutionPlan } from './convolution-plan';
import { transposeFour, transposeTwo } from './gemm-pack';
import { TILE_ROWS } from './gemm-tile';

/** Writes a plan's two tables into its scratch memory. */
export function writePatchTables(plan: ConvolutionPlan, scratch: usize): void {
  let to = scratch + plan.positionsOffset;
  const stepX = plan.strideWidth * plan.inChannels * 4;
  const stepY = plan.strideHeight * plan.frameRowBytes;
  for (let image: usize = 0; image < plan.group; image++) {
    for (let y: usize = 0; y < plan.outHeight; y++) {
      const row = image * plan.frameBytes + y * stepY;
      for (let x: usize = 0; x < plan.outWidth; x++, to += 4) store<u32>(to, row + x * stepX);
    }
  }
  for (let i: usize = 0; i < TILE_ROWS; i++, to += 4) store<u32>(to, 0);

  to = scratch + plan.tapsOffset;
  const tapX = plan.dilationWidth * plan.inChannels * 4;
  const tapY = plan.dilationHeight * plan.frameRowBytes;
  for (let y: usize = 0; y < plan.filterHeight; y++) {
    for (let x: usize = 0; x < plan.filterWidth; x++) {
      const tap = y * tapY + x * tapX;
      for (let channel: usize = 0; channel < plan.inChannels; channel++, to += 4) store<u32>(to, tap + channel * 4);
    }
  }
  for (let i: usize = 0; i < TILE_ROWS; i++, to += 4) store<u32>(to, 0);
}

/** Copies `count` images `[count, inHeight, inWidth, inChannels]` into frames whose border is already zero. */
export function frameImages(plan: ConvolutionPlan, count: usize, images: usize, frames: usize): void {
  const rowBytes = plan.inWidth * plan.inChannels * 4;
  for (let image: usize = 0; image < count; image++, frames += plan.frameBytes) {
    let to = frames + plan.padTop * plan.frameRowBytes + plan.padLeft * plan.inChannels * 4;
    for (let y: usize = 0; y < plan.inHeight; y++, images += rowBytes, to += plan.frameRowBytes) {
      copyFloats(images, to, rowBytes);
    }
  }
}

/** Copies `count` images out of their frames. */
export function unframeImages(plan: ConvolutionPlan, count: usize, frames: usize, images: usize): void {
  const rowBytes = plan.inWidth * plan.inChannels * 4;
  for (let image: usize = 0; image < count; image++, frames += plan.frameBytes) {
    let from = frames + plan.padTop * plan.frameRowBytes + plan.padLeft * plan.inChannels * 4;
    for (let y: usize = 0; y < plan.inHeight; y++, images += rowBytes, from += plan.frameRowBytes) {
      copyFloats(from, images, rowBytes);
    }
  }
}

// An explicit loop: for rows this short, `memory.copy` costs more than the copy itself.
// @ts-ignore: decorator
@inline
function copyFloats(from: usize, to: usize, bytes: usize): void {
  const vectorEnd = from + (bytes & ~15);
  const end = from + bytes;
  for (; from < vectorEnd; from += 16, to += 16) v128.store(to, v128.load(from));
  for (; from < end; from += 4, to += 4) store<f32>(to, load<f32>(from));
}

/**
 * Packs `count` patches as rows of the left matrix: strips `[depth, 6]`.
 * @param positions their offsets, a part of the table
 * @param to room for whole strips and the plan's slack
 */
export function packPatches(
  plan: ConvolutionPlan,
  count: usize,
  frames: usize,
  positions: usize,
  taps: usize,
  to: usize,
): void {
  const runBytes = plan.run * 4;
  const tapsEnd = taps + plan.depth * 4;
  const end = positions + count * 4;
  for (; positions < end; positions += TILE_ROWS * 4) {
    const patch0 = frames + load<u32>(positions);
    const patch1 = frames + load<u32>(positions, 4);
    const patch2 = frames + load<u32>(positions, 8);
    const patch3 = frames + load<u32>(positions, 12);
    const patch4 = frames + load<u32>(positions, 16);
    const patch5 = frames + load<u32>(positions, 20);
    for (let tap = taps; tap < tapsEnd; tap += runBytes, to += runBytes * TILE_ROWS) {
      let at = load<u32>(tap);
      const runEnd = at + runBytes;
      // The next run overwrites the surplus numbers of a run's last four.
      for (let strip = to; at < runEnd; at += 16, strip += TILE_ROWS * 16) {
        transposeFour(
          TILE_ROWS,
          v128.load(patch0 + at),
          v128.load(patch1 + at),
          v128.load(patch2 + at),
          v128.load(patch3 + at),
          strip,
        );
        transposeTwo(v128.load(patch4 + at), v128.load(patch5 + at), strip + 16);
      }
    }
  }
}

/** Packs `count` patches as columns of the left matrix: strips `[count, 6]`, each with six numbers of every patch. */
export function packPatchesTransposed(
  plan: ConvolutionPlan,
  count: usize,
  frames: usize,
  positions: usize,
  taps: usize,
  to: usize,
): void {
  const tapsEnd = taps + plan.depth * 4;
  const end = positions + count * 4;
  for (; taps < tapsEnd; taps += TILE_ROWS * 4) {
    const tap0 = load<u32>(taps);
    const tap1 = load<u32>(taps, 4);
    const tap2 = load<u32>(taps, 8);
    const tap3 = load<u32>(taps, 12);
    const tap4 = load<u32>(taps, 16);
    const tap5 = load<u32>(taps, 20);
    if (tap5 - tap0 == 20) {
      for (let at = positions; at < end; at += 4, to += TILE_ROWS * 4) {
        const from = frames + load<u32>(at) + tap0;
        v128.store(to, v128.load(from));
        store<u64>(to, load<u64>(from, 16), 16);
      }
    } else {
      for (let at = positions; at < end; at += 4, to += TILE_ROWS * 4) {
        const patch = frames + load<u32>(at);
        store<f32>(to, load<f32>(patch + tap0));
        store<f32>(to, load<f32>(patch + tap1), 4);
        store<f32>(to, load<f32>(patch + tap2), 8);
        store<f32>(to, load<f32>(patch + tap3), 12);
        store<f32>(to, load<f32>(patch + tap4), 16);
        store<f32>(to, load<f32>(patch + tap5), 20);
      }
    }
  }
}

/** Adds `count` patches, `stride` bytes apart, to the frames at their positions. */
export function addPatches(
  plan: ConvolutionPlan,
  count: usize,
  patches: usize,
  stride: usize,
  frames: usize,
  positions: usize,
  taps: usize,
): void {
  const runBytes = plan.run * 4;
  const tapsEnd = taps + plan.depth * 4;
  const end = positions + count * 4;
  const tail = plan.run & 3;
  // Ones in the lanes that belong to a run's last, incomplete four.
  const lanes = i32x4.gt_s(i32x4.splat(tail), i32x4(0, 1, 2, 3));
  for (; positions < end; positions += 4, patches += stride) {
    const patch = frames + load<u32>(positions);
    let from = patches;
    for (let tap = taps; tap < tapsEnd; tap += runBytes) {
      let to = patch + load<u32>(tap);
      const next = from + runBytes;
      const vectorEnd = from + (runBytes & ~15);
      for (; from < vectorEnd; from += 16, to += 16) v128.store(to, f32x4.add(v128.load(to), v128.load(from)));
      if (tail) v128.store(to, f32x4.add(v128.load(to), v128.and(lanes, v128.load(from))));
      from = next;
    }
  }
}
