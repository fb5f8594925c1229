// A recording of a person's own as a clip: decoded by the browser, mixed down, cut to a length that is quick to clean, and as loud as
// what the network has learned from.
import { CodedError } from '../../../core/failure';
import type { SoundDecoder } from '../../../core/import/series-import';
import { equalise, rms } from '../../../core/sound/loudness';
import { soundRateHz } from '../../../core/sound/rate';
import type { SoundFailure } from '../sound';

/** What is used of a longer recording. */
const longestSeconds = 30;
/** A few frames of the spectrum. */
const shortestSeconds = 0.5;
/** Below this the noise of 16 bits is louder. */
const silentRms = 1e-4;

export interface Recording {
  /** `[points]` at `soundRateHz`. */
  readonly samples: Float32Array;
  /** The file was longer. */
  readonly isCut: boolean;
}

/** @throws CodedError<SoundFailure> */
export async function readRecording(blob: Blob, file: string, decode: SoundDecoder): Promise<Recording> {
  const decoded = await decode(blob, soundRateHz);
  if ('why' in decoded)
    throw failed({ code: decoded.why === 'no-decoder' ? 'sound.no-decoder' : 'sound.not-decoded', file });
  const { samples: all } = decoded;
  if (all.length < shortestSeconds * soundRateHz)
    throw failed({ code: 'sound.too-short', file, seconds: all.length / soundRateHz });
  const used = centred(all.slice(0, longestSeconds * soundRateHz));
  if (rms(used) < silentRms) throw failed({ code: 'sound.silent', file });
  const [samples = used] = equalise([used]);
  return { samples, isCut: all.length > used.length };
}

/** Without a constant offset, which is no sound. */
function centred(samples: Float32Array): Float32Array {
  const mean = samples.reduce((sum, value) => sum + value, 0) / samples.length;
  return samples.map((value) => value - mean);
}

function failed(failure: SoundFailure): CodedError<SoundFailure> {
  return new CodedError<SoundFailure>(failure);
}
