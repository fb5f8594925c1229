// `ReconstructionLoss` in two programs (a square of partial sums, then their total), and its gradient in one. The formulas are
// those of catalog/losses, in a form that preserves small values.
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { util, type TensorInfo } from '@tensorflow/tfjs-core';
import { kindOf } from '../../../catalog/kinds/kind';
import {
  ReconstructionLoss,
  ReconstructionLossGradient,
  type ReconstructionLossAttrs,
} from '../training-kernels';
import { elementwise } from './elementwise';
import { runPass } from './gpu-pass';
import { insideOf } from './products/inside-glsl';
import { addKernel } from './kernel-registration';
import { nanGlsl } from './products/nan-glsl';
import { dataOf, makeOutput, requireAlike, withAlike, withPacked } from './tensor-texture';

/** Sides of the square of partial sums. */
const side = 16;

const numbers = `
vec4 sigmoid(vec4 z) { return 1.0 / (1.0 + exp(-z)); }
${nanGlsl}`;

interface LossSource {
  /** The loss of pixels `x`, reconstructed as `p` (from logits `z`). */
  value: string;
  /** Its derivative with respect to `p`; for the cross-entropy with respect to `z`. */
  slope: string;
  declarations?: string;
}

/** The losses that the kernels can compute. */
const losses: Readonly<Record<string, LossSource>> = {
  mse: { value: '(p - x) * (p - x)', slope: '2.0 * (p - x)' },
  mae: { value: 'abs(p - x)', slope: 'sign(p - x)' },
  bce: {
    value: 'max(z, 0.0) - z * x + logOnePlus(exp(-abs(z)))',
    slope: 'sigmoid(z) - x',
    // log(1 + e) = 2 artanh(e / (2 + e)) for e in [0, 1], accurate to the last digits even for small e
    declarations: `
vec4 logOnePlus(vec4 e) {
  vec4 s = e / (2.0 + e), q = s * s;
  return 2.0 * s * (1.0 + q * (1.0 / 3.0 + q * (0.2 + q * (1.0 / 7.0 + q * (1.0 / 9.0 + q * (1.0 / 11.0 + q / 13.0))))));
}`,
  },
};

/** Installs both kernels; returns a function that removes them. */
export function installReconstructionLoss(): () => void {
  const remove = [
    addKernel<Record<'target' | 'logits', TensorInfo>, ReconstructionLossAttrs>(
      ReconstructionLoss,
      ({ inputs, attrs, backend }) => lossOf(backend, inputs, attrs),
      losses,
    ),
    addKernel<Record<'target' | 'logits' | 'dy', TensorInfo>, ReconstructionLossAttrs>(
      ReconstructionLossGradient,
      ({ inputs, attrs, backend }) => gradientOf(backend, inputs, attrs),
      losses,
    ),
  ];
  return () => remove.forEach((undo) => undo());
}

function lossOf(
  backend: MathBackendWebGL,
  { target, logits }: Record<'target' | 'logits', TensorInfo>,
  { loss, sigmoid }: ReconstructionLossAttrs,
): TensorInfo {
  requireAlike(ReconstructionLoss, [target, logits]);
  const partial = makeOutput(backend, [2 * side, 2 * side], true);
  withAlike(backend, [target, logits], ([x, z]) => {
    if (!x || !z) return;
    const inside = insideOf(z);
    runPass(backend, {
      key: `${ReconstructionLoss} ${loss} ${sigmoid} ${inside.key}`,
      source: () => partialSource(kindOf(losses, loss), sigmoid, inside.glsl),
      reads: { xs: x, zs: z },
      ints: { ...inside.ints, size: [z.width, z.height] },
      targets: [partial.placed],
      width: side,
      height: side,
    });
  });
  const total = makeOutput(backend, [], false);
  runPass(backend, {
    key: `${ReconstructionLoss} total`,
    source: () => totalSource,
    reads: { partial: partial.placed },
    floats: { scale: 1 / util.sizeFromShape(logits.shape) },
    targets: [total.placed],
    width: 1,
    height: 1,
  });
  backend.disposeIntermediateTensorInfo(partial.info);
  return total.info;
}

/** Each shader run sums every 16th texel of every 16th row. */
function partialSource({ value, declarations = '' }: LossSource, sigmoid: boolean, inside: string): string {
  return `
uniform sampler2D xs, zs;
uniform ivec2 size;
${inside}
${numbers}
${declarations}
void main() {
  vec4 sum = vec4(0);
  ivec2 at = ivec2(gl_FragCoord.xy);
  for (; at.y < size.y; at.y += ${side}) {
    for (at.x = int(gl_FragCoord.x); at.x < size.x; at.x += ${side}) {
      vec4 x = texelFetch(xs, at, 0), z = texelFetch(zs, at, 0);
      vec4 p = ${sigmoid ? 'sigmoid(z)' : 'z'};
      sum += inside(withNaN(${value}, z), at);
    }
  }
  made0 = sum;
}`;
}

const totalSource = `
uniform sampler2D partial;
uniform float scale;
void main() {
  vec4 total = vec4(0);
  for (int y = 0; y < ${side}; y++) {
    vec4 sum = vec4(0);
    for (int x = 0; x < ${side}; x++) sum += texelFetch(partial, ivec2(x, y), 0);
    total += sum;
  }
  made0 = vec4(scale * (total.r + total.g + total.b + total.a), 0, 0, 0);
}`;

function gradientOf(
  backend: MathBackendWebGL,
  { target: x, logits: z, dy }: Record<'target' | 'logits' | 'dy', TensorInfo>,
  { loss, sigmoid }: ReconstructionLossAttrs,
): TensorInfo {
  const { slope } = kindOf(losses, loss);
  const behind = sigmoid && loss !== 'bce' ? `(${slope}) * p * (1.0 - p)` : slope;
  const run = (program: Pick<Parameters<typeof elementwise>[1], 'floats' | 'reads'>, onCard: boolean) =>
    elementwise(backend, {
      key: `${ReconstructionLossGradient} ${loss} ${sigmoid} ${onCard}`,
      inputs: { x, z },
      declarations: `${numbers} uniform float scale; ${onCard ? 'uniform sampler2D dys;' : ''}`,
      body: `vec4 p = ${sigmoid ? 'sigmoid(z)' : 'z'};
        float dy = ${onCard ? 'scale * texelFetch(dys, ivec2(0), 0).r' : 'scale'};`,
      results: [`dy * withNaN(${behind}, z)`],
      ...program,
    })[0] as TensorInfo;

  const scale = 1 / util.sizeFromShape(z.shape);
  // usually dy is the 1 that tfjs starts from, which was never uploaded
  const { texture, slice, values } = dataOf(backend, dy);
  const value = texture || slice ? undefined : values?.[0];
  if (value !== undefined) return run({ floats: { scale: scale * value } }, false);
  return withPacked(backend, [dy], ([dys]) => run({ floats: { scale }, reads: dys ? { dys } : {} }, true));
}
