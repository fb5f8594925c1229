// Bodies of array files, and labels as NumPy writes them.
import { npyBytes } from './write-bytes';

export const bytesOf = (array: { readonly buffer: ArrayBufferLike }) => [...new Uint8Array(array.buffer)];
export const swapped = (bytes: readonly number[], size: number) =>
  Array.from(bytes, (_, index) => bytes[index - (index % size) + (size - 1 - (index % size))] ?? 0);
export const ramp = (count: number, from = 0) => Array.from({ length: count }, (_, index) => from + index);
export const labels = (...values: number[]) =>
  npyBytes('<i8', [values.length], bytesOf(BigInt64Array.from(values, BigInt)));
export const texts = (length: number, ...values: string[]) =>
  values.flatMap((text) => bytesOf(Uint32Array.from({ length }, (_, index) => text.codePointAt(index) ?? 0)));
