// The safetensors format: the length of a JSON header (64 bits, little-endian), the header, then the values of all tensors without
// a gap. Checked as strictly as the reference does (huggingface/safetensors, README and `safetensors/src/tensor.rs`), and for
// duplicate keys as well, which JSON readers pass over.
import { CodedError } from '../failure';
import { isObject } from '../plain/is-object';
import { floatBytes, toFloat32, type FloatType } from './float-types';
import { duplicateKey } from './json-keys';

export interface Tensor {
  readonly shape: readonly number[];
  /** As many as the shape says, in row-major order. */
  readonly values: Float32Array;
}

/** What a safetensors file holds: tensors by key, and strings about them. */
export interface TensorFile {
  readonly tensors: ReadonlyMap<string, Tensor>;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Why bytes are no safetensors file that can be read. */
export type SafetensorsFailure =
  /** Too short for a header, or for the header it states; `expected` bytes at least. */
  | { code: 'safetensors.truncated'; bytes: number; expected: number }
  | { code: 'safetensors.header-too-large'; bytes: number; most: number }
  /** The header is no JSON object. */
  | { code: 'safetensors.header' }
  | { code: 'safetensors.duplicate-key'; key: string }
  | { code: 'safetensors.metadata' }
  /** The entry of a tensor lacks a type, a shape or its place. */
  | { code: 'safetensors.entry'; key: string }
  /** A type other than 16, 32 and 64-bit floats. */
  | { code: 'safetensors.type'; key: string; type: string }
  /** The shape does not fill the bytes. */
  | { code: 'safetensors.size'; key: string; shape: readonly number[]; bytes: number }
  /** Its values do not begin where those of the tensor before end: there is a hole, or they overlap. */
  | { code: 'safetensors.place'; key: string; begin: number; expected: number }
  /** Bytes are missing or left over at the end. */
  | { code: 'safetensors.data'; bytes: number; expected: number };

/** Limit of the format. */
const maxHeaderBytes = 100_000_000;
const lengthBytes = 8;

/**
 * Written as 32-bit floats, in the order of the map.
 * @throws where a shape does not fit its values, or a key is `__metadata__`
 */
export function writeSafetensors({ tensors, metadata }: TensorFile): Uint8Array<ArrayBuffer> {
  const entries: Record<string, unknown> = {};
  if (Object.keys(metadata).length > 0) entries['__metadata__'] = metadata;
  let end = 0;
  for (const [key, { shape, values }] of tensors) {
    if (key === '__metadata__' || sizeOf(shape) !== values.length)
      throw new RangeError(`The tensor ${key} cannot be written.`);
    const begin = end;
    end += values.byteLength;
    entries[key] = { dtype: 'F32', shape, data_offsets: [begin, end] };
  }
  const json = new TextEncoder().encode(JSON.stringify(entries));
  const headerBytes = Math.ceil(json.length / lengthBytes) * lengthBytes;
  const bytes = new Uint8Array(lengthBytes + headerBytes + end);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(headerBytes), true);
  bytes.fill(0x20, lengthBytes, lengthBytes + headerBytes);
  bytes.set(json, lengthBytes);
  let at = lengthBytes + headerBytes;
  for (const { values } of tensors.values()) {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
    at += values.byteLength;
  }
  return bytes;
}

/**
 * Floats of 16, 32 and 64 bits become 32-bit floats; nothing is said of whether they are finite.
 * @throws CodedError<SafetensorsFailure>
 */
export function readSafetensors(bytes: Uint8Array): TensorFile {
  const { header, dataStart } = readHeader(bytes);
  const data = bytes.subarray(dataStart);
  const { __metadata__: metadata = {}, ...rest } = header;
  if (!isStrings(metadata)) return fail({ code: 'safetensors.metadata' });
  const entries = Object.entries(rest).map(([key, entry]) => readEntry(key, entry));
  entries.sort((one, other) => one.begin - other.begin || one.end - other.end);
  let end = 0;
  for (const entry of entries) {
    if (entry.begin !== end)
      return fail({ code: 'safetensors.place', key: entry.key, begin: entry.begin, expected: end });
    end = entry.end;
  }
  if (end !== data.length) return fail({ code: 'safetensors.data', bytes: data.length, expected: end });
  const tensors = new Map(
    entries.map(({ key, type, shape, begin, end }) => [
      key,
      { shape, values: toFloat32(data.subarray(begin, end), type) },
    ]),
  );
  return { tensors, metadata };
}

function readHeader(bytes: Uint8Array): { header: Record<string, unknown>; dataStart: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < lengthBytes)
    return fail({ code: 'safetensors.truncated', bytes: bytes.length, expected: lengthBytes });
  const headerBytes = Number(view.getBigUint64(0, true));
  if (headerBytes > maxHeaderBytes)
    return fail({ code: 'safetensors.header-too-large', bytes: headerBytes, most: maxHeaderBytes });
  const dataStart = lengthBytes + headerBytes;
  if (dataStart > bytes.length)
    return fail({ code: 'safetensors.truncated', bytes: bytes.length, expected: dataStart });
  const text = decode(bytes.subarray(lengthBytes, dataStart));
  const header = text.startsWith('{') ? parse(text) : null;
  if (!isObject(header)) return fail({ code: 'safetensors.header' });
  const key = duplicateKey(text);
  return key === null ? { header, dataStart } : fail({ code: 'safetensors.duplicate-key', key });
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return fail({ code: 'safetensors.header' });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

interface Entry {
  readonly key: string;
  readonly type: FloatType;
  readonly shape: readonly number[];
  readonly begin: number;
  readonly end: number;
}

function readEntry(key: string, entry: unknown): Entry {
  if (!isObject(entry)) return fail({ code: 'safetensors.entry', key });
  const { dtype, shape, data_offsets: place } = entry;
  if (typeof dtype !== 'string' || !isCounts(shape) || !isCounts(place) || place.length !== 2)
    return fail({ code: 'safetensors.entry', key });
  if (!isFloat(dtype)) return fail({ code: 'safetensors.type', key, type: dtype });
  const [begin = 0, end = 0] = place;
  const bytes = end - begin;
  if (sizeOf(shape) * floatBytes[dtype] !== bytes)
    return fail({ code: 'safetensors.size', key, shape, bytes });
  return { key, type: dtype, shape, begin, end };
}

function isFloat(type: string): type is FloatType {
  return Object.hasOwn(floatBytes, type);
}

function isCounts(value: unknown): value is number[] {
  return (
    Array.isArray(value) && value.every((count) => Number.isSafeInteger(count) && (count as number) >= 0)
  );
}

function isStrings(value: unknown): value is Record<string, string> {
  return (
    isObject(value) && !Array.isArray(value) && Object.values(value).every((one) => typeof one === 'string')
  );
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, extent) => product * extent, 1);
}

function fail(failure: SafetensorsFailure): never {
  throw new CodedError(failure);
}
