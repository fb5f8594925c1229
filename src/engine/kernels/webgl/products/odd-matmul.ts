// Works around a bug in tfjs's WebGL matrix product, which reads 2 x 2 blocks of a texture (MatMulPackedProgram). If the summed
// dimension is odd, it also adds the padding in the last block, where elementwise ops leave arbitrary values: `tf.add(x, 1)`
// leaves ones. Batches and layers of odd sizes would silently get wrong gradients. Such matrices therefore get an extra row or
// column of zeros first.
import {
  _FusedMatMul,
  BatchMatMul,
  getKernel,
  PadV2,
  registerKernel,
  unregisterKernel,
  type BatchMatMulAttrs,
  type KernelBackend,
  type KernelConfig,
  type KernelFunc,
  type TensorInfo,
} from '@tensorflow/tfjs-core';

const backendName = 'webgl';
let installed = false;

/**
 * Fixes both of tfjs's matrix products on WebGL for odd dimensions. Call it before our kernels replace them; a second call does
 * nothing.
 */
export function fixOddMatMul(): void {
  if (installed) return;
  installed = true;
  for (const kernelName of [BatchMatMul, _FusedMatMul]) {
    const original = getKernel(kernelName, backendName);
    unregisterKernel(kernelName, backendName);
    registerKernel({ ...original, kernelFunc: withEvenInnerSide(original) });
  }
}

function withEvenInnerSide({ kernelFunc }: KernelConfig): KernelFunc {
  return (call) => {
    const { transposeA, transposeB } = call.attrs as unknown as BatchMatMulAttrs;
    const { a, b } = call.inputs as { a: TensorInfo; b: TensorInfo };
    const innerOfA = a.shape.length - (transposeA ? 2 : 1);
    const innerOfB = b.shape.length - (transposeB ? 1 : 2);
    if ((a.shape[innerOfA] ?? 0) % 2 === 0 || a.shape[innerOfA] !== b.shape[innerOfB])
      return kernelFunc(call);
    const backend = call.backend as unknown as KernelBackend;
    const padded = { a: withZeros(a, innerOfA, backend), b: withZeros(b, innerOfB, backend) };
    const product = kernelFunc({ ...call, inputs: { ...call.inputs, ...padded } });
    backend.disposeData(padded.a.dataId);
    backend.disposeData(padded.b.dataId);
    return product;
  };
}

/** The tensor with one more entry of 0 along `axis`. */
function withZeros(x: TensorInfo, axis: number, backend: KernelBackend): TensorInfo {
  const paddings = x.shape.map((_, side) => [0, side === axis ? 1 : 0]);
  const attrs = { paddings, constantValue: 0 };
  return getKernel(PadV2, backendName).kernelFunc({ inputs: { x }, attrs, backend }) as TensorInfo;
}
