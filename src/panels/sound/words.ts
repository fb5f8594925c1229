// What Sound says.
import { t } from '@lingui/core/macro';
import { countText, fixedText } from '../../core/number-text';
import type { NoiseKind } from '../../core/sound/noise';
import { textOf, type WordsFor } from '../../core/words-for';
import type { AudioFailure } from '../../session/sound/player/player';
import type { CleaningNetwork, NoiseChoice, SoundFailure } from '../../session/sound/sound';
import type { VersionId } from '../../session/sound/versions';

interface VersionWords {
  /** Over its pictures. */
  readonly title: string;
  /** Of the button that plays it. */
  readonly play: string;
  /** Of the button that saves it. */
  readonly save: string;
  /** In a sentence. */
  readonly of: string;
  /** Of the read-out of its SNR; null where there is none. */
  readonly output: string | null;
  readonly explanation: string;
}

export const versionWords: Readonly<Record<VersionId, VersionWords>> = {
  original: {
    title: t`Original`,
    play: t`Play original`,
    save: t`Save original as WAV`,
    of: t`the original`,
    output: null,
    explanation: t`The clip as it was recorded`,
  },
  noisy: {
    title: t`Noisy`,
    play: t`Play noisy`,
    save: t`Save noisy as WAV`,
    of: t`the noisy version`,
    output: t`SNR before`,
    explanation: t`What the network gets`,
  },
  cleaned: {
    title: t`Cleaned`,
    play: t`Play cleaned`,
    save: t`Save cleaned as WAV`,
    of: t`the network`,
    output: t`SNR after`,
    explanation: t`What the network makes of the noisy version`,
  },
  gate: {
    title: t`Spectral gate`,
    play: t`Play spectral gate`,
    save: t`Save spectral gate as WAV`,
    of: t`the spectral gate`,
    output: t`SNR of the spectral gate`,
    explanation: t`Lets a frequency pass while it stands out from the noise. It is told the spectrum of the noise; the network is not.`,
  },
  wiener: {
    title: t`Wiener filter`,
    play: t`Play Wiener filter`,
    save: t`Save Wiener filter as WAV`,
    of: t`the Wiener filter`,
    output: t`SNR of the Wiener filter`,
    explanation: t`Weighs each frequency by how much of it is likely to be signal, from frame to frame (Ephraim & Malah 1984). It is told the spectrum of the noise; the network is not.`,
  },
  pca: {
    title: 'PCA',
    play: t`Play PCA`,
    save: t`Save PCA as WAV`,
    of: 'PCA',
    output: t`SNR of PCA`,
    explanation: t`The principal components of clean windows of 512 points: as many as the network’s code has numbers for as many points.`,
  },
};

/** Told the noise by itself, which the network never is. */
export const toldTheNoise: readonly VersionId[] = ['gate', 'wiener'];

export const noiseWords: Readonly<Record<NoiseChoice, { label: string; explanation: string }>> = {
  white: { label: t`White`, explanation: t`The same power at every frequency` },
  pink: { label: t`Pink`, explanation: t`Power as 1 / frequency: 3 dB less an octave` },
  hum: { label: t`Hum`, explanation: t`Mains hum: 50 Hz and its harmonics` },
  clicks: { label: t`Clicks`, explanation: t`Short clicks, like those of a scratched record` },
  none: {
    label: t({ message: 'None', context: 'noise' }),
    explanation: t`Your recording is noisy already: nothing is added to it`,
  },
} satisfies Record<NoiseKind | 'none', { label: string; explanation: string }>;

export const networkWords: Readonly<
  Record<CleaningNetwork, { title: string; train: string; summary: string; lesson: string }>
> = {
  spectrum: {
    title: t`Spectrum`,
    train: t`Train on spectra`,
    summary: t`It sees small pieces of the short-time spectrum, and says how loud each frequency is without the noise. The phase stays that of the noisy version.`,
    lesson: t`Magnitudes have no phase to remember, and pieces look alike at every pitch, so a narrow code is enough.`,
  },
  raw: {
    title: t`Raw windows`,
    train: t`Train on raw windows`,
    summary: t`It sees the waveform itself, 512 points at a time.`,
    lesson: t`A narrow code cannot carry the phase of a waveform: compare it with Spectrum.`,
  },
};

export const clipTexts = {
  notes: t`Piano notes held out`,
  own: t`Yours`,
  explanation: t`The network is never trained on these notes`,
  fileExplanation: t`WAV, FLAC, MP3, or Ogg where the browser reads it. It stays on this machine.`,
  recordExplanation: t`With the microphone. It stays on this machine.`,
  cut: t`its first 30 s`,
} as const;

/** In the place of the clip. @param share null while nothing is read */
export function readingText(share: number | null): string {
  return share === null
    ? t`Choose a clip to hear it here, with noise and cleaned.`
    : t`Reading the clip: ${{ percent: Math.round(100 * share) }} %`;
}

