// The convolution of signals of one channel with three taps, and the gradient of its filter. Both read the signals in place. Only the
// positions whose taps reach over an end read a copy, with zeros.
import { ConvolutionPlan } from './convolution-plan';
import { multiplyAdd } from './multiply-add';

/** Positions that are visited together, while what is written stays in the first-level cache. */
const MOST_POSITIONS: usize = 128;

/**
 * Some signals: y = max(bias + convolution of x, least), or filter += its gradient.
 *
 * @param count signals, at least 1
 * @param x `[count, inWidth]`
 * @param filter `[3, outChannels]`, read or added to
 * @param bias `[outChannels]`; 0 for none
 * @param y `[count, outWidth, outChannels]`, written; or dy, read
 * @param least 0 for ReLU, minus infinity for none
 * @param copy room for three numbers
 */
export function visitSignals(
  isGradient: bool,
  plan: ConvolutionPlan,
  count: usize,
  x: usize,
  filter: usize,
  bias: usize,
  y: usize,
  least: f32,
  copy: usize,
): void {
  const stride = plan.outChannels * 4;
  const step = plan.strideWidth;
  const width = plan.inWidth;
  const floor = f32x4.splat(least);
  for (; count > 0; count--, x += width * 4) {
    for (let position: usize = 0; position < plan.outWidth; ) {
      // Below 0, in front of the signal, it is more than any width.
      const first = position * step - plan.padLeft;
      let from = x + first * 4;
      let positions: usize = 1;
      if (first < width && first + 3 <= width) {
        positions = min(min((width - 3 - first) / step + 1, plan.outWidth - position), MOST_POSITIONS);
      } else {
        for (let tap: usize = 0; tap < 3; tap++) {
          const at = first + tap;
          store<f32>(copy + tap * 4, at < width ? load<f32>(x + at * 4) : 0);
        }
        from = copy;
      }
      for (let column: usize = 0; column < stride; column += 32) {
        const top = filter + column;
        if (isGradient) addProducts(positions, from, step * 4, y + column, stride, top);
        else multiplyThree(positions, from, step * 4, top, stride, bias ? bias + column : 0, y + column, floor);
      }
      y += positions * stride;
      position += positions;
    }
  }
}

/** Eight columns of y. */
// @ts-ignore: decorator
@inline
function multiplyThree(
  count: usize,
  x: usize,
  step: usize,
  filter: usize,
  stride: usize,
  bias: usize,
  y: usize,
  floor: v128,
): void {
  const a0 = v128.load(filter);
  const a1 = v128.load(filter, 16);
  const b0 = v128.load(filter + stride);
  const b1 = v128.load(filter + stride, 16);
  const c0 = v128.load(filter + 2 * stride);
  const c1 = v128.load(filter + 2 * stride, 16);
  const d0 = bias ? v128.load(bias) : f32x4.splat(0);
  const d1 = bias ? v128.load(bias, 16) : f32x4.splat(0);
  do {
    const x0 = v128.load32_splat(x);
    const x1 = v128.load32_splat(x, 4);
    const x2 = v128.load32_splat(x, 8);
    const y0 = multiplyAdd(x2, c0, multiplyAdd(x1, b0, multiplyAdd(x0, a0, d0)));
    const y1 = multiplyAdd(x2, c1, multiplyAdd(x1, b1, multiplyAdd(x0, a1, d1)));
    v128.store(y, f32x4.pmax(y0, floor));
    v128.store(y, f32x4.pmax(y1, floor), 16);
    x += step;
    y += stride;
  } while (--count > 0);
}

/** Eight columns of the three rows of the gradient. Every other position has sums of its own, so that none waits for the one before. */
// @ts-ignore: decorator
@inline
function addProducts(count: usize, x: usize, step: usize, dy: usize, stride: usize, to: usize): void {
  const to1 = to + stride;
  const to2 = to1 + stride;
  let a0 = v128.load(to), a1 = v128.load(to, 16);
  let b0 = v128.load(to1), b1 = v128.load(to1, 16);
  let c0 = v128.load(to2), c1 = v128.load(to2, 16);
  let d0 = f32x4.splat(0), d1 = d0, e0 = d0, e1 = d0, f0 = d0, f1 = d0;
  for (;;) {
    let y0 = v128.load(dy);
    let y1 = v128.load(dy, 16);
    let z = v128.load32_splat(x);
    a0 = multiplyAdd(z, y0, a0);
    a1 = multiplyAdd(z, y1, a1);
    z = v128.load32_splat(x, 4);
    b0 = multiplyAdd(z, y0, b0);
    b1 = multiplyAdd(z, y1, b1);
    z = v128.load32_splat(x, 8);
    c0 = multiplyAdd(z, y0, c0);
    c1 = multiplyAdd(z, y1, c1);
    if (count == 1) break;
    x += step;
    dy += stride;
    y0 = v128.load(dy);
    y1 = v128.load(dy, 16);
    z = v128.load32_splat(x);
    d0 = multiplyAdd(z, y0, d0);
    d1 = multiplyAdd(z, y1, d1);
    z = v128.load32_splat(x, 4);
    e0 = multiplyAdd(z, y0, e0);
    e1 = multiplyAdd(z, y1, e1);
    z = v128.load32_splat(x, 8);
    f0 = multiplyAdd(z, y0, f0);
    f1 = multiplyAdd(z, y1, f1);
    count -= 2;
    if (count == 0) break;
    x += step;
    dy += stride;
  }
  v128.store(to, f32x4.add(a0, d0));
  v128.store(to, f32x4.add(a1, d1), 16);
  v128.store(to1, f32x4.add(b0, e0));
  v128.store(to1, f32x4.add(b1, e1), 16);
  v128.store(to2, f32x4.add(c0, f0));
  v128.store(to2, f32x4.add(c1, f1), 16);
}
