// IDX, the format of MNIST: two zero bytes, a type, the number of dimensions, the dimensions as 32-bit integers, and the
// numbers. Everything is big-endian. Yann LeCun, "The MNIST database of handwritten digits".
import type { SourceFile } from '../../../core/import/import-api';
import { fail } from '../fail';
import { readBytes } from '../files/read-blob';
import { checkLength, nameOf, type ArrayFile, type NumberType } from './array-file';

const types: Partial<Record<number, { type: NumberType; elementBytes: number }>> = {
  0x08: { type: 'u1', elementBytes: 1 },
  0x09: { type: 'i1', elementBytes: 1 },
  0x0b: { type: 'i2', elementBytes: 2 },
  0x0c: { type: 'i4', elementBytes: 4 },
  0x0d: { type: 'f4', elementBytes: 4 },
  0x0e: { type: 'f8', elementBytes: 8 },
};

export async function openIdx({ path: file, blob }: SourceFile): Promise<ArrayFile> {
  const head = await readBytes(file, blob, 0, 4 + 4 * 255);
  const [, , type = 0, dimensions = 0] = head;
  const element = types[type];
  if (element === undefined) return fail({ code: 'import.idx-type', file, type });
  const start = 4 + 4 * dimensions;
  if (head.length < start) fail({ code: 'import.truncated', file, bytes: head.length, expected: start });
  const view = new DataView(head.buffer);
  const shape = Array.from({ length: dimensions }, (_, index) => view.getUint32(4 + 4 * index));
  if (dimensions === 0 || shape.includes(0)) fail({ code: 'import.idx-shape', file, shape });
  const array = { file, name: nameOf(file), format: 'idx', shape, ...element } as const;
  const idx: ArrayFile = { ...array, isLittleEndian: false, isFortran: false, blob, start };
  checkLength(idx);
  return idx;
}
