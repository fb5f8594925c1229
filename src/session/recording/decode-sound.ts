// Sound files to numbers, by the browser's own decoder: WAV, FLAC, MP3, Ogg and whatever else it knows. Workers have none.
import type { DecodedSound } from '../../core/import/series-import';

/**
 * One channel in [-1, 1] (a loud file may go a little beyond), the mean of the file's channels, at `rate` points in a second. Never
 * rejects.
 */
export async function decodeSound(blob: Blob, rate: number): Promise<DecodedSound> {
  if (typeof OfflineAudioContext === 'undefined') return { why: 'no-decoder' };
  try {
    // A context decodes to its own rate.
    const context = new OfflineAudioContext(1, 1, rate);
    return { samples: mixed(await context.decodeAudioData(await blob.arrayBuffer())) };
  } catch {
    return { why: 'cannot' };
  }
}

function mixed(buffer: AudioBuffer): Float32Array {
  const { numberOfChannels } = buffer;
  const mean = buffer.getChannelData(0).slice();
  for (let channel = 1; channel < numberOfChannels; channel++) {
    const other = buffer.getChannelData(channel);
    for (let at = 0; at < mean.length; at++) mean[at]! += other[at]!;
  }
  if (numberOfChannels > 1) for (let at = 0; at < mean.length; at++) mean[at]! /= numberOfChannels;
  return mean;
}
