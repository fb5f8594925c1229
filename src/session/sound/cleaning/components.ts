// How many components PCA of raw windows gets beside a network: as many as its code has numbers, for the same stretch of sound.
import { soundPresets } from '../../../catalog/sound-presets/registry';
import { patchSize } from '../../../core/sound/cleaning/spectral-patch';
import { windowLength } from '../../../core/sound/overlap-windows';
import type { CleaningNetwork } from '../sound';

/**
 * A patch of the spectrogram has fewer points than a window: PCA gets more than its code by as much, so that both keep the same share.
 * Where no network cleans, it is the code of the preset for windows.
 */
export function componentsBeside(network: CleaningNetwork | null, codeSize: number): number {
  if (network === null) return soundPresets.raw.patch.codeSize;
  const components = network === 'raw' ? codeSize : Math.round((codeSize * windowLength) / patchSize);
  return Math.min(windowLength, components);
}
