// Compression by the browser itself, which costs the page no code and does not hold it up.

/**
 * @param format `deflate` has the frame that PNG wants, `deflate-raw` none, as ZIP wants it
 * @returns null where the browser does not offer it
 */
export async function compress(
  bytes: Uint8Array<ArrayBuffer>,
  format: 'deflate' | 'deflate-raw',
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream(format));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    return null;
  }
}
