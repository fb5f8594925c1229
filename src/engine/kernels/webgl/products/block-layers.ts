// The array texture for the blocks of a matrix product, one block per layer. All products of a backend share it, and it grows
// to the size of the largest.
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { isSoftwareRenderer } from '../../software-renderer';
import { atRelease, contextOf } from '../gpu-pass';

/** Of the largest block. */
const layerCount = 8;

interface Layers {
  texture: WebGLTexture;
  width: number;
  height: number;
}

const layersOf = new WeakMap<MathBackendWebGL, Layers>();
const software = new WeakMap<MathBackendWebGL, boolean>();

/** Texel rows and columns of a product that one run computes. */
export interface BlockShape {
  rows: number;
  columns: number;
}

/** Software gains by every read that a larger block saves; a card also needs many runs, and has caches. */
const blockShapes = { software: { rows: 4, columns: 2 }, card: { rows: 2, columns: 2 } } as const;

let forced: keyof typeof blockShapes | null = null;

/** Makes all backends compute as on one kind of renderer, or (null) each as its own: for tests where there is no card. */
export function forceRenderer(kind: typeof forced): void {
  forced = kind;
}

function isSoftware(backend: MathBackendWebGL): boolean {
  let answer = software.get(backend);
  if (answer === undefined) {
    const gl = contextOf(backend);
    const info = gl.getExtension('WEBGL_debug_renderer_info');
    const renderer: unknown = gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
    const most = gl.getParameter(gl.MAX_DRAW_BUFFERS) as number;
    answer = isSoftwareRenderer(String(renderer)) && most >= layerCount;
    software.set(backend, answer);
  }
  return answer;
}

/** The block that suits the renderer. */
export function blockShapeOf(backend: MathBackendWebGL): BlockShape {
  return blockShapes[forced ?? (isSoftware(backend) ? 'software' : 'card')];
}

/** Texels that one run can compute; WebGL 2 draws to at least four layers at once. */
export function layerLimit(backend: MathBackendWebGL): number {
  const { rows, columns } = blockShapeOf(backend);
  return rows * columns;
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
