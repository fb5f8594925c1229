// NPY files of 32-bit floats (numpy.lib.format, version 1.0).
const magic = Buffer.from('\x93NUMPY\x01\x00', 'latin1');
const alignment = 64;

/**
 * @param {Buffer} values little-endian floats
 * @param {readonly number[]} shape
 */
export function npyFloats(values, shape) {
  const text = `{'descr': '<f4', 'fortran_order': False, 'shape': (${shape.join(', ')},), }`;
  const start = magic.length + 2;
  const length = Math.ceil((start + text.length + 1) / alignment) * alignment - start;
  const header = Buffer.from(`${text.padEnd(length - 1)}\n`, 'latin1');
  const size = Buffer.alloc(2);
  size.writeUInt16LE(length);
  return Buffer.concat([magic, size, header, values]);
}

/** @param {Buffer} file */
export function readNpyFloats(file) {
  const start = magic.length + 2;
  const end = start + file.readUInt16LE(magic.length);
  const header = file.subarray(start, end).toString('latin1');
  if (!file.subarray(0, 6).equals(magic.subarray(0, 6)) || !header.includes("'<f4'"))
    throw new Error(`No NPY file of 32-bit floats: ${header}`);
  return new Float32Array(new Uint8Array(file.subarray(end)).buffer);
}
