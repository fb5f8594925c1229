// Assembles a batch from the stored values of a data set in one pass: scaled to pixels, corrupted (src/catalog/corruptions),
// then with input dropout. Random numbers depend only on seed, step, sample and pixel, as in
// src/engine/training/batch/batch.ts.
import { hash, normalsOfWords, upperBits, word0, word1, word2, word3 } from './random';

/** Corruption codes; src/engine/kernels/wasm/training/batch-kernels.ts has the same table. 0 is none. */
const GAUSSIAN: u32 = 1;
const SALT_PEPPER: u32 = 2;
const MASKING: u32 = 3;
const BLOCK: u32 = 4;
const IMPULSES: u32 = 5;

/** Samples per chunk of the job. */
export const CHUNK_ROWS: usize = 8;

/** A request, written by src/engine/kernels/wasm/training/batch-kernels.ts in this order. */
@unmanaged
export class BatchRequest {
  rows: u32;
  /** Numbers per sample. */
  size: u32;
  /** Whether values are bytes (otherwise floats). */
  areBytes: u32;
  /** Addresses: the values `[rows, size]`, the indices in the data set `[rows]`, the outputs `[rows, size]`. */
  values: usize;
  indices: usize;
  target: usize;
  /** 0 when nothing is corrupted. */
  input: usize;
  seed: u32;
  step: u32;
  noise: u32;
  level: f32;
  /** A pixel is corrupted if the upper 24 bits of its word are below this. */
  struckBelow: u32;
  /** Whether there is input dropout, the threshold for the upper 24 bits of a word, and the seed. */
  drops: u32;
  dropBelow: u32;
  dropSeed: u32;
  /** The share of inputs that is kept; kept inputs are divided by it. */
  kept: f32;
  /** The size of the image, and of the rectangle erased in it. */
  height: u32;
  width: u32;
  channels: u32;
  erasedRows: u32;
  erasedColumns: u32;
  /** Bounds of a number with noise: [0, 1] for pixels, beyond all numbers for signals. */
  least: f32;
  greatest: f32;
  /** What a missing number is set to. */
  neutral: f32;
}

/** Builds the samples of one chunk. */
export function assembleRows(request: BatchRequest, chunk: usize): void {
  const from = chunk * CHUNK_ROWS;
  const to = min(from + CHUNK_ROWS, <usize>request.rows);
  for (let row = from; row < to; row++) assembleRow(request, row);
}

function assembleRow(request: BatchRequest, row: usize): void {
  const size = <usize>request.size;
  const sample = load<u32>(request.indices + row * 4);
  const hasNoisyInput = request.input != 0;
  const drops = request.drops != 0;
  const target = request.target + row * size * 4;
  const input = request.input + row * size * 4;
  const values = request.values + row * size * (request.areBytes ? 1 : 4);
  for (let at: usize = 0; at < size; at += 16) {
    // One hash serves four inputs: lane g of the words belongs to the four inputs of group g.
    if (drops) hash(request.dropSeed, request.step, sample, <u32>at / 4);
    const low01 = v128.shuffle<i32>(word0, word1, 0, 4, 1, 5);
    const high01 = v128.shuffle<i32>(word0, word1, 2, 6, 3, 7);
    const low23 = v128.shuffle<i32>(word2, word3, 0, 4, 1, 5);
    const high23 = v128.shuffle<i32>(word2, word3, 2, 6, 3, 7);
    const end = min(size, at + 16);
    for (let i = at, group = 0; i < end; i += 4, group++) {
      const count = min<usize>(4, size - i);
      const clean = pixels(request, values, i, count);
      put(clean, target + i * 4, count);
      if (!hasNoisyInput) continue;
      let x = corrupted(request, clean, sample, <u32>i);
      if (drops) {
        const low = group < 2 ? low01 : high01;
        const high = group < 2 ? low23 : high23;
        const word = group & 1 ? v128.shuffle<i64>(low, high, 1, 3) : v128.shuffle<i64>(low, high, 0, 2);
        const isKept = i32x4.ge_s(upperBits(word), i32x4.splat(request.dropBelow));
        x = v128.and(isKept, f32x4.div(x, f32x4.splat(request.kept)));
      }
      put(x, input + i * 4, count);
    }
  }
  if (request.noise == BLOCK) erase(request, input, sample);
}

