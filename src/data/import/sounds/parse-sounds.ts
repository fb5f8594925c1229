// Files of sound become recordings. The page decodes them, since no worker can; what cannot be used is left out with its reason.
import type { SourceFile } from '../../../core/import/import-api';
import type { SoundFault } from '../../../core/import/import-failure';
import type { SoundDecoder } from '../../../core/import/series-import';
import { fail } from '../fail';
import { checkMemory, type Job } from '../job';
import type { ParsedSound, ParsedSounds } from '../parsed';
import { arrangePictures } from '../pictures/arrange-pictures';
import { mostSoundBytes, silence, soundRates, usualSoundRate } from './sound-limits';

/** `files`: at least one. @param rate one of `soundRates`; null for the usual one */
export async function parseSounds(
  files: readonly SourceFile[],
  wanted: number | null,
  decode: SoundDecoder | null,
  job: Job,
): Promise<ParsedSounds> {
  if (decode === null) fail({ code: 'import.no-sound-decoder' });
  const rate = soundRates.find((each) => each === wanted) ?? usualSoundRate;
  // Folders say the same of sounds as of pictures.
  const { pictures: placed, classNames } = arrangePictures(files, null, job);
  const sounds: ParsedSound[] = [];
  let firstFault: { file: string; why: SoundFault } | null = null;
  let points = 0;
  for (const [index, { path, blob, label, split }] of placed.entries()) {
    job.signal.throwIfAborted();
    const samples = await samplesOf(path, blob, rate, decode);
    if (typeof samples === 'string') {
      job.leaveOut(`${samples}-sound`, path);
      firstFault ??= { file: path, why: samples };
    } else {
      points += samples.length;
      checkMemory(4 * points);
      sounds.push({ path, samples, label, split });
    }
    job.onProgress({ stage: 'decoding', done: index + 1, total: placed.length, unit: 'files' });
  }
  if (sounds.length === 0) {
    fail({ code: 'import.no-sound', file: '', why: 'undecodable', ...firstFault, files: placed.length });
  }
  return { kind: 'sounds', rate, sounds, classNames, ...job.told() };
}

async function samplesOf(
  path: string,
  blob: Blob,
  rate: number,
  decode: SoundDecoder,
): Promise<Float32Array | SoundFault> {
  if (blob.size > mostSoundBytes(path, blob)) return 'large';
  const decoded = await decode(blob, rate);
  if ('why' in decoded) {
    if (decoded.why === 'no-decoder') fail({ code: 'import.no-sound-decoder' });
    return 'undecodable';
  }
  const { samples } = decoded;
  if (samples.length === 0 || !samples.every((value) => Number.isFinite(value))) return 'undecodable';
  return samples.some((value) => Math.abs(value) > silence) ? samples : 'silent';
}
