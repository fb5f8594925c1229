// SHA-256 as the browser computes it. `crypto.subtle` is missing on insecure origins (plain HTTP, not localhost).

/** Lower-case hexadecimal, 64 digits; null where the browser does not offer it. */
export async function browserSha256(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const subtle = (crypto as { subtle?: SubtleCrypto }).subtle;
  return subtle ? hexadecimal(new Uint8Array(await subtle.digest('SHA-256', bytes))) : null;
}

/**
 * Whether the SHA-256 of the bytes differs from the stated one. Where the browser does not offer it, the exact length, and for a
 * served file the CRC that unpacking checks, have to suffice.
 */
export async function hasOtherHash(bytes: Uint8Array<ArrayBuffer>, stated: string): Promise<boolean> {
  const digest = await browserSha256(bytes);
  return digest !== null && digest !== stated;
}

/** Two lower-case digits a byte. */
export function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