/** Up to four pixels of a sample, starting at pixel `i`. */
// @ts-ignore: decorator
@inline
function pixels(request: BatchRequest, values: usize, i: usize, count: usize): v128 {
  if (!request.areBytes) {
    if (count == 4) return v128.load(values + i * 4);
    let some = f32x4.splat(load<f32>(values + i * 4));
    if (count > 1) some = f32x4.replace_lane(some, 1, load<f32>(values + i * 4, 4));
    if (count > 2) some = f32x4.replace_lane(some, 2, load<f32>(values + i * 4, 8));
    return some;
  }
  let bytes: u32;
  if (count == 4) {
    bytes = load<u32>(values + i);
  } else {
    bytes = load<u8>(values + i);
    if (count > 1) bytes |= <u32>load<u8>(values + i, 1) << 8;
    if (count > 2) bytes |= <u32>load<u8>(values + i, 2) << 16;
  }
  const words = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(i32x4.splat(bytes)));
  return f32x4.mul(f32x4.convert_i32x4_u(words), f32x4.splat(<f32>(1.0 / 255)));
}

/** Four pixels with noise; a block is erased afterwards. */
// @ts-ignore: decorator
@inline
function corrupted(request: BatchRequest, clean: v128, sample: u32, pixel: u32): v128 {
  const noise = request.noise;
  if (noise == 0 || noise == BLOCK) return clean;
  hash(request.seed, request.step, sample, pixel);
  if (noise == GAUSSIAN) {
    return bounded(request, f32x4.add(clean, f32x4.mul(f32x4.splat(request.level), normalsOfWords())));
  }
  const isStruck = i32x4.lt_s(upperBits(word0), i32x4.splat(request.struckBelow));
  if (noise == MASKING) return v128.bitselect(f32x4.splat(request.neutral), clean, isStruck);
  if (noise == IMPULSES) return v128.bitselect(bounded(request, outliers()), clean, isStruck);
  return v128.bitselect(f32x4.convert_i32x4_u(i32x4.shr_u(word1, 31)), clean, isStruck);
}

// @ts-ignore: decorator
@inline
function bounded(request: BatchRequest, x: v128): v128 {
  return f32x4.pmin(f32x4.pmax(x, f32x4.splat(request.least)), f32x4.splat(request.greatest));
}

/** 1/2 + (1 + u) or 1/2 - (1 + u): the sign is the first bit of word 1, u is of word 2. */
// @ts-ignore: decorator
@inline
function outliers(): v128 {
  const share = f32x4.mul(f32x4.convert_i32x4_u(upperBits(word2)), f32x4.splat(1.0 / 16777216));
  const height = f32x4.add(f32x4.splat(1), share);
  const isDown = v128.not(i32x4.shr_s(word1, 31));
  const signed = v128.xor(height, v128.and(isDown, i32x4.splat(0x80000000)));
  return f32x4.add(f32x4.splat(0.5), signed);
}

/** Erases a rectangle at the position given by the hash (src/catalog/corruptions/erasing/block.ts). */
function erase(request: BatchRequest, input: usize, sample: u32): void {
  const rows = request.erasedRows;
  const columns = request.erasedColumns;
  hash(request.seed, request.step, sample, 0);
  const top = placeOf(i32x4.extract_lane(word0, 0), request.height - rows + 1);
  const left = placeOf(i32x4.extract_lane(word1, 0), request.width - columns + 1);
  for (let row = top; row < top + rows; row++) {
    const from = input + (row * request.width + left) * request.channels * 4;
    const end = from + columns * request.channels * 4;
    for (let to = from; to < end; to += 4) {
      store<f32>(to, request.neutral == 0 ? 0 : undropped(request, request.neutral, sample, <u32>(to - input) / 4));
    }
  }
}

/** A number after input dropout, which comes after the noise: 0, or scaled up. */
function undropped(request: BatchRequest, value: f32, sample: u32, pixel: u32): f32 {
  if (!request.drops) return value;
  hash(request.dropSeed, request.step, sample, pixel / 4);
  const lane = pixel & 3;
  const word = lane == 0 ? word0 : lane == 1 ? word1 : lane == 2 ? word2 : word3;
  return <u32>i32x4.extract_lane(upperBits(word), 0) < request.dropBelow ? 0 : value / request.kept;
}

/** A uniform integer below `places`, from a word of the hash. */
function placeOf(word: u32, places: u32): u32 {
  return <u32>floor((<f64>(word >> 8) / 16777216) * places);
}

/** Standard normal numbers for one sample's code. */
export function drawCode(to: usize, codeSize: u32, seed: u32, step: u32, sample: u32): void {
  for (let i: u32 = 0; i < codeSize; i += 4) {
    hash(seed, step, sample, i);
    put(normalsOfWords(), to + i * 4, min<usize>(4, codeSize - i));
  }
}

/** Stores the first `count` lanes. */
// @ts-ignore: decorator
@inline
function put(x: v128, to: usize, count: usize): void {
  if (count == 4) {
    v128.store(to, x);
    return;
  }
  v128.store_lane<f32>(to, x, 0);
  if (count > 1) v128.store_lane<f32>(to, x, 1, 4);
  if (count > 2) v128.store_lane<f32>(to, x, 2, 8);
}
