// An array that lies in a file: what its header says, checked against the bytes that are there. Its numbers are not read yet.
import { fail } from '../fail';

/** `u1` is an unsigned byte, `f8` a 64-bit float, as NumPy writes types; `b1` is a boolean. */
export type NumberType = 'b1' | 'u1' | 'u2' | 'u4' | 'u8' | 'i1' | 'i2' | 'i4' | 'i8' | 'f2' | 'f4' | 'f8';

/** `U` has four bytes a character, `S` has one. */
export type ElementType = NumberType | 'U' | 'S';

export interface ArrayFile {
  /** The path, for messages. */
  readonly file: string;
  /** What the array is called: the path without its folders and its ending. */
  readonly name: string;
  readonly format: 'idx' | 'npy';
  /** All dimensions, the number of samples first. */
  readonly shape: readonly number[];
  readonly type: ElementType;
  /** Bytes of one element. */
  readonly elementBytes: number;
  readonly isLittleEndian: boolean;
  /** Whether the first index varies fastest. */
  readonly isFortran: boolean;
  /** The elements begin at byte `start` and end with the blob. */
  readonly blob: Blob;
  readonly start: number;
}

/** Throws where the header promises more or fewer bytes than there are. */
export function checkLength({ file, shape, elementBytes, blob, start }: ArrayFile): void {
  const expected = start + product(shape) * elementBytes;
  if (blob.size < expected) fail({ code: 'import.truncated', file, bytes: blob.size, expected });
  if (blob.size > expected) fail({ code: 'import.trailing-bytes', file, bytes: blob.size, expected });
}

export function product(shape: readonly number[]): number {
  return shape.reduce((all, side) => all * side, 1);
}

/** Numbers in one sample: 784 for `[60000, 28, 28]`. */
export function sampleNumbers({ shape }: Pick<ArrayFile, 'shape'>): number {
  return product(shape.slice(1));
}

/** `mnist/x_train.npy` is called `x_train`. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(npy|idx|gz|bin|dat)$/i, '');
}
