// Reads IDX, the file format of MNIST: a magic number (0, 0, element type, number of dimensions), each dimension as
// a big-endian 32-bit integer, then the elements (format note on Yann LeCun's MNIST page). Only unsigned bytes here.

const unsignedByte = 0x08;

/**
 * @param {Uint8Array} bytes the whole file
 * @param {string} name for messages
 * @param {number} dimensions how many the file must have: 3 for images, 1 for labels
 * @returns {{ shape: number[], values: Uint8Array }} values is a view of `bytes`, one element per byte
 * @throws {Error} when the magic number differs, or the file is shorter or longer than its header says
 */
export function parseIdx(bytes, name, dimensions) {
  const headerSize = 4 + 4 * dimensions;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const expectedMagic = (unsignedByte << 8) | dimensions;
  if (bytes.length < 4 || view.getUint32(0) !== expectedMagic) {
    throw new Error(
      `${name} is not an IDX file of unsigned bytes in ${dimensions} dimension(s): it starts with ` +
        `${Buffer.from(bytes.subarray(0, 4)).toString('hex') || 'nothing'}, not ${hex(expectedMagic)}.`,
    );
  }
  if (bytes.length < headerSize)
    throw new Error(`${name} ends within its header, after ${bytes.length} bytes.`);
  const shape = Array.from({ length: dimensions }, (_, index) => view.getUint32(4 + 4 * index));
  const size = shape.reduce((product, length) => product * length, 1);
  const values = bytes.subarray(headerSize);
  if (values.length !== size) {
    throw new Error(
      `${name} should hold ${shape.join(' x ')} = ${size} values after its header but holds ${values.length}.`,
    );
  }
  return { shape, values };
}

/**
 * An IDX file of images and the IDX file of their labels.
 *
 * @param {{ bytes: Uint8Array, name: string }} imageFile
 * @param {{ bytes: Uint8Array, name: string }} labelFile
 * @returns {{ count: number, height: number, width: number, pixels: Uint8Array, labels: Uint8Array }}
 *   pixels `[count, height, width]`, 0 to 255
 * @throws {Error} when either file is malformed, or their counts differ
 */
export function parseIdxPair(imageFile, labelFile) {
  const images = parseIdx(imageFile.bytes, imageFile.name, 3);
  const labels = parseIdx(labelFile.bytes, labelFile.name, 1);
  const [count = 0, height = 0, width = 0] = images.shape;
  if (labels.values.length !== count) {
    throw new Error(
      `${imageFile.name} holds ${count} images but ${labelFile.name} holds ${labels.values.length} labels.`,
    );
  }
  return { count, height, width, pixels: images.values, labels: labels.values };
}

/** @param {number} magic */
const hex = (magic) => magic.toString(16).padStart(8, '0');
