// A key of 53 bits for each sample, made from its stored values. Equal samples have equal keys. Sorting by key mixes the
// samples without a seed and without regard to their order in the files, so the same samples always make the same data set.
import { sampleSize } from '../../../core/samples/samples';
import type { Breather } from '../breather';
import type { Encoding } from './encoding';
import type { RawSamples } from './form/raw-samples';

/** `[count]`, whole numbers below 2^53. */
export type SampleKeys = Float64Array;

export async function keysOf(
  raw: RawSamples,
  encoding: Encoding,
  breathe: Breather,
  onSamples: (done: number) => void,
): Promise<SampleKeys> {
  const size = sampleSize(raw.shape);
  const sample = new Float32Array(size);
  const bytes = new Uint8Array(Math.ceil((encoding.values === 'uint8' ? size : size * 4) / 4) * 4);
  const stored = encoding.values === 'uint8' ? bytes : new Float32Array(bytes.buffer);
  const words = new Int32Array(bytes.buffer);
  const keys = new Float64Array(raw.count);
  for (let index = 0; index < raw.count; index++) {
    raw.read(index, sample);
    encoding.encode(sample, stored);
    keys[index] = hash(words);
    if (index % 16 === 0) {
      onSamples(index);
      await breathe();
    }
  }
  return keys;
}

/** Two lanes of MurmurHash3 (Austin Appleby, x86 32-bit) with different multipliers, 27 and 26 bits of each. */
function hash(words: Int32Array): number {
  let [a, b] = [0x9747b28c, 0x3c6ef372];
  for (const word of words) {
    a = mix(a, word, 0xcc9e2d51, 0x1b873593);
    b = mix(b, word, 0x239b961b, 0xab0e9789);
  }
  return (finish(a) >>> 5) * 2 ** 26 + (finish(b) >>> 6);
}

function mix(state: number, word: number, first: number, second: number): number {
  let mixed = Math.imul(word, first);
  mixed = Math.imul((mixed << 15) | (mixed >>> 17), second);
  const next = state ^ mixed;
  return (Math.imul((next << 13) | (next >>> 19), 5) + 0xe6546b64) | 0;
}

function finish(state: number): number {
  let word = state;
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return word ^ (word >>> 16);
}

/** Indices of samples by key, `[count]`; where keys are equal by label, then by place. */
export function orderByKey(keys: SampleKeys, labels: Uint16Array | null): Uint32Array {
  const order = Uint32Array.from(keys, (_, index) => index);
  return order.sort((a, b) => keys[a]! - keys[b]! || (labels ? labels[a]! - labels[b]! : 0) || a - b);
}

/** How many samples are exactly equal to one before them in the order. */
export function countCopies(keys: SampleKeys, order: Uint32Array): number {
  let copies = 0;
  for (let place = 1; place < order.length; place++) {
    if (keys[order[place]!] === keys[order[place - 1]!]) copies++;
  }
  return copies;
}
