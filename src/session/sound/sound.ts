// Apply: Sound. A clip, the noise that is added to it, and what the network and methods without one make of it: heard, seen and
// measured. Nothing is read or asked before the sub-view is opened, and nothing sounds before a press.
import type { StoreApi } from 'zustand/vanilla';
import type { Stamp } from '../../core/run/stamp';
import type { NoiseKind } from '../../core/sound/noise';
import type { TaskState } from '../tasks/task';
import type { Player } from './player/player';
import type { VersionId, Versions } from './versions';

export type ClipSource =
  /** A piano note that nothing is trained on. */
  { readonly kind: 'note'; readonly name: string } | { readonly kind: 'own'; readonly name: string };

/** `none`: the recording is noisy already. */
export type NoiseChoice = NoiseKind | 'none';

/** What a network has learned to clean: frames of the short-time spectrum, or windows of the waveform. */
export type CleaningNetwork = 'spectrum' | 'raw';

/** Why a clip cannot be used. `file` is its name. */
export type SoundFailure =
  /** The browser has no Web Audio to decode with. */
  | { readonly code: 'sound.no-decoder'; readonly file: string }
  /** The browser cannot read this kind of file, or it is damaged. */
  | { readonly code: 'sound.not-decoded'; readonly file: string }
  | { readonly code: 'sound.too-short'; readonly file: string; readonly seconds: number }
  | { readonly code: 'sound.silent'; readonly file: string }
  | { readonly code: 'sound.not-loaded'; readonly file: string };

/** In dB; null where the clip has no clean version to measure against. */
export interface Quality {
  readonly snr: number;
  /** Null where no stretch of the clip can be measured. */
  readonly segmentalSnr: number | null;
}

/** What the network made of the noisy version, with the weights of `step`. */
export interface CleanedBy extends Stamp {
  readonly network: CleaningNetwork;
}

export interface SoundState {
  /** Names of the held-out notes. */
  readonly notes: readonly string[];
  readonly source: ClipSource | null;
  /** Share of the clip that has been read; null while nothing is. */
  readonly reading: number | null;
  /** Why the latest clip could not be used; the one before stays. */
  readonly failure: SoundFailure | null;
  /** The recording was longer than what is used of it. */
  readonly isCut: boolean;
  readonly noise: NoiseChoice;
  /** Of the noise that is added. */
  readonly snrDb: number;
  readonly seed: number;
  readonly versions: Versions;
  readonly qualities: Readonly<Partial<Record<VersionId, Quality>>>;
  /** Versions that were made of other noise, and wait for the one that is heard now. */
  readonly outdated: readonly VersionId[];
  /** What the main run has learned to clean; null where its data is no sound. */
  readonly network: CleaningNetwork | null;
  /** Null before the network has answered. */
  readonly cleaned: CleanedBy | null;
  readonly rivalsTask: TaskState;
}

export interface Sound {
  readonly store: StoreApi<SoundState>;
  readonly player: Player;
  /** The sub-view is shown, until the function that is returned is called, which also stops the sound. */
  readonly open: () => () => void;
  readonly chooseNote: (name: string) => void;
  /** A recording of one's own. @param noise changes the noise with it: `none` for a recording that has its own */
  readonly take: (recording: Blob, name: string, noise?: NoiseChoice) => Promise<void>;
  readonly setNoise: (noise: NoiseChoice) => void;
  readonly setSnr: (snrDb: number) => void;
  /** The same kind and loudness of noise at random anew. */
  readonly renewNoise: () => void;
  /** Sets the main run to learn to clean such sound, and trains it. */
  readonly trainOn: (network: CleaningNetwork) => void;
  readonly dispose: () => void;
}
