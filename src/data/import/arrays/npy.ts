// NPY, NumPy's format of one array: "\x93NUMPY", a version, the header's length, a Python dictionary with type, order and shape,
// and the numbers. NEP 1 and numpy.lib.format.
import type { SourceFile } from '../../../core/import/import-api';
import { fail } from '../fail';
import { readBytes } from '../files/read-blob';
import { checkLength, nameOf, type ArrayFile, type ElementType } from './array-file';

/** NumPy itself writes at most 64 KiB unless a structured type needs more. */
const longestHeader = 2 ** 20;

const elementTypes = /^([<>|=])?(b1|u1|u2|u4|u8|i1|i2|i4|i8|f2|f4|f8|U\d{1,6}|[Sa]\d{1,6})$/;

export async function openNpy({ path: file, blob }: SourceFile): Promise<ArrayFile> {
  const head = await readBytes(file, blob, 0, 12);
  const [major = 0] = head.subarray(6);
  const headerStart = major === 1 ? 10 : 12;
  if (head.length < headerStart) {
    fail({ code: 'import.truncated', file, bytes: head.length, expected: headerStart });
  }
  if (major < 1 || major > 3) fail({ code: 'import.npy-header', file, byte: 6 });
  const view = new DataView(head.buffer);
  const length = major === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  const start = headerStart + length;
  if (length > longestHeader) fail({ code: 'import.npy-header', file, byte: 8 });
  if (start > blob.size) fail({ code: 'import.truncated', file, bytes: blob.size, expected: start });
  const header = new TextDecoder(major === 3 ? 'utf-8' : 'latin1').decode(
    await readBytes(file, blob, headerStart, start),
  );
  const found = readHeader(file, header, headerStart);
  const array: ArrayFile = { file, name: nameOf(file), format: 'npy', blob, start, ...found };
  checkLength(array);
  return array;
}

/** `{'descr': '<f4', 'fortran_order': False, 'shape': (60000, 28, 28), }`, with its keys in any order. `start`: its first byte. */
function readHeader(file: string, header: string, start: number) {
  const at = (pattern: RegExp) => {
    const found = pattern.exec(header);
    // Where the key stands, if it does, or where the dictionary begins.
    const key = /'\w+'/.exec(pattern.source)?.[0] ?? '';
    return found ?? fail({ code: 'import.npy-header', file, byte: start + Math.max(0, header.indexOf(key)) });
  };
  const [, isFortran] = at(/'fortran_order'\s*:\s*(True|False)\s*[,}]/);
  const [, sides = ''] = at(/'shape'\s*:\s*\(((?:\s*\d{1,15}L?\s*,)*\s*(?:\d{1,15}L?)?)\s*\)\s*[,}]/);
  const [, descr = '', text] = at(/'descr'\s*:\s*('([^']*)'|\[)/);
  const shape = sides
    .split(',')
    .map((side) => side.trim().replace('L', ''))
    .filter((side) => side !== '')
    .map(Number);
  if (text === undefined) return fail({ code: 'import.npy-dtype', file, dtype: descr });
  return { shape, isFortran: isFortran === 'True' && shape.length > 1, ...readType(file, text) };
}

function readType(file: string, dtype: string) {
  if (/^[<>|=]?O/.test(dtype)) return fail({ code: 'import.npy-pickled', file });
  const [, order, name] = elementTypes.exec(dtype) ?? fail({ code: 'import.npy-dtype', file, dtype });
  const size = Number(name?.slice(1));
  const letter = name?.startsWith('U') ? 'U' : /^[Sa]/.test(name ?? '') ? 'S' : null;
  const elementBytes = letter === 'U' ? 4 * size : size;
  if (elementBytes === 0) return fail({ code: 'import.npy-dtype', file, dtype });
  return { type: letter ?? (name as ElementType), elementBytes, isLittleEndian: order !== '>' };
}
