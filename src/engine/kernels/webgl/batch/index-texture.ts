// The sample indices of a batch: the only upload of each step.
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { atRelease, contextOf } from '../gpu-pass';

interface Held {
  texture: WebGLTexture;
  capacity: number;
}

const textures = new WeakMap<MathBackendWebGL, Held>();

/** `indices` as one row of texels (`usampler2D`), at most the maximum texture width; valid until the next call. */
export function indexTexture(backend: MathBackendWebGL, indices: ArrayLike<number>): WebGLTexture {
  const gl = contextOf(backend);
  gl.activeTexture(gl.TEXTURE0);
  let held = textures.get(backend);
  if (held && held.capacity >= indices.length) gl.bindTexture(gl.TEXTURE_2D, held.texture);
  else {
    if (held) gl.deleteTexture(held.texture);
    else atRelease(backend, () => release(backend));
    held = create(gl, indices.length);
    textures.set(backend, held);
  }
  const numbers = Uint32Array.from(indices);
  gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, indices.length, 1, gl.RED_INTEGER, gl.UNSIGNED_INT, numbers);
  return held.texture;
}

function create(gl: WebGL2RenderingContext, capacity: number): Held {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.R32UI, capacity, 1);
  return { texture, capacity };
}

function release(backend: MathBackendWebGL): void {
  contextOf(backend).deleteTexture(textures.get(backend)?.texture ?? null);
  textures.delete(backend);
}
