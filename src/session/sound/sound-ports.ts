// What Sound reaches outside of its room with.
import type { ExperimentPatch } from '../../core/experiment/experiment';
import type { AnalysisCalls } from '../analysis/analysis-client';
import type { EngineQuestions } from '../engine/engine-questions';
import type { MainRun } from '../main-run/main-run';
import { decodeInBrowser, type Decode } from './clip/read-recording';
import { openSoundContext, type SoundContext } from './player/sound-context';
import type { CleaningNetwork } from './sound';
import { soundRateHz } from '../../core/sound/rate';

export interface SoundPorts {
  /** Null where there is no analysis, as in tests. */
  readonly analysis: AnalysisCalls | null;
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
  readonly decode: Decode;
  readonly openContext: () => SoundContext;
  readonly presets: Readonly<Record<CleaningNetwork, ExperimentPatch>>;
}

export const browserOutside: SoundOutside = {
  noteNames: ['A0', 'A5', 'C3', 'C8', 'D#5', 'F#3'],
  notes: () =>
    Promise.resolve(
      ['A0', 'A5', 'C3', 'C8', 'D#5', 'F#3'].map((name, i) => ({
        name,
        signal: Float32Array.from(
          { length: 32000 },
          (_, t) =>
            0.25 *
            Math.exp(-t / 9000) *
            [1, 2, 3, 4, 5, 6, 7].reduce(
              (q, h) => q + Math.sin((2 * Math.PI * (110 * (i + 1)) * h * t) / 8000) / h,
              0,
            ) *
            Math.min(1, t / 40),
        ),
      })),
    ),
  followNotes: () => () => undefined,
  decode: decodeInBrowser,
  openContext: () => openSoundContext(soundRateHz),
  presets: { spectrum: {}, raw: {} },
};
