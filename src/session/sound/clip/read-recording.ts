// A recording of a person's own as a clip: decoded by the browser, mixed down, cut to a length that is quick to clean, and as loud as
// what the network has learned from.
import { CodedError } from '../../../core/failure';
import { equalise, rms } from '../../../core/sound/loudness';
import { soundRateHz } from '../../../core/sound/rate';
import type { SoundFailure } from '../sound';

/** What is used of a longer recording. */
export const longestSeconds = 30;
/** A few frames of the spectrum. */
const shortestSeconds = 0.5;
/** Below this the noise of 16 bits is louder. */
const silentRms = 1e-4;

export interface Recording {
  /** `[points]` at `soundRateHz`. */
  readonly samples: Float32Array<ArrayBuffer>;
  /** The file was longer. */
  readonly isCut: boolean;
}

/** The part of an AudioBuffer that is needed. */
export type Decoded = Pick<AudioBuffer, 'numberOfChannels' | 'length' | 'getChannelData'>;

/** Decodes a file of any kind that the browser reads, at `soundRateHz`. */
export type Decode = (bytes: ArrayBuffer) => Promise<Decoded>;

/** @throws ReferenceError or TypeError where there is no Web Audio; DOMException where the bytes are no sound */
export const decodeInBrowser: Decode = (bytes) =>
  new OfflineAudioContext(1, 1, soundRateHz).decodeAudioData(bytes);

/** @throws CodedError<SoundFailure> */
export async function readRecording(blob: Blob, file: string, decode: Decode): Promise<Recording> {
  const bytes = await blob.arrayBuffer();
  let decoded: Decoded;
  try {
    decoded = await decode(bytes);
  } catch (cause) {
    const isMissing = cause instanceof ReferenceError || cause instanceof TypeError;
    throw failed({ code: isMissing ? 'sound.no-decoder' : 'sound.not-decoded', file }, cause);
  }
  if (decoded.length < shortestSeconds * soundRateHz)
    throw failed({ code: 'sound.too-short', file, seconds: decoded.length / soundRateHz });
  const mono = mixDown(decoded);
  if (rms(mono) < silentRms) throw failed({ code: 'sound.silent', file });
  const [samples = mono] = equalise([mono]);
  return { samples, isCut: decoded.length > longestSeconds * soundRateHz };
}

/** The mean of the channels, without a constant offset, `longestSeconds` at most. */
function mixDown(decoded: Decoded): Float32Array<ArrayBuffer> {
  const mono = new Float32Array(Math.min(decoded.length, longestSeconds * soundRateHz));
  for (let channel = 0; channel < decoded.numberOfChannels; channel++) {
    const points = decoded.getChannelData(channel);
    for (let at = 0; at < mono.length; at++)
      mono[at] = (mono[at] ?? 0) + (points[at] ?? 0) / decoded.numberOfChannels;
  }
  const mean = mono.reduce((sum, value) => sum + value, 0) / mono.length;
  return mono.map((value) => value - mean);
}

function failed(failure: SoundFailure, cause?: unknown): CodedError<SoundFailure> {
  return new CodedError<SoundFailure>(failure, { cause });
}
