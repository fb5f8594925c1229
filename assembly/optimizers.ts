// Updates a parameter and its optimizer state in place, in one pass: memory bandwidth is the limit, so each number is read and
// written once. Four at a time, then the last one to three singly. Decay rates are double precision, so that 1 - beta is rounded
// only once (in single precision 1 - 0.999 has a relative error of 5e-5). In all of them a gradient enters times `scale`
// (clipping), and the parameter shrinks to `keep` times itself before the update (decoupled weight decay, Loshchilov and Hutter
// 2019); a factor of 1 changes no bit.
import { multiplyAdd } from './multiply-add';

/**
 * Adam (Kingma and Ba 2015, algorithm 1, in the order of computation given at the end of its section 2):
 * m = beta1 m + (1 - beta1) g;  v = beta2 v + (1 - beta2) g^2;  p = p - stepSize m / (sqrt(v) + epsilon).
 */
export function adamUpdate(
  count: usize,
  param: usize,
  gradient: usize,
  firstMoment: usize,
  secondMoment: usize,
  stepSize: f32,
  beta1: f64,
  beta2: f64,
  epsilon: f32,
  scale: f32,
  keep: f32,
): void {
  const keepFirst = <f32>beta1;
  const takeFirst = <f32>(1 - beta1);
  const keepSecond = <f32>beta2;
  const takeSecond = <f32>(1 - beta2);
  const end = count * 4;
  const vectorEnd = end & ~15;
  let at: usize = 0;
  for (; at < vectorEnd; at += 16) {
    const g = f32x4.mul(v128.load(gradient + at), f32x4.splat(scale));
    const m = multiplyAdd(f32x4.splat(keepFirst), v128.load(firstMoment + at), f32x4.mul(f32x4.splat(takeFirst), g));
    const v = multiplyAdd(
      f32x4.splat(keepSecond),
      v128.load(secondMoment + at),
      f32x4.mul(f32x4.splat(takeSecond), f32x4.mul(g, g)),
    );
    const step = f32x4.div(f32x4.mul(f32x4.splat(stepSize), m), f32x4.add(f32x4.sqrt(v), f32x4.splat(epsilon)));
    v128.store(firstMoment + at, m);
    v128.store(secondMoment + at, v);
    v128.store(param + at, f32x4.sub(f32x4.mul(v128.load(param + at), f32x4.splat(keep)), step));
  }
  for (; at < end; at += 4) {
    const g = load<f32>(gradient + at) * scale;
    const m = keepFirst * load<f32>(firstMoment + at) + takeFirst * g;
    const v = keepSecond * load<f32>(secondMoment + at) + takeSecond * g * g;
    store<f32>(firstMoment + at, m);
    store<f32>(secondMoment + at, v);
    store<f32>(param + at, load<f32>(param + at) * keep - (stepSize * m) / (sqrt<f32>(v) + epsilon));
  }
}

/**
 * RMSProp (Tieleman and Hinton 2012, lecture 6.5):
 * s = decay s + (1 - decay) g^2;  p = p - learningRate g / (sqrt(s) + epsilon).
 */
export function rmsPropUpdate(
  count: usize,
  param: usize,
  gradient: usize,
  meanSquare: usize,
  learningRate: f32,
  decay: f64,
  epsilon: f32,
  scale: f32,
  keep: f32,
): void {
  const keepSquare = <f32>decay;
  const takeSquare = <f32>(1 - decay);
  const end = count * 4;
  const vectorEnd = end & ~15;
  let at: usize = 0;
  for (; at < vectorEnd; at += 16) {
    const g = f32x4.mul(v128.load(gradient + at), f32x4.splat(scale));
    const s = multiplyAdd(
      f32x4.splat(keepSquare),
      v128.load(meanSquare + at),
      f32x4.mul(f32x4.splat(takeSquare), f32x4.mul(g, g)),
    );
    const step = f32x4.div(f32x4.mul(f32x4.splat(learningRate), g), f32x4.add(f32x4.sqrt(s), f32x4.splat(epsilon)));
    v128.store(meanSquare + at, s);
    v128.store(param + at, f32x4.sub(f32x4.mul(v128.load(param + at), f32x4.splat(keep)), step));
  }
  for (; at < end; at += 4) {
    const g = load<f32>(gradient + at) * scale;
    const s = keepSquare * load<f32>(meanSquare + at) + takeSquare * g * g;
    store<f32>(meanSquare + at, s);
    store<f32>(param + at, load<f32>(param + at) * keep - (learningRate * g) / (sqrt<f32>(s) + epsilon));
  }
}

/**
 * Gradient descent with momentum (Polyak 1964, in the form of TensorFlow's MomentumOptimizer):
 * v = momentum v + g;  p = p - learningRate v.
 */
export function momentumUpdate(
  count: usize,
  param: usize,
  gradient: usize,
  velocity: usize,
  learningRate: f32,
  momentum: f32,
  scale: f32,
  keep: f32,
): void {
  const end = count * 4;
  const vectorEnd = end & ~15;
  let at: usize = 0;
  for (; at < vectorEnd; at += 16) {
    const g = f32x4.mul(v128.load(gradient + at), f32x4.splat(scale));
    const v = multiplyAdd(f32x4.splat(momentum), v128.load(velocity + at), g);
    const p = f32x4.mul(v128.load(param + at), f32x4.splat(keep));
    v128.store(velocity + at, v);
    v128.store(param + at, multiplyAdd(f32x4.splat(-learningRate), v, p));
  }
  for (; at < end; at += 4) {
    const v = momentum * load<f32>(velocity + at) + load<f32>(gradient + at) * scale;
    store<f32>(velocity + at, v);
    store<f32>(param + at, load<f32>(param + at) * keep - learningRate * v);
  }
}
