// The values of a data set on the graphics card, four to a texel, one after the other. They go there once each: as far as
// they have arrived whenever a batch asks for one that is not there yet.
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { env } from '@tensorflow/tfjs-core';
import { sampleSize, type Samples } from '../../../core/samples';
import { atRelease, contextOf } from './gpu-pass';

/** Texels in a row, where textures may be so wide. A power of two, so that the shader finds a texel by shifting. */
const widest = 4096;
const inTexel = 4;

export interface SampleTexture {
  texture: WebGLTexture;
  /** Texels in a row are 2 to the power of this. */
  widthBits: number;
}

interface Stored extends SampleTexture {
  /** Rows of texels that are there. */
  rows: number;
}

/** By their values: a data set may be described by more than one object. */
type Store = WeakMap<Samples['values'], Stored>;
const stores = new WeakMap<MathBackendWebGL, Store>();

/**
 * The texture of a data set, of bytes (`usampler2D`) or floats (`sampler2D`) as they are stored, with at least the first
 * `count` samples; null where it is larger than a texture can be. It is freed when the values are.
 */
export function sampleTexture(
  backend: MathBackendWebGL,
  { values, shape }: Samples,
  count: number,
): SampleTexture | null {
  const gl = contextOf(backend);
  let store = stores.get(backend);
  if (!store) stores.set(backend, (store = new WeakMap()));
  let stored = store.get(values) ?? null;
  if (!stored) {
    stored = create(backend, values);
    if (!stored) return null;
    store.set(values, stored);
  }
  const rowLength = inTexel << stored.widthBits;
  const wanted = Math.ceil((count * sampleSize(shape)) / rowLength);
  if (wanted > stored.rows) {
    upload(gl, stored, values, wanted);
    // the last row may go on with samples that have not arrived: it is sent again with them
    const whole = Math.floor((count * sampleSize(shape)) / rowLength);
    stored.rows = count * sampleSize(shape) >= values.length ? wanted : whole;
  }
  return stored;
}

function create(backend: MathBackendWebGL, values: Samples['values']): Stored | null {
  const gl = contextOf(backend);
  const most = env().getNumber('WEBGL_MAX_TEXTURE_SIZE');
  const widthBits = Math.floor(Math.log2(Math.min(widest, most)));
  const height = Math.ceil(values.length / (inTexel << widthBits));
  if (height > most) return null;
  const texture = gl.createTexture();
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  const format = values instanceof Uint8Array ? gl.RGBA8UI : gl.RGBA32F;
  gl.texStorage2D(gl.TEXTURE_2D, 1, format, 1 << widthBits, Math.max(1, height));
  freeWith(backend, values, texture);
  return { texture, widthBits, rows: 0 };
}

/** Sends the rows that are missing up to row `end`. */
function upload(gl: WebGL2RenderingContext, stored: Stored, values: Samples['values'], end: number): void {
  const { texture, widthBits, rows } = stored;
  const width = 1 << widthBits;
  const rowLength = width * inTexel;
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(gl.TEXTURE_2D, texture);
  const [format, type] =
    values instanceof Uint8Array ? [gl.RGBA_INTEGER, gl.UNSIGNED_BYTE] : [gl.RGBA, gl.FLOAT];
  const send = (row: number, height: number, from: Samples['values']) => {
    if (height > 0) gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, row, width, height, format, type, from);
  };
  const whole = Math.min(end, Math.floor(values.length / rowLength));
  send(rows, whole - rows, values.subarray(rows * rowLength, whole * rowLength));
  if (end <= whole) return;
  // the last row of all is not full
  const rest = values instanceof Uint8Array ? new Uint8Array(rowLength) : new Float32Array(rowLength);
  rest.set(values.subarray(whole * rowLength));
  send(whole, 1, rest);
}

/** The garbage collector knows nothing of a graphics card's memory, but it tells when the values are gone. */
const dropped = new FinalizationRegistry<() => void>((free) => {
  free();
});

function freeWith(backend: MathBackendWebGL, values: Samples['values'], texture: WebGLTexture): void {
  const gl = contextOf(backend);
  // deleting it twice does no harm
  const free = () => {
    gl.deleteTexture(texture);
  };
  dropped.register(values, free);
  atRelease(backend, () => {
    free();
    stores.delete(backend);
  });
}
