// The values of a data set in a buffer, as they are stored. Each is uploaded once: when a batch needs a sample that is not there
// yet, everything up to it is uploaded.
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { sampleSize, type Samples } from '../../../../core/samples/samples';

interface Stored {
  buffer: GPUBuffer;
  /** Number of values uploaded so far. */
  uploaded: number;
}

/** Keyed by the array of values, since several objects may describe the same data set. The browser frees a buffer with them. */
const stores = new WeakMap<WebGPUBackend, WeakMap<Samples['values'], Stored>>();

/**
 * The buffer of a data set with at least its first `count` samples: floats, or bytes, four to a word, the first lowest. Null when
 * a buffer cannot be that large.
 */
export function sampleBuffer(
  backend: WebGPUBackend,
  { values, shape }: Samples,
  count: number,
): GPUBuffer | null {
  let store = stores.get(backend);
  if (!store) stores.set(backend, (store = new WeakMap()));
  let stored = store.get(values);
  if (!stored) {
    const size = Math.max(4, Math.ceil(values.byteLength / 4) * 4);
    const { maxStorageBufferBindingSize, maxBufferSize } = backend.device.limits;
    if (size > Math.min(maxStorageBufferBindingSize, maxBufferSize)) return null;
    const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST;
    stored = { buffer: backend.device.createBuffer({ size, usage }), uploaded: 0 };
    store.set(values, stored);
  }
  const wanted = Math.min(count * sampleSize(shape), values.length);
  if (wanted > stored.uploaded) upload(backend.queue, stored, values, wanted);
  return stored.buffer;
}

/** Uploads the missing values before `end`, in whole words; a word that was not complete is uploaded again. */
function upload(queue: GPUQueue, stored: Stored, values: Samples['values'], end: number): void {
  const inWord = 4 / values.BYTES_PER_ELEMENT;
  const from = Math.floor(stored.uploaded / inWord) * inWord;
  const lastWhole = Math.floor(values.length / inWord) * inWord;
  const to = Math.min(Math.ceil(end / inWord) * inWord, lastWhole);
  const send = (at: number, some: Samples['values']) =>
    queue.writeBuffer(stored.buffer, at * values.BYTES_PER_ELEMENT, some as Uint8Array<ArrayBuffer>);
  if (to > from) send(from, values.subarray(from, to));
  if (end > lastWhole) {
    const rest = new Uint8Array(4);
    rest.set(values.subarray(lastWhole));
    send(lastWhole, rest);
  }
  stored.uploaded = end;
}
