// The tile of pixel-sums.ts: six positions whose sums stay in registers until all terms are added, as in gather-tile.ts. Each lane
// holds the terms of every fourth output channel; the last step adds the four lanes.
import { multiplyAdd } from './multiply-add';

/** Positions of a tile, and of that of signals (pixel-signals.ts). */
export const TILE_POSITIONS: usize = 6;
export const SIGNAL_POSITIONS: usize = 4;

/**
 * One channel of the pixels of some tiles, of which a position has two side by side: each pixel is the sum of frame[rows[i] + steps[k]] * weights[k] over the steps and over
 * four lanes, plus a bias, or the floor if that is more.
 *
 * @param tiles at least 1
 * @param frame address that the offsets are relative to
 * @param rows `6 tiles` offsets of 32 bits
 * @param steps offsets of 32 bits: first of the terms that both pixels have, then of those that only the first has
 * @param both end of the first ones
 * @param end of all
 * @param weights four for each pixel of a step
 * @param pixels address that the offsets of the pixels are relative to
 * @param places `6 tiles` offsets of 32 bits
 * @param next bytes from a pixel to the next
 * @param bias four times
 * @param floor four times: 0 for ReLU, minus infinity for none
 */
// @ts-ignore: decorator
@inline
export function sumTiles(
  tiles: usize,
  frame: usize,
  rows: usize,
  steps: usize,
  both: usize,
  end: usize,
  weights: usize,
  pixels: usize,
  places: usize,
  next: usize,
  bias: v128,
  floor: v128,
): void {
  do {
    const row0 = frame + load<u32>(rows, 0);
    const row1 = frame + load<u32>(rows, 4);
    const row2 = frame + load<u32>(rows, 8);
    const row3 = frame + load<u32>(rows, 12);
    const row4 = frame + load<u32>(rows, 16);
    const row5 = frame + load<u32>(rows, 20);
    let a0 = f32x4.splat(0), a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0;
    let b0 = a0, b1 = a0, b2 = a0, b3 = a0, b4 = a0, b5 = a0;
    let step = steps;
    let w = weights;
    for (; step < both; step += 4, w += 32) {
      const at = load<u32>(step);
      const w0 = v128.load(w);
      const w1 = v128.load(w, 16);
      let x = v128.load(row0 + at);
      a0 = multiplyAdd(x, w0, a0);
      b0 = multiplyAdd(x, w1, b0);
      x = v128.load(row1 + at);
      a1 = multiplyAdd(x, w0, a1);
      b1 = multiplyAdd(x, w1, b1);
      x = v128.load(row2 + at);
      a2 = multiplyAdd(x, w0, a2);
      b2 = multiplyAdd(x, w1, b2);
      x = v128.load(row3 + at);
      a3 = multiplyAdd(x, w0, a3);
      b3 = multiplyAdd(x, w1, b3);
      x = v128.load(row4 + at);
      a4 = multiplyAdd(x, w0, a4);
      b4 = multiplyAdd(x, w1, b4);
      x = v128.load(row5 + at);
      a5 = multiplyAdd(x, w0, a5);
      b5 = multiplyAdd(x, w1, b5);
    }
    for (; step < end; step += 4, w += 16) {
      const at = load<u32>(step);
      const w0 = v128.load(w);
      a0 = multiplyAdd(v128.load(row0 + at), w0, a0);
      a1 = multiplyAdd(v128.load(row1 + at), w0, a1);
      a2 = multiplyAdd(v128.load(row2 + at), w0, a2);
      a3 = multiplyAdd(v128.load(row3 + at), w0, a3);
      a4 = multiplyAdd(v128.load(row4 + at), w0, a4);
      a5 = multiplyAdd(v128.load(row5 + at), w0, a5);
    }
    storePairs(finish(addLanes(a0, b0, a1, b1), bias, floor), pixels + load<u32>(places), pixels + load<u32>(places, 4), next);
    storePairs(finish(addLanes(a2, b2, a3, b3), bias, floor), pixels + load<u32>(places, 8), pixels + load<u32>(places, 12), next);
    storePairs(finish(addLanes(a4, b4, a5, b5), bias, floor), pixels + load<u32>(places, 16), pixels + load<u32>(places, 20), next);
    rows += TILE_POSITIONS * 4;
    places += TILE_POSITIONS * 4;
  } while (--tiles > 0);
}

// @ts-ignore: decorator
@inline
export function finish(sums: v128, bias: v128, floor: v128): v128 {
  return f32x4.pmax(f32x4.add(sums, bias), floor);
}

// @ts-ignore: decorator
@inline
function storePairs(pairs: v128, first: usize, second: usize, next: usize): void {
  if (next == 4) {
    v128.store_lane<f64>(first, pairs, 0);
    v128.store_lane<f64>(second, pairs, 1);
  } else {
    v128.store_lane<f32>(first, pairs, 0);
    v128.store_lane<f32>(first + next, pairs, 1);
    v128.store_lane<f32>(second, pairs, 2);
    v128.store_lane<f32>(second + next, pairs, 3);
  }
}

/** The sum of the lanes of each of four vectors. */
// @ts-ignore: decorator
@inline
export function addLanes(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7));
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 2, 6, 3, 7));
  return f32x4.add(v128.shuffle<f64>(ab, cd, 0, 2), v128.shuffle<f64>(ab, cd, 1, 3));
}