export const texts = {
  noNetwork: t`The network is training on other data, so it cannot clean sound. One press sets it up to learn from piano notes.`,
  learnedNothing: t`The network has not learned from sound.`,
  trainExplanation: t`Sets up the main run to learn this from piano notes. The run starts over.`,
  untrained: t`This is what an untrained network makes of it.`,
  noCleanVersion: t`This recording has no clean version to compare with, so there is no SNR: judge by ear and by eye.`,
  toldNoise: t`told the noise`,
  toldQuietest: t`told its quietest 0.5 s`,
  waitingForNetwork: t`The network is getting ready.`,
} as const;

export const snrExplanation = t`Signal-to-noise ratio: power of the clean clip over that of what differs from it, in dB`;
export const segmentalExplanation = t`The mean SNR of 30 ms stretches, each limited to between −10 and 35 dB: closer to what you hear, because quiet stretches count as much as loud ones`;

/** `5.0 dB`, `−3.2 dB`; `—` where there is none. */
export function dbText(db: number | null | undefined): string {
  if (db == null || Number.isNaN(db)) return '—';
  if (db === Infinity) return '∞ dB';
  return db === -Infinity ? '−∞ dB' : `${fixedText(db, 1)} dB`;
}

/** `1.20 s` */
export function secondsText(seconds: number): string {
  return `${fixedText(seconds, 2)} s`;
}

const failures: WordsFor<SoundFailure> = {
  'sound.no-decoder': ({ file }) =>
    t`${file} cannot be read: this browser has no Web Audio, which decodes sound files.`,
  'sound.not-decoded': ({ file }) =>
    /\.(ogg|oga|opus)$/i.test(file)
      ? t`This browser cannot decode ${file}. Not every browser reads Ogg: WAV, FLAC and MP3 work everywhere.`
      : t`This browser cannot decode ${file}. It reads WAV, FLAC and MP3, and Ogg where the browser does.`,
  'sound.too-short': ({ file, seconds }) =>
    t`${file} is too short: ${{ seconds: secondsText(seconds) }}. The network needs at least half a second of sound.`,
  'sound.silent': ({ file }) => t`${file} is silent: there is nothing to clean.`,
  'sound.not-loaded': ({ file }) => t`${file} could not be loaded. Is the server still running?`,
};

export function soundFailureText(failure: SoundFailure): string {
  return textOf(failures, failure);
}

const audioFailures: Readonly<Record<AudioFailure, string>> = {
  'no-audio': t`This browser has no Web Audio, or refuses it: nothing can be heard here. Pictures, numbers and WAV files work.`,
  blocked: t`The browser did not let the sound start. Press again, or allow sound for this page.`,
};

export function audioFailureText(failure: AudioFailure): string {
  return audioFailures[failure];
}

/** Of PCA: `128 of 512 components`. */
export function componentsText(components: number): string {
  return t`${components} of 512 components`;
}

/** What cleaned it and when, beside what it trains on now. */
export function cleanedText(step: number, now: number): string {
  if (step === 0) return texts.untrained;
  return step === now
    ? t`cleaned at step ${{ step: countText(step) }}`
    : t`cleaned at step ${{ step: countText(step) }} of ${{ now: countText(now) }}`;
}

/** What other noise is to a network of patches (docs/decisions/0023-sound-by-spectrum.md). */
const otherNoise: Readonly<Partial<Record<NoiseChoice, string>>> = {
  pink: t`Pink noise is mostly below the lowest partials, where the network takes it for one.`,
  hum: t`Hum is as steady as a partial, so the network takes it for a note.`,
};

/** Why a network does little against noise that it has not met; null where it has. @param learned the noise that it trains with */
export function otherNoiseText(noise: NoiseChoice, learned: string): string | null {
  if (noise === 'white' || noise === 'none') return null;
  if (learned !== 'spectral' && learned !== 'gaussian') return null;
  const why = learned === 'spectral' ? otherNoise[noise] : undefined;
  const learnedOther = t`The network learned other noise, much like white.`;
  return why === undefined ? learnedOther : `${learnedOther} ${why}`;
}

/** Of the network against the best of the others. */
export function verdictText(after: number, before: number, best: { id: VersionId; snr: number }): string {
  const { of } = versionWords[best.id];
  const [gain, ahead] = [after - before, after - best.snr];
  const own =
    gain < 0
      ? t`The network makes it worse by ${{ loss: dbText(-gain) }}`
      : t`The network gains ${{ gain: dbText(gain) }}`;
  if (Math.abs(ahead) < 0.1)
    return t({ message: `${own}, as much as ${of}.`, comment: 'own: The network gains 3.0 dB' });
  const lead = dbText(Math.abs(ahead));
  if (ahead > 0)
    return t({
      message: `${own}, ${lead} more than ${of}, the best of the others.`,
      comment: 'own: The network gains 3.0 dB',
    });
  const rival = of.charAt(0).toUpperCase() + of.slice(1);
  return toldTheNoise.includes(best.id)
    ? t`${own}. ${rival} is ${lead} ahead; it is told the spectrum of the noise, the network is not.`
    : t`${own}. ${rival} is ${lead} ahead.`;
}
