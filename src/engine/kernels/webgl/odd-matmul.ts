// tfjs's matrix product for WebGL reads 2 x 2 blocks of a texture (MatMulPackedProgram). Where the side that is summed over
// is odd, it adds what lies beside the matrix in the last block, and elementwise operations leave anything there:
// `tf.add(x, 1)` leaves ones. Batches and layers of odd sizes would so get wrong gradients without a word. Here such
// matrices get a row or column of zeros first.
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
let mended = false;

/** Makes both matrix products of tfjs for WebGL right for odd sides, before ours take their places. Doing it again does nothing. */
export function mendOddMatMul(): void {
  if (mended) return;
  mended = true;
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

/** The tensor with one more entry, 0, along `axis`. */
function withZeros(x: TensorInfo, axis: number, backend: KernelBackend): TensorInfo {
  const paddings = x.shape.map((_, side) => [0, side === axis ? 1 : 0]);
  const attrs = { paddings, constantValue: 0 };
  return getKernel(PadV2, backendName).kernelFunc({ inputs: { x }, attrs, backend }) as TensorInfo;
}
