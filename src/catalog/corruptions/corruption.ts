// The contract of a corruption: how an input is corrupted before the network sees it. The target stays the clean image
// (Vincent et al. 2008, 2010).
import type { Mask } from '../../core/inpainting/mask';
import type { SampleShape } from '../../core/samples/samples';

/** The counters of the noise: the same values give the same noise on every backend. */
export interface NoisePlace {
  seed: number;
  step: number;
  /** Index of the sample within its data set. */
  sample: number;
}

export interface Corruption {
  label: string;
  /** Where there is little room, and within a sentence: `salt and pepper`. */
  name: string;
  /** One line for the control. */
  summary: string;
  /** The noisy input as a function of the clean one, in TeX. */
  formula: string;
  /**
   * Corrupts one sample. Reads `clean[offset ..]` and writes `noisy[offset ..]`, `sampleSize(shape)` numbers in [0, 1];
   * both may be the same array. `level` is in [0, 1].
   */
  apply(
    clean: Float32Array,
    noisy: Float32Array,
    offset: number,
    shape: SampleShape,
    level: number,
    place: NoisePlace,
  ): void;
  /**
   * Of a corruption that removes pixels: which ones `apply` removes with the same arguments. Writes 1 for each missing pixel
   * into `mask`, which is one sample's, `[pixels]`, all 0.
   */
  mask?(mask: Mask, shape: SampleShape, level: number, place: NoisePlace): void;
}
