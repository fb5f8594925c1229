// The patches of framed images: the tables that say where their numbers are, and how they are added back to the frames.
import { ConvolutionPlan } from './convolution-plan';
import { TILE_ROWS } from './gemm-tile';

/** Writes a plan's tables into its scratch memory. */
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

/**
 * Copies `count` images out of their frames.
 *
 * @param bias `[inChannels]`, added to each pixel; 0 for none
 * @param least of the sums: 0 for ReLU, minus infinity for none
 */
export function unframeImages(
  plan: ConvolutionPlan,
  count: usize,
  frames: usize,
  images: usize,
  bias: usize,
  least: f32,
): void {
  const rowBytes = plan.inWidth * plan.inChannels * 4;
  for (let image: usize = 0; image < count; image++, frames += plan.frameBytes) {
    let from = frames + plan.padTop * plan.frameRowBytes + plan.padLeft * plan.inChannels * 4;
    for (let y: usize = 0; y < plan.inHeight; y++, images += rowBytes, from += plan.frameRowBytes) {
      if (bias) addBias(plan.inWidth, plan.inChannels, from, images, bias, f32x4.splat(least));
      else copyFloats(from, images, rowBytes);
    }
  }
}

// @ts-ignore: decorator
@inline
function addBias(pixels: usize, channels: usize, from: usize, to: usize, bias: usize, floor: v128): void {
  const vectorEnd = bias + (channels & ~3) * 4;
  const end = bias + channels * 4;
  for (; pixels > 0; pixels--) {
    let at = bias;
    for (; at < vectorEnd; at += 16, from += 16, to += 16) {
      v128.store(to, f32x4.pmax(f32x4.add(v128.load(from), v128.load(at)), floor));
    }
    for (; at < end; at += 4, from += 4, to += 4) {
      v128.store_lane<f32>(to, f32x4.pmax(f32x4.add(v128.load32_splat(from), v128.load32_splat(at)), floor), 0);
    }
  }
}

// An explicit loop: for rows this short, `memory.copy` costs more than the copy itself.
// @ts-ignore: decorator
@inline
export function copyFloats(from: usize, to: usize, bytes: usize): void {
  const vectorEnd = from + (bytes & ~15);
  const end = from + bytes;
  for (; from < vectorEnd; from += 16, to += 16) v128.store(to, v128.load(from));
  for (; from < end; from += 4, to += 4) store<f32>(to, load<f32>(from));
}

/**
 * Adds `count` patches, `stride` bytes apart, to the frames at their positions. Neighbouring patches overlap, and reading four numbers
 * of which some have just been written waits for them; so patches that overlap by less than whole vectors are added in turns.
 */
export function addPatches(
  plan: ConvolutionPlan,
  count: usize,
  patches: usize,
  stride: usize,
  frames: usize,
  positions: usize,
  taps: usize,
): void {
  const step = plan.strideWidth * plan.inChannels * 4;
  const written = (plan.run * 4 + 15) & ~15;
  const turns: usize = step % 16 == 0 ? 1 : (written + step - 1) / step;
  for (let turn: usize = 0; turn < turns; turn++) {
    addEvery(turns, plan, patches + turn * stride, stride, frames, positions + turn * 4, positions + count * 4, taps);
  }
}

function addEvery(
  nth: usize,
  plan: ConvolutionPlan,
  patches: usize,
  stride: usize,
  frames: usize,
  positions: usize,
  end: usize,
  taps: usize,
): void {
  const runBytes = plan.run * 4;
  const tapsEnd = taps + plan.depth * 4;
  const tail = plan.run & 3;
  // Ones in the lanes that belong to a run's last, incomplete four.
  const lanes = i32x4.gt_s(i32x4.splat(tail), i32x4(0, 1, 2, 3));
  for (; positions < end; positions += nth * 4, patches += nth * stride) {
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
