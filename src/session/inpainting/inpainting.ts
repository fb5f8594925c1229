// Inpainting: a sample, what is missing from it, and what the network and its rivals fill in. Nothing is asked or measured
// before the sub-view is opened.
import type { StoreApi } from 'zustand/vanilla';
import type { HolePresetId } from '../../catalog/hole-presets/registry';
import type { DamageOptions } from '../../core/inpainting/damage/damage';
import type {
  DamageKind,
  Filling,
  NetworkHoleError,
  RivalErrors,
  RivalFillings,
} from '../../core/inpainting/inpainting-api';
import type { Mask } from '../../core/inpainting/mask';
import type { Stamp } from '../../core/run/stamp';
import type { Drawn, DrawingFailure } from '../../core/samples/drawing';
import type { SampleShape } from '../../core/samples/samples';
import type { TaskState } from '../tasks/task';

export type InpaintingSource =
  | { readonly kind: 'test'; readonly index: number }
  /** What stands on a pad: ink, a picture, numbers. */
  | { readonly kind: 'drawn' };

/** Which holes the test set is measured under. */
export type MeasuredHoles = 'block' | 'right-half' | 'mask';

/** The network's answer to the damaged sample, with the weights of `step`. */
export interface NetworkFilling extends Filling, Stamp {}

/** The answer fed back with the known pixels restored: entry 0 is the first answer. */
export interface IteratedFilling extends Stamp {
  readonly steps: readonly Filling[];
}

/** Several answers to one hole: of a Gaussian code, each from another draw of q(z | damaged). */
export interface DrawnFillings extends Stamp {
  readonly fillings: readonly Filling[];
}

/** A network of the same experiment that was trained on whole samples. */
export interface WholeRival {
  /** Steps trained, and to be trained. */
  readonly step: number;
  readonly lastStep: number;
  /** Its answer to the damaged sample, and its error over the test set; null before they are known. */
  readonly filling: NetworkFilling | null;
  readonly measured: NetworkHoleError | null;
}

export interface InpaintingState {
  readonly source: InpaintingSource;
  /** Shape of the data's samples; null before the data set is known. */
  readonly shape: SampleShape | null;
  /** The whole sample, `[sampleSize]`; null before it has loaded. */
  readonly original: Float32Array | null;
  /** Its class; null where it has none. */
  readonly label: number | null;
  /** Why the latest file could not be read. */
  readonly drawnFailure: DrawingFailure | null;
  readonly damage: DamageKind;
  /** What is chosen of each kind; null before the data set is known. */
  readonly options: DamageOptions | null;
  /** `[pixels]`, 1 is missing; empty before the data set is known. */
  readonly mask: Mask;
  /** What the network is shown: missing pixels at `neutralValue`, `[sampleSize]`. */
  readonly damaged: Float32Array | null;
  readonly network: NetworkFilling | null;
  readonly rivals: RivalFillings | null;
  /** Fitting the rivals takes seconds, once for a data set. */
  readonly rivalsTask: TaskState;
  readonly iterated: IteratedFilling | null;
  readonly draws: DrawnFillings | null;
  readonly holes: MeasuredHoles;
  /** Over the test set, of the latest weights measured; null before. */
  readonly networkError: NetworkHoleError | null;
  /** Share of the measurement under way, in [0, 1]; null where none is. */
  readonly measuring: number | null;
  readonly rivalErrors: RivalErrors | null;
  readonly rivalErrorsTask: TaskState;
  /** Null before it was asked for. */
  readonly whole: WholeRival | null;
}

export interface Inpainting {
  /** Whether the network that never saw holes is trained. */
  readonly isTraining: () => boolean;
  readonly store: StoreApi<InpaintingState>;
  /** The sub-view is shown, until the function that is returned is called: answers follow the run and its training. */
  readonly open: () => () => void;
  readonly chooseTest: (index: number) => void;
  /** Another random test sample. */
  readonly chooseAnother: () => void;
  /** What a pad holds, brought to the form of the data set; null goes back to the test sample. */
  readonly useDrawn: (drawn: Drawn | null) => void;
  /** A file, or what was pasted. @param name null for what was pasted */
  readonly take: (blob: Blob, name: string | null) => Promise<void>;
  /** Chooses the kind, and damages the sample anew with its first hole (`firstHole`). */
  readonly chooseDamage: (kind: DamageKind) => void;
  /** A hole that follows from the options alone (`followsOptions`) is made anew. */
  readonly setOptions: (patch: Partial<DamageOptions>) => void;
  /** What the brush or the rectangle leaves; the answer follows live. */
  readonly setMask: (mask: Mask) => void;
  readonly clearMask: () => void;
  /** Feeds the answer back `times` times. */
  readonly iterate: (times: number) => Promise<void>;
  /** `count` fillings; of a Gaussian code only. */
  readonly draw: (count: number) => Promise<void>;
  /** Measures the network, and the rivals if they have not been, under these holes from now on. */
  readonly measure: (holes: MeasuredHoles) => void;
  readonly cancelMeasuring: () => void;
  /** Sets the main run to a preset for holes, and trains it. */
  readonly trainForHoles: (preset: HolePresetId) => void;
  /** Trains the same experiment on whole samples beside the main run, for as many steps as that has made. */
  readonly trainWhole: () => void;
  readonly endWhole: () => void;
}
