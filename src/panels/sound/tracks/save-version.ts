// A version as a WAV file for the person's downloads.
import { englishOf } from '../../../core/language/english';
import { soundRateHz } from '../../../core/sound/rate';
import { wavBytes } from '../../../core/sound/wav';
import { fileName, saveFile } from '../../../ui/export/save-file';

/** @param clip what the clip is called */
export function saveVersion(title: string, clip: string, samples: Float32Array): void {
  const name = fileName(`${englishOf(clip.replace(/\.\w+$/, ''))} ${englishOf(title)}`, 'wav', new Date());
  saveFile(name, new Blob([wavBytes(samples, soundRateHz)], { type: 'audio/wav' }));
}
