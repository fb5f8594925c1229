// How near a version is to the clean clip.
import { soundRateHz } from '../../core/sound/rate';
import { segmentalSnr, snr } from '../../core/sound/snr';
import type { Quality } from './sound';

export function qualityOf(original: Float32Array, version: Float32Array): Quality {
  return { snr: snr(original, version), segmentalSnr: segmentalSnr(original, version, soundRateHz) };
}
