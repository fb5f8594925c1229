// The layout is that of huggingface/safetensors (README, "Format"): a u64 length, a JSON header, then the values.
import { describe, expect, it } from 'vitest';
import { codedFailureOf } from '../failure';
import { readSafetensors, writeSafetensors } from './safetensors';

/** A file by hand: any header over any data. */
function fileOf(header: string, data: readonly number[] = []): Uint8Array {
  const json = new TextEncoder().encode(header);
  const bytes = new Uint8Array(8 + json.length + data.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(json.length), true);
  bytes.set(json, 8);
  bytes.set(data, 8 + json.length);
  return bytes;
}

function failureOf(bytes: Uint8Array): unknown {
  try {
    readSafetensors(bytes);
  } catch (error) {
    return codedFailureOf(error);
  }
  return null;
}

const two = new Map([
  ['a', { shape: [2, 3], values: Float32Array.of(1, -2, 0.5, 4, 5e-30, -0) }],
  ['b', { shape: [], values: Float32Array.of(7) }],
]);

const entry = (dtype: string, shape: number[], begin: number, end: number) =>
  JSON.stringify({ dtype, shape, data_offsets: [begin, end] });

describe('a safetensors file', () => {
  it('gives back what was written, bit for bit, wherever it lies in its buffer', () => {
    const written = writeSafetensors({ tensors: two, metadata: { made: 'here' } });
    const shifted = new Uint8Array(written.length + 3);
    shifted.set(written, 3);
    for (const bytes of [written, shifted.subarray(3)])
      expect(readSafetensors(bytes)).toEqual({ tensors: two, metadata: { made: 'here' } });
  });

  it('has a header of a multiple of 8 bytes that begins with { and is padded with spaces', () => {
    for (const made of ['', 'x', 'xx', 'xxx', 'xxxx']) {
      const written = writeSafetensors({ tensors: two, metadata: { made } });
      const length = Number(new DataView(written.buffer).getBigUint64(0, true));
      expect(length % 8).toBe(0);
      expect(new TextDecoder().decode(written.subarray(8, 8 + length))).toMatch(/^\{.*\} *$/);
      expect(written.length).toBe(8 + length + 7 * 4);
    }
  });

  it('reads 16 and 64-bit floats as the 32-bit floats they stand for', () => {
    const header =
      `{"half":${entry('F16', [4], 0, 8)},"brain":${entry('BF16', [2], 8, 12)},` +
      `"double":${entry('F64', [1], 12, 20)}}`;
    // 1, -2, the smallest subnormal, -infinity; 1, -3.140625; 0.1 (IEEE 754)
    const halves = [0x00, 0x3c, 0x00, 0xc0, 0x01, 0x00, 0x00, 0xfc];
    const brains = [0x80, 0x3f, 0x49, 0xc0];
    const double = [0x9a, 0x99, 0x99, 0x99, 0x99, 0x99, 0xb9, 0x3f];
    const { tensors } = readSafetensors(fileOf(header, [...halves, ...brains, ...double]));
    expect(tensors.get('half')?.values).toEqual(Float32Array.of(1, -2, 2 ** -24, -Infinity));
    expect(tensors.get('brain')?.values).toEqual(Float32Array.of(1, -3.140625));
    expect(tensors.get('double')?.values).toEqual(Float32Array.of(0.1));
  });

  it.each([
    ['nothing', new Uint8Array(3), 'truncated'],
    ['a header longer than the file', fileOf('{}').subarray(0, 9), 'truncated'],
    ['a header of more than 100 MB', Uint8Array.of(0, 0, 0, 0, 1, 0, 0, 0), 'header-too-large'],
    ['a header that begins with a space', fileOf(' {}'), 'header'],
    ['a header that is no JSON', fileOf('{"a":'), 'header'],
    ['a header that is no text', fileOf('{}').fill(0xff, 9, 10), 'header'],
    [
      'the same key twice, once with an escape',
      fileOf(`{"a":${entry('F32', [1], 0, 4)},"\\u0061":${entry('F32', [1], 0, 4)}}`, [0, 0, 0, 0]),
      'duplicate-key',
    ],
    [
      'the same key twice in an entry',
      fileOf('{"a":{"dtype":"F32","shape":[0],"shape":[0]}}'),
      'duplicate-key',
    ],
    ['metadata that is a number', fileOf('{"__metadata__":{"a":1}}'), 'metadata'],
    ['an entry without a place', fileOf('{"a":{"dtype":"F32","shape":[0]}}'), 'entry'],
    ['a negative extent', fileOf(`{"a":${entry('F32', [-1], 0, 4)}}`, [0, 0, 0, 0]), 'entry'],
    ['whole numbers', fileOf(`{"a":${entry('I32', [1], 0, 4)}}`, [0, 0, 0, 0]), 'type'],
    ['a type that every object has', fileOf(`{"a":${entry('toString', [1], 0, 4)}}`, [0, 0, 0, 0]), 'type'],
    [
      'a shape that does not fill its bytes',
      fileOf(`{"a":${entry('F32', [2], 0, 4)}}`, [0, 0, 0, 0]),
      'size',
    ],
    ['a shape beyond counting', fileOf(`{"a":${entry('F32', [2 ** 40, 2 ** 40], 0, 0)}}`), 'size'],
    [
      'a hole before the first tensor',
      fileOf(`{"a":${entry('F32', [1], 4, 8)}}`, [0, 0, 0, 0, 0, 0, 0, 0]),
      'place',
    ],
    [
      'two tensors in one place',
      fileOf(`{"a":${entry('F32', [1], 0, 4)},"b":${entry('F32', [1], 0, 4)}}`, [0, 0, 0, 0]),
      'place',
    ],
    ['bytes that belong to no tensor', fileOf('{}', [1]), 'data'],
    ['values that are cut off', fileOf(`{"a":${entry('F32', [2], 0, 8)}}`, [0, 0, 0, 0]), 'data'],
  ])('is refused with %s', (_, bytes, code) => {
    expect(failureOf(bytes)).toMatchObject({ code: `safetensors.${code}` });
  });

  it('may have a key that is in strings and in other objects', () => {
    const header = `{"__metadata__":{"a":"\\"a\\": {\\"a\\": 1, \\"a\\": 2}","dtype":""},"a":${entry('F32', [1], 0, 4)}}`;
    expect(failureOf(fileOf(header, [0, 0, 0, 0]))).toBeNull();
  });
});
