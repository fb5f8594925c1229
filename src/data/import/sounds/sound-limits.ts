// Limits of sound. The page decodes a file as a whole, at its own rate and with all its channels, before it is thinned.

/** Points in a second that sound can be brought to. Every browser can decode to these. */
export const soundRates = [8000, 16_000, 22_050, 44_100] as const;
export const usualSoundRate = 8000;

/** Bytes of a file that holds plain numbers: 25 minutes as on a CD. */
const mostPlainBytes = 256 * 2 ** 20;
/** Bytes of a compressed file: about 40 minutes as MP3. */
const mostCompressedBytes = 40 * 2 ** 20;

export function mostSoundBytes(path: string, { type }: Pick<Blob, 'type'>): number {
  const isPlain = /\.(wav|wave|aiff?|au|caf)$/i.test(path) || /codecs="?pcm/i.test(type);
  return isPlain ? mostPlainBytes : mostCompressedBytes;
}

/** Sound that is nowhere louder, -80 dB, is silent. */
export const silence = 1e-4;
