// The contract of a corruption: how an input is spoiled before the network sees it. The target stays the clean image
// (Vincent et al. 2008, 2010).
import type { SampleShape } from '../../core/samples';

/** Where a sample stands in a run: the same place gives the same noise on every backend. */
export interface NoisePlace {
  seed: number;
  step: number;
  /** Number of the sample within its data set. */
  sample: number;
}

export interface Corruption {
  label: string;
  /** One line for the control. */
  summary: string;
  /** How the noisy input comes from the clean one, in TeX. */
  formula: string;
  /**
   * Spoils one sample. Reads `clean[offset ..]`, writes `noisy[offset ..]`, `sampleSize(shape)` numbers in [0, 1];
   * both may be one array. `level` is in [0, 1].
   */
  apply(
    clean: Float32Array,
    noisy: Float32Array,
    offset: number,
    shape: SampleShape,
    level: number,
    place: NoisePlace,
  ): void;
}
