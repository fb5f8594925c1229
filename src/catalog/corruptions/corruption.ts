// The contract of a corruption: how an input is corrupted before the network sees it. The target stays the clean image
// (Vincent et al. 2008, 2010).
import type { SampleText } from '../../core/samples/words/sample-words';
import type { Mask } from '../../core/inpainting/mask';
import type { DataKind } from '../../core/samples/sample-kind';
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
  summary: SampleText;
  /** The noisy input as a function of the clean one, in TeX. */
  formula: string;
  /** What differs on signals. */
  onSignals?: { readonly summary: string; readonly formula?: string };
  /** What it is offered for. It can be applied to anything: an address may ask for it. */
  suits: readonly DataKind[];
  /** Whether the level is a ratio of signal to noise (`signals/snr.ts`). */
  levelIsSnr?: true;
  /**
   * Corrupts one sample. Reads `clean[offset ..]` and writes `noisy[offset ..]`, `sampleSize(shape)` numbers;
   * both may be the same array. `level` is in [0, 1]. What is written stays in `boundsOf(shape)`: noise on a signal is not clipped.
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

/** Data are of another kind, too. */
const alsoOf: Readonly<Partial<Record<DataKind, DataKind>>> = { sound: 'signal', spectrum: 'image' };

/** Whether a corruption is offered for such data. */
export function isSuited({ suits }: Pick<Corruption, 'suits'>, kind: DataKind): boolean {
  const other = alsoOf[kind];
  return suits.includes(kind) || (other !== undefined && suits.includes(other));
}
