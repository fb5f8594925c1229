// A signal as a WAV file: RIFF with one `fmt ` and one `data` chunk, 16 bit PCM, mono ("Multimedia Programming Interface and Data
// Specifications 1.0", IBM & Microsoft 1991).

const headerBytes = 44;
const bytesPerPoint = 2;

/**
 * @param signal in [-1, 1]; what lies beyond is limited to that
 * @param rate points in a second
 */
export function wavBytes(signal: Float32Array, rate: number): Uint8Array<ArrayBuffer> {
  const dataBytes = signal.length * bytesPerPoint;
  const bytes = new Uint8Array(headerBytes + dataBytes);
  const view = new DataView(bytes.buffer);
  const writeText = (at: number, text: string) => {
    bytes.set(new TextEncoder().encode(text), at);
  };
  writeText(0, 'RIFF');
  view.setUint32(4, headerBytes - 8 + dataBytes, true);
  writeText(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true); // PCM
  view.setUint16(22, 1, true); // channels
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * bytesPerPoint, true);
  view.setUint16(32, bytesPerPoint, true);
  view.setUint16(34, 8 * bytesPerPoint, true);
  writeText(36, 'data');
  view.setUint32(40, dataBytes, true);
  signal.forEach((value, at) => {
    const limited = Math.min(1, Math.max(-1, value));
    view.setInt16(headerBytes + at * bytesPerPoint, Math.round(limited * 32767), true);
  });
  return bytes;
}
