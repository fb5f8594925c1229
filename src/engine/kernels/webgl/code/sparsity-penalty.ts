// `SparsityPenalty` and its gradient, of each activation, or of each unit's mean over the batch.
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { registerSparsityPenalty, withinMargin, type Penalty } from '../../gpu/sparsity-penalty';
import { SparsityPenalty, SparsityPenaltyGradient } from '../../training-kernels';
import { columnSumOf } from '../column-sum';
import { elementwise } from '../elementwise';
import { runPass } from '../gpu-pass';
import { webglRegistration } from '../kernel-registration';
import { insideOf } from '../products/inside-glsl';
import { nanGlsl } from '../products/nan-glsl';
import { scalarSum } from '../programs/scalar-sum';
import { withScalar, type ScalarInput } from '../programs/scalar-input';
import { makeOutput, withPacked } from '../tensor-texture';

const declarations = `
${nanGlsl}
uniform float rho;
vec4 within(vec4 z) { return ${withinMargin}; }`;

/** Installs both kernels; returns a function that removes them. */
export function installSparsityPenalty(): () => void {
  return registerSparsityPenalty(webglRegistration, penaltyOf, (backend, penalty, dy) =>
    withScalar(backend, dy, 1 / penalty.rows, (scalar) => gradientOf(backend, penalty, scalar)),
  );
}

function penaltyOf(backend: MathBackendWebGL, { key, ofMean, value, rho, codes, rows }: Penalty): TensorInfo {
  const share = 1 / rows;
  const sums = ofMean ? columnSumOf(backend, codes) : null;
  const total = scalarSum(backend, {
    key: `${SparsityPenalty} ${key}`,
    inputs: { given: sums ?? codes },
    declarations: `${declarations} uniform float share;`,
    body: `vec4 z = ${ofMean ? 'share * given' : 'given'};`,
    summand: value,
    floats: { rho, share },
    scale: ofMean ? 1 : share,
  });
  if (sums) backend.disposeIntermediateTensorInfo(sums);
  return total;
}

function gradientOf(
  backend: MathBackendWebGL,
  { key: penalty, ofMean, slope, rho, codes, rows, columns }: Penalty,
  scalar: ScalarInput,
): TensorInfo {
  const key = `${SparsityPenaltyGradient} ${penalty} ${scalar.key}`;
  if (!ofMean) {
    return elementwise(backend, {
      key,
      inputs: { z: codes },
      declarations: `${declarations} ${scalar.glsl}`,
      results: [`scaled() * ${slope}`],
      floats: { rho, ...scalar.floats },
      reads: scalar.reads,
    })[0] as TensorInfo;
  }
  const sums = columnSumOf(backend, codes);
  const { info, placed } = makeOutput(backend, [rows, columns], true);
  const inside = insideOf(placed);
  withPacked(backend, [sums], ([held]) => {
    if (!held) return;
    runPass(backend, {
      key: `${key} ${inside.key}`,
      source: () => ofMeanSource(slope, inside.glsl, scalar.glsl),
      reads: { sums: held, ...scalar.reads },
      floats: { rho, share: 1 / rows, ...scalar.floats },
      ints: { ...inside.ints, layout_: [placed.width, Math.ceil(columns / 2)] },
      targets: [placed],
      width: placed.width,
      height: placed.height,
    });
  });
  backend.disposeIntermediateTensorInfo(sums);
  return info;
}

/** Every row of the gradient is the same. */
function ofMeanSource(slope: string, inside: string, scalar: string): string {
  return `
uniform sampler2D sums;
uniform ivec2 layout_; // widths of texture and matrix in texels
uniform float share;
${inside}
${declarations}
${scalar}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  int column = (at.y * layout_.x + at.x) % layout_.y, wide = textureSize(sums, 0).x;
  vec4 z = share * texelFetch(sums, ivec2(column % wide, column / wide), 0).xyxy;
  made0 = inside(scaled() * ${slope}, at);
}`;
}
