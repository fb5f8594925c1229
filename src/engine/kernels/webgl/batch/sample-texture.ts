// The values of a data set in a texture, four per texel in order. Each value is uploaded once: when a batch needs a sample that
// is not there yet, everything loaded so far is uploaded.
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { env } from '@tensorflow/tfjs-core';
import { sampleSize, type Samples } from '../../../../core/samples/samples';
import { atRelease, contextOf } from '../gpu-pass';

/** Texels per row, if textures can be that wide. A power of two, so that the shader can address texels with shifts. */
const widest = 4096;
const inTexel = 4;

export interface SampleTexture {
  texture: WebGLTexture;
  /** Log2 of the texels per row. */
  widthBits: number;
}

interface Stored extends SampleTexture {
  /** Rows of texels uploaded so far. */
  rows: number;
}

/** Keyed by the array of values, since several objects may describe the same data set. */
type Store = WeakMap<Samples['values'], Stored>;
const stores = new WeakMap<MathBackendWebGL, Store>();

/**
 * The texture of a data set, as bytes (`usampler2D`) or floats (`sampler2D`) like the stored values, with at least the first
 * `count` samples; null when a texture cannot be that large. It is freed with the values.
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
    // The last row may continue with samples that have not loaded; it is uploaded again with them.
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

/** Uploads the missing rows up to row `end`. */
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
  // the very last row is not full
  const rest = values instanceof Uint8Array ? new Uint8Array(rowLength) : new Float32Array(rowLength);
  rest.set(values.subarray(whole * rowLength));
  send(whole, 1, rest);
}

/** The garbage collector does not manage GPU memory, but it reports when the values are collected. */
const dropped = new FinalizationRegistry<() => void>((free) => {
  free();
});

function freeWith(backend: MathBackendWebGL, values: Samples['values'], texture: WebGLTexture): void {
  const gl = contextOf(backend);
  // deleting twice is harmless
  const free = () => {
    gl.deleteTexture(texture);
  };
  dropped.register(values, free);
  atRelease(backend, () => {
    free();
    stores.delete(backend);
  });
}
