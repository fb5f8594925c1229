// `SparsityPenalty` and its gradient. The formulas are those of catalog/sparsity: of each activation, or of each unit's mean over the batch.
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { kindOf } from '../../../../catalog/kinds/kind';
import { activationMargin } from '../../../../catalog/sparsity/kl';
import { SparsityPenalty, SparsityPenaltyGradient, type SparsityPenaltyAttrs } from '../../training-kernels';
import { columnSumOf } from '../column-sum';
import { elementwise } from '../elementwise';
import { runPass } from '../gpu-pass';
import { addKernel } from '../kernel-registration';
import { insideOf } from '../products/inside-glsl';
import { nanGlsl } from '../products/nan-glsl';
import { scalarSum } from '../programs/scalar-sum';
import { withScalar, type ScalarInput } from '../programs/scalar-input';
import { makeOutput, withPacked } from '../tensor-texture';

interface PenaltySource {
  /** Whether a unit pays for its mean over the batch, else for each activation. */
  ofMean: boolean;
  /** The penalty of `z`, an activation or a mean, and its derivative; `rho` is the target. */
  value: string;
  slope: string;
}

const margin = activationMargin.toExponential();

/** The penalties that the kernels can compute. */
const penalties: Readonly<Record<string, PenaltySource>> = {
  l1: { ofMean: false, value: 'abs(z)', slope: 'sign(z)' },
  kl: {
    ofMean: true,
    value: 'rho * log(rho / within(z)) + (1.0 - rho) * log((1.0 - rho) / (1.0 - within(z)))',
    slope: '(1.0 - rho) / (1.0 - within(z)) - rho / within(z)',
  },
};

const declarations = `
${nanGlsl}
uniform float rho;
vec4 within(vec4 z) { return clamp(z, ${margin}, 1.0 - ${margin}); }`;

/** Installs both kernels; returns a function that removes them. */
export function installSparsityPenalty(): () => void {
  const remove = [
    addKernel<Record<'codes', TensorInfo>, SparsityPenaltyAttrs>(
      SparsityPenalty,
      ({ inputs: { codes }, attrs, backend }) => penaltyOf(backend, codes, attrs),
      penalties,
    ),
    addKernel<Record<'codes' | 'dy', TensorInfo>, SparsityPenaltyAttrs>(
      SparsityPenaltyGradient,
      ({ inputs: { codes, dy }, attrs, backend }) =>
        withScalar(backend, dy, 1 / (codes.shape[0] ?? 1), (scalar) =>
          gradientOf(backend, codes, attrs, scalar),
        ),
      penalties,
    ),
  ];
  return () => remove.forEach((undo) => undo());
}

function penaltyOf(
  backend: MathBackendWebGL,
  codes: TensorInfo,
  { penalty, rho }: SparsityPenaltyAttrs,
): TensorInfo {
  const { ofMean, value } = kindOf(penalties, penalty);
  const share = 1 / (codes.shape[0] ?? 1);
  const sums = ofMean ? columnSumOf(backend, codes) : null;
  const total = scalarSum(backend, {
    key: `${SparsityPenalty} ${penalty}`,
    inputs: { given: sums ?? codes },
    declarations: `${declarations} uniform float share;`,
    body: `vec4 z = ${ofMean ? 'share * given' : 'given'};`,
    summand: `withNaN(${value}, z)`,
    floats: { rho, share },
    scale: ofMean ? 1 : share,
  });
  if (sums) backend.disposeIntermediateTensorInfo(sums);
  return total;
}

function gradientOf(
  backend: MathBackendWebGL,
  codes: TensorInfo,
  { penalty, rho }: SparsityPenaltyAttrs,
  scalar: ScalarInput,
): TensorInfo {
  const { ofMean, slope } = kindOf(penalties, penalty);
  const key = `${SparsityPenaltyGradient} ${penalty} ${scalar.key}`;
  if (!ofMean) {
    return elementwise(backend, {
      key,
      inputs: { z: codes },
      declarations: `${declarations} ${scalar.glsl}`,
      results: [`scaled() * withNaN(${slope}, z)`],
      floats: { rho, ...scalar.floats },
      reads: scalar.reads,
    })[0] as TensorInfo;
  }
  const [rows = 1, columns = 1] = codes.shape;
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
  made0 = inside(scaled() * withNaN(${slope}, z), at);
}`;
}
