// The array texture for the blocks of a matrix product, one block per layer. All products of a backend share it, and it grows
// to the size of the largest.
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { isSoftwareRenderer } from '../../software-renderer';
import { atRelease, contextOf } from '../gpu-pass';
import { blockColumns, blockRows } from './matrix-product-glsl';

const layerCount = blockRows * blockColumns;

interface Layers {
  texture: WebGLTexture;
  width: number;
  height: number;
}

const layersOf = new WeakMap<MathBackendWebGL, Layers>();
const worthwhile = new WeakMap<MathBackendWebGL, boolean>();

/** Whether this backend renders in software and can draw to enough layers at once. */
export function canMakeBlocks(backend: MathBackendWebGL): boolean {
  let answer = worthwhile.get(backend);
  if (answer === undefined) {
    const gl = contextOf(backend);
    const info = gl.getExtension('WEBGL_debug_renderer_info');
    const renderer: unknown = gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
    const most = gl.getParameter(gl.MAX_DRAW_BUFFERS) as number;
    answer = isSoftwareRenderer(String(renderer)) && most >= layerCount;
    worthwhile.set(backend, answer);
  }
  return answer;
}

/** An array texture of eight layers with at least this many texels. Its content is undefined. */
export function blockLayers(backend: MathBackendWebGL, width: number, height: number): WebGLTexture {
  const previous = layersOf.get(backend);
  if (previous && previous.width >= width && previous.height >= height) return previous.texture;
  const gl = contextOf(backend);
  if (previous) gl.deleteTexture(previous.texture);
  else {
    atRelease(backend, () => {
      gl.deleteTexture(layersOf.get(backend)?.texture ?? null);
      layersOf.delete(backend);
    });
  }
  const texture = gl.createTexture();
  const size = {
    width: Math.max(width, previous?.width ?? 0),
    height: Math.max(height, previous?.height ?? 0),
  };
  gl.bindTexture(gl.TEXTURE_2D_ARRAY, texture);
  gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  gl.texStorage3D(gl.TEXTURE_2D_ARRAY, 1, gl.RGBA32F, size.width, size.height, layerCount);
  layersOf.set(backend, { texture, ...size });
  return texture;
}
