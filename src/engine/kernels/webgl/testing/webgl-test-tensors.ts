// Creates tensors in all of tfjs's layouts, for the tests of the WebGL kernels.
import { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';
import { contextOf } from '../gpu-pass';
import { makeOutput } from '../tensor-texture';

/** `uploaded`: as `tf.tensor` creates it. The others are on the GPU: packed with NaN as padding, or unpacked. */
export const layouts = ['uploaded', 'packed', 'unpacked'] as const;
export type TestLayout = (typeof layouts)[number];

/** @throws Error when another backend is current */
export function webglBackend(): MathBackendWebGL {
  const backend = tf.backend();
  if (!(backend instanceof MathBackendWebGL)) throw new Error('this is not the WebGL backend');
  return backend;
}

/** A tensor of `numbers` in a layout. */
export function tensorIn(layout: TestLayout, numbers: Float32Array, shape: number[]): tf.Tensor {
  if (layout === 'uploaded') return tf.tensor(numbers, shape, 'float32');
  const backend = webglBackend();
  const gl = contextOf(backend);
  const isPacked = layout === 'packed';
  const { info, placed } = makeOutput(backend, shape, isPacked);
  const { texture, width, height } = placed;
  const all = new Float32Array(width * height * (isPacked ? 4 : 1)).fill(Number.NaN);
  const [rows, columns] = [shape.at(-2) ?? 1, shape.at(-1) ?? 1];
  const [high, wide] = [Math.ceil(rows / 2), Math.ceil(columns / 2)];
  numbers.forEach((value, i) => {
    const [plane, row, column] = [
      Math.floor(i / (rows * columns)),
      Math.floor(i / columns) % rows,
      i % columns,
    ];
    const texel = (plane * high + (row >> 1)) * wide + (column >> 1);
    all[isPacked ? 4 * texel + 2 * (row % 2) + (column % 2) : i] = value;
  });
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, width, height, isPacked ? gl.RGBA : gl.RED, gl.FLOAT, all);
  return tf.engine().makeTensorFromTensorInfo(info);
}

/** The padding of a packed tensor's texture: half texels of odd matrices, and texels beyond the last matrix. */
export function besideOf(tensor: tf.Tensor): number[] {
  const backend = webglBackend();
  const [rows, columns] = [tensor.shape.at(-2) ?? 1, tensor.shape.at(-1) ?? 1];
  const [high, wide] = [Math.ceil(rows / 2), Math.ceil(columns / 2)];
  const matrices = tf.util.sizeFromShape(tensor.shape.slice(0, -2));
  const { texture, texShape } = backend.getDataInfo(tensor.dataId);
  const [height = 1, width = 1] = (texShape ?? []).map((side) => Math.ceil(side / 2));
  if (!texture) throw new Error('the tensor is not on the GPU');
  const all = backend.gpgpu.downloadMatrixFromPackedTexture(texture.texture, height, width);
  return Array.from(all).filter((_, i) => {
    const [texel, lane] = [Math.floor(i / 4), i % 4];
    const row = 2 * (Math.floor(texel / wide) % high) + (lane >> 1);
    const column = 2 * (texel % wide) + (lane % 2);
    return texel >= matrices * high * wide || row >= rows || column >= columns;
  });
}

/** Counts the GPU programs that `work` runs. */
export async function programsIn(work: () => void | Promise<void>): Promise<number> {
  const { gpgpu } = webglBackend();
  const execute = gpgpu.executeProgram.bind(gpgpu);
  let count = 0;
  gpgpu.executeProgram = () => {
    count++;
    execute();
  };
  try {
    await work();
  } finally {
    gpgpu.executeProgram = execute;
  }
  return count;
}
