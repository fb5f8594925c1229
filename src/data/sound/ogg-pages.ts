// The beginning of an Ogg Vorbis file, cut between two of its pages, so that no more is decoded than is used: most recordings last five
// times as long. Pages as in RFC 3533, section 6; the sampling rate as in the Vorbis I specification, section 4.2.2.

const pageHeaderBytes = 27;

/** Where pages begin, and the number of the last point that each completes; NaN where it completes none. */
function readPages(bytes: Uint8Array<ArrayBuffer>): { start: number; lastPoint: number }[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pages = [];
  for (let start = 0; start + pageHeaderBytes <= bytes.length;) {
    if (view.getUint32(start) !== 0x4f676753) break; // OggS
    const granule = view.getBigInt64(start + 6, true);
    pages.push({ start, lastPoint: granule < 0n ? NaN : Number(granule) });
    const segments = view.getUint8(start + 26);
    const sizes = bytes.subarray(start + pageHeaderBytes, start + pageHeaderBytes + segments);
    start += pageHeaderBytes + segments + sizes.reduce((sum, size) => sum + size, 0);
  }
  return pages;
}

/** Points in a second, from the first packet; null where that is not Vorbis. */
function samplingRate(bytes: Uint8Array<ArrayBuffer>): number | null {
  const packet = pageHeaderBytes + (bytes[26] ?? 0);
  const name = String.fromCharCode(...bytes.subarray(packet + 1, packet + 7));
  if (bytes[packet] !== 1 || name !== 'vorbis') return null;
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(packet + 12, true);
}

/** The pages that hold the first `seconds`. The whole file where it is shorter, or is no Ogg Vorbis. */
export function firstPages(bytes: Uint8Array<ArrayBuffer>, seconds: number): Uint8Array<ArrayBuffer> {
  const rate = bytes.length > pageHeaderBytes + 40 ? samplingRate(bytes) : null;
  if (rate === null) return bytes;
  const pages = readPages(bytes);
  const last = pages.findIndex(({ lastPoint }) => lastPoint >= seconds * rate);
  const end = last < 0 ? undefined : pages[last + 1]?.start;
  return bytes.subarray(0, end);
}
