// What Sound reaches outside of its room with.
import { isHeldOut, pianoNotes } from '../../catalog/piano/registry';
import type { SoundDecoder } from '../../core/import/series-import';
import type { AnalysisCalls } from '../analysis/analysis-client';
import { decodePiano, followDecoding } from '../datasets/piano/decode-piano';
import type { EngineQuestions } from '../engine/engine-questions';
import type { MainRun } from '../main-run/main-run';
import { decodeSound } from '../recording/decode-sound';
import { openSoundContext, type SoundContext } from './player/sound-context';
import { soundRateHz } from '../../core/sound/rate';

export interface SoundPorts {
  /** Null where there is no analysis, as in tests. */
  readonly analysis: Pick<AnalysisCalls, 'cleanSound' | 'cancel'> | null;
  readonly questions: Pick<EngineQuestions, 'reconstruct'>;
  readonly mainRun: Pick<MainRun, 'store' | 'change' | 'toggle'>;
}

/** A piano note, decoded. */
export interface Note {
  readonly name: string;
  readonly signal: Float32Array;
}

/** The browser, and what comes from the server. */
export interface SoundOutside {
  /** Of the notes that nothing is trained on. */
  readonly noteNames: readonly string[];
  readonly notes: () => Promise<readonly Note[]>;
  /** Tells the share of the notes that are decoded, until the function that is returned is called. */
  readonly followNotes: (onShare: (share: number) => void) => () => void;
  readonly decode: SoundDecoder;
  readonly openContext: () => SoundContext;
}

export const browserOutside: SoundOutside = {
  noteNames: pianoNotes.filter((_, place) => isHeldOut(place)),
  notes: decodePiano,
  followNotes: followDecoding,
  decode: decodeSound,
  openContext: () => openSoundContext(soundRateHz),
};
