// Reads the numbers of an array file, piece by piece. Bytes stay bytes, everything else becomes 32-bit floats; what is not
// finite is refused. Big-endian numbers and Fortran order are brought to the machine's own.
import { fail } from '../fail';
import { readPieces } from '../files/read-blob';
import { allocate, checkMemory, type Job } from '../job';
import { product, type ArrayFile, type NumberType } from './array-file';

type Read = (view: DataView, at: number, isLittleEndian: boolean) => number;

const readers: Record<NumberType, Read> = {
  b1: (view, at) => (view.getUint8(at) === 0 ? 0 : 1),
  u1: (view, at) => view.getUint8(at),
  u2: (view, at, little) => view.getUint16(at, little),
  u4: (view, at, little) => view.getUint32(at, little),
  u8: (view, at, little) => Number(view.getBigUint64(at, little)),
  i1: (view, at) => view.getInt8(at),
  i2: (view, at, little) => view.getInt16(at, little),
  i4: (view, at, little) => view.getInt32(at, little),
  i8: (view, at, little) => Number(view.getBigInt64(at, little)),
  f2: (view, at, little) => halfFloat(view.getUint16(at, little)),
  f4: (view, at, little) => view.getFloat32(at, little),
  f8: (view, at, little) => view.getFloat64(at, little),
};

/** IEEE 754 binary16: a sign, 5 bits of exponent, 10 of fraction. */
function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

/** Told how many bytes of the file were read. */
export type OnBytes = (bytes: number) => void;

/** Bytes that the samples will take up in memory. */
export function valueBytes({ shape, type }: ArrayFile): number {
  return product(shape) * (type === 'u1' ? 1 : 4);
}

/** Samples, `shape` in C order: bytes for type `u1`, otherwise floats. Not for text. */
export async function readValues(array: ArrayFile, job: Job, onBytes: OnBytes) {
  const length = product(array.shape);
  const bytes = valueBytes(array);
  checkMemory(bytes);
  const values = allocate(bytes, () =>
    array.type === 'u1' ? new Uint8Array(length) : new Float32Array(length),
  );
  await fill(array, values, job, onBytes);
  return array.isFortran ? inCOrder(values, array.shape) : values;
}

/** Labels, `[n]`, in double precision: classes may be numbered beyond what a 32-bit float can tell apart. */
export async function readLabelNumbers(array: ArrayFile, job: Job, onBytes: OnBytes): Promise<Float64Array> {
  const length = product(array.shape);
  const labels = allocate(8 * length, () => new Float64Array(length));
  await fill(array, labels, job, onBytes);
  return array.isFortran ? inCOrder(labels, array.shape) : labels;
}

async function fill(
  array: ArrayFile,
  target: Uint8Array | Float32Array | Float64Array,
  { signal }: Job,
  onBytes: OnBytes,
): Promise<void> {
  const { file, blob, start, type, elementBytes, isLittleEndian } = array;
  const read = readers[type as NumberType];
  let index = 0;
  for await (const piece of readPieces(file, blob, start, elementBytes, signal)) {
    onBytes(piece.length);
    if (target instanceof Uint8Array) {
      target.set(piece, index);
      index += piece.length;
      continue;
    }
    const view = new DataView(piece.buffer);
    for (let at = 0; at < piece.length; at += elementBytes, index++) {
      target[index] = read(view, at, isLittleEndian);
      // The stored value: a double can be too great for a 32-bit float.
      if (!Number.isFinite(target[index])) {
        fail({ code: 'import.not-finite', file, sample: sampleAt(array, index) });
      }
    }
  }
}

function sampleAt({ shape, isFortran }: ArrayFile, index: number): number {
  return isFortran ? index % (shape[0] ?? 1) : Math.floor(index / product(shape.slice(1)));
}

/** Reorders an array whose first index varies fastest into one whose last index does. */
function inCOrder<T extends Uint8Array | Float32Array | Float64Array>(
  values: T,
  shape: readonly number[],
): T {
  const ordered = allocate(values.byteLength, () => values.slice() as T);
  // How far apart neighbours along each dimension are in C order.
  const strides = shape.map((_, axis) => product(shape.slice(axis + 1)));
  const place = shape.map(() => 0);
  let to = 0;
  for (const value of values) {
    ordered[to] = value;
    for (let axis = 0; axis < shape.length; axis++) {
      const stride = strides[axis] ?? 0;
      place[axis] = (place[axis] ?? 0) + 1;
      to += stride;
      if ((place[axis] ?? 0) < (shape[axis] ?? 0)) break;
      to -= stride * (shape[axis] ?? 0);
      place[axis] = 0;
    }
  }
  return ordered;
}
