// Writes NumPy's array format, version 1.0: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html

/** Values of an array, in C order: the last side runs fastest. */
export type ArrayValues = Float32Array | Float64Array | Uint8Array | Uint16Array | Uint32Array;

export interface NumberArray {
  /** `[rows, ...]`; its product is the number of values. */
  readonly shape: readonly number[];
  readonly values: ArrayValues;
}

/** What stands before the values of an array in C order. @param dtype in NumPy's notation: `|u1`, `<f4` */
export function npyHeader(dtype: string, shape: readonly number[]): Uint8Array<ArrayBuffer> {
  const sides = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const description = `{'descr': '${dtype}', 'fortran_order': False, 'shape': (${sides}), }`;
  const before = 10;
  // The values begin at a multiple of 64 bytes; a line break ends the description.
  const length = Math.ceil((before + description.length + 1) / 64) * 64 - before;
  const header = new Uint8Array(before + length);
  header.set([0x93, ...new TextEncoder().encode('NUMPY'), 1, 0, length & 255, length >> 8]);
  header.set(new TextEncoder().encode(`${description.padEnd(length - 1)}\n`), before);
  return header;
}

/** The array as a file. Throws when its shape does not fit its values. */
export function npyBytes({ shape, values }: NumberArray): Uint8Array<ArrayBuffer> {
  const count = shape.reduce((product, side) => product * side, 1);
  if (count !== values.length) {
    throw new Error(`An array of shape ${shape.join(' x ')} has ${count} values, not ${values.length}.`);
  }
  const header = npyHeader(dtypeOf(values), shape);
  const bytes = new Uint8Array(header.length + values.byteLength);
  bytes.set(header);
  // Every platform with WebAssembly is little-endian.
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), header.length);
  return bytes;
}

function dtypeOf(values: ArrayValues): string {
  if (values instanceof Float32Array) return '<f4';
  if (values instanceof Float64Array) return '<f8';
  if (values instanceof Uint8Array) return '|u1';
  return values instanceof Uint16Array ? '<u2' : '<u4';
}

/** An array of text, `[texts.length]`: four bytes for each code point, filled up with zeros. */
export function npyText(texts: readonly string[]): Uint8Array<ArrayBuffer> {
  const points = texts.map((text) => Array.from(text, (point) => point.codePointAt(0) ?? 0));
  const longest = Math.max(1, ...points.map(({ length }) => length));
  const header = npyHeader(`<U${longest}`, [texts.length]);
  const bytes = new Uint8Array(header.length + texts.length * longest * 4);
  bytes.set(header);
  const view = new DataView(bytes.buffer, header.length);
  for (const [row, text] of points.entries()) {
    for (const [place, point] of text.entries()) view.setUint32((row * longest + place) * 4, point, true);
  }
  return bytes;
}
